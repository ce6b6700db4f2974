using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Templates;

/// <summary>The clock of these runs stands at 2024-03-05 10:20:30 UTC, a Tuesday.</summary>
[TestClass]
public sealed class SprigDateTests
{
    public static IEnumerable<object[]> Cases =>
    [
        [@"{{ now }}", "2024-03-05 10:20:30 +0000 UTC"],
        [@"{{ date ""2006-01-02"" now }} {{ now | date ""15:04:05"" }} {{ date ""2006"" 0 }} {{ date ""2006"" ""x"" }} {{ date ""15:04"" (int64 3600) }}",
            "2024-03-05 10:20:30 1970 2024 01:00"],
        [@"{{ date ""Mon Monday Jan January 1 01 2 02 _2 06 2006 3 03 15 4 04 5 05 PM pm"" now }}",
            "Tue Tuesday Mar March 3 03 5 05  5 24 2024 10 10 10 20 20 30 30 AM am"],
        [@"{{ date ""002 __2 Z07:00 -0700 -07:00 -07 MST"" now }}", "065  65 Z +0000 +00:00 +00 UTC"],
        [@"{{ date ""05.000 05.999 05,00"" (toDate ""15:04:05.000"" ""01:02:03.450"") }}", "03.450 03.45 03,45"],
        [@"{{ date ""Janet _2006 2nd"" now }}", "Janet _2024 5nd"],
        [@"{{ dateInZone ""15:04 -0700"" now ""UTC"" }} {{ date_in_zone ""15:04"" now """" }} {{ dateInZone ""15:04"" now ""No/Zone"" }}",
            "10:20 +0000 10:20 10:20"],
        [@"{{ dateInZone ""2006-01-02 15:04 -0700 Z07:00"" now ""Asia/Kolkata"" }} {{ dateInZone ""15:04 -07"" now ""America/New_York"" }}",
            "2024-03-05 15:50 +0530 +05:30 05:20 -05"],
        [@"{{ htmlDate now }} {{ htmlDate 0 }} {{ htmlDateInZone now ""UTC"" }}", "2024-03-05 1970-01-01 2024-03-05"],
        [@"{{ unixEpoch now }} {{ kindOf (unixEpoch now) }} {{ unixEpoch (toDate ""2006-01-02"" ""1969-12-31"") }}", "1709634030 string -86400"],
        [@"{{ dateModify ""-1.5h"" now }} {{ date_modify ""bad"" now }} {{ mustDateModify ""1h30m10.5s"" now }} {{ must_date_modify ""0"" now }}",
            "2024-03-05 08:50:30 +0000 UTC 2024-03-05 10:20:30 +0000 UTC 2024-03-05 11:50:40.5 +0000 UTC 2024-03-05 10:20:30 +0000 UTC"],
        [@"{{ toDate ""2006-01-02"" ""2017-12-31"" | date ""02/01/2006"" }} {{ toDate ""2006-01-02"" ""x"" }} {{ mustToDate ""Jan 2, 2006 at 3:04pm " +
            @"(MST)"" ""Feb 3, 2013 at 7:54pm (PST)"" | date ""2006-01-02 15:04"" }}",
            "31/12/2017 0001-01-01 00:00:00 +0000 UTC 2013-02-03 19:54"],
        [@"{{ toDate ""2006-01-02T15:04:05Z07:00"" ""2024-03-05T10:00:00+02:00"" | unixEpoch }} {{ toDate ""2006-002"" ""2024-060"" | htmlDate }} {{ " +
            @"toDate ""06 January 2"" ""70 february 9"" | htmlDate }}",
            "1709625600 2024-02-29 1970-02-09"],
        [@"{{ toDate ""2006-01-02"" ""2023-02-29"" }}", "0001-01-01 00:00:00 +0000 UTC"],
        [@"{{ ago (toDate ""2006-01-02"" ""2024-03-05"") }} {{ ago 1709634000 }} {{ ago ""x"" }}", "10h20m30s 30s 0s"],
        [@"{{ duration ""95"" }} {{ duration 95 }} {{ duration (int64 3661) }} {{ duration ""x"" }} {{ duration nil }}", "1m35s 0s 1h1m1s 0s 0s"],
        [@"{{ durationRound ""2h10m5s"" }} {{ durationRound ""2160h"" }} {{ durationRound ""24h1s"" }} {{ durationRound ""24h"" }} {{ durationRound ""1m1s"" " +
            @"}} {{ durationRound ""-5s"" }} {{ durationRound ""9000h"" }} {{ durationRound ""x"" }}", "2h 3mo 1d 24h 1m 5s 1y 0s"],
        [@"{{ durationRound (toDate ""2006-01-02"" ""2024-03-01"") }} {{ durationRound (int64 3000000000) }} {{ durationRound 5 }}", "4d 3s 0s"],

        // Methods.
        [@"{{ now.Year }} {{ now.Month }} {{ printf ""%d"" now.Month }} {{ now.Day }} {{ now.Weekday }} {{ now.YearDay }} {{ now.Hour }} {{ now.Minute }} {{ " +
            @"now.Second }} {{ now.Nanosecond }}",
            "2024 March 3 5 Tuesday 65 10 20 30 0"],
        [@"{{ now.Unix }} {{ now.UnixMilli }} {{ now.UnixMicro }} {{ now.UnixNano }} {{ now.IsZero }} {{ (toDate """" ""x"").IsZero }}",
            "1709634030 1709634030000 1709634030000000 1709634030000000000 false true"],
        [@"{{ now.Format ""2006"" }} {{ (now.AddDate 0 1 30).Format ""2006-01-02"" }} {{ (now.Add 1000000000).Second }} {{ now.String }} {{ now.UTC.Hour }} " +
            @"{{ now.Local.Hour }}",
            "2024 2024-05-05 31 2024-03-05 10:20:30 +0000 UTC 10 10"],
        [@"{{ $d := now.Sub (toDate ""2006-01-02"" ""2024-03-05"") }}{{ $d }} {{ $d.Hours }} {{ $d.Minutes }} {{ $d.Seconds }} {{ $d.Milliseconds }} {{ " +
            @"typeOf $d }} {{ kindOf $d }} {{ printf ""%d"" $d }}",
            "10h20m30s 10.341666666666667 620.5 37230 37230000 time.Duration int64 37230000000000"],
        [@"{{ $d := now.Sub (toDate ""2006-01-02"" ""2024-03-05"") }}{{ $d.Round 3600000000000 }} {{ $d.Truncate 3600000000000 }} {{ ($d.Truncate 0).Abs }} " +
            @"{{ $d.Microseconds }} {{ $d.Nanoseconds }} {{ $d.String }}",
            "10h0m0s 10h0m0s 10h20m30s 37230000000 37230000000000 10h20m30s"],
        [@"{{ now.Before now }} {{ now.After (toDate ""2006"" ""2000"") }} {{ now.Equal now }} {{ now.Compare now }} {{ (now.Truncate 3600000000000).Minute " +
            @"}} {{ now.Month.String }} {{ now.Weekday.String }}",
            "false true true 0 0 March Tuesday"],
    ];

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void DateFunctionsGiveWhatSprigGives(string template, string output) => Assert.AreEqual(output, TemplateRun.Render(template));

    [TestMethod]
    [DataRow("{{ mustToDate \"2006\" \"x\" }}", "not a date")]
    [DataRow("{{ mustDateModify \"1x\" now }}", "not a duration")]
    [DataRow("{{ unixEpoch 5 }}", "time.Time is expected")]
    [DataRow("{{ now.Nope }}", "no field 'Nope'")]
    [DataRow("{{ now.AddDate 1 }}", "needs 3 arguments, but has 1")]
    [DataRow("{{ now.AddDate 99999 0 0 }}", "years 1 to 9999")]
    [DataRow("{{ date \"2006\" 999999999999999 }}", "years 1 to 9999")]
    [DataRow("{{ dateModify \"-2000000h\" (toDate \"2006\" \"0100\") }}", "years 1 to 9999")]
    public void DatesThatCannotBeAreErrors(string template, string words) => StringAssert.Contains(TemplateRun.ExecuteError(template).Message, words);
}
