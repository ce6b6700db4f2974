using System;
using System.Globalization;

namespace Score.Core.Compose;

/// <summary>Converts amounts of memory and processors to Compose's notation.</summary>
internal static class ComputeAmounts
{
    private const string Units = "KMGTPE";
    private const long Mebibyte = 1024 * 1024;

    /// <summary>Memory: <c>128Mi</c> becomes <c>128M</c>, and what is no whole number of mebibytes becomes bytes, rounded up.</summary>
    /// <remarks>Compose reads M as 2^20 bytes; Score, like Kubernetes, reads M as 10^6 and Mi as 2^20.</remarks>
    public static string Memory(string amount)
    {
        bool isBinary = amount.EndsWith('i');
        string number = amount.TrimEnd('i', 'K', 'M', 'G', 'T', 'P', 'E');
        int unit = number.Length == amount.Length ? 0 : Units.IndexOf(amount[number.Length]) + 1;
        long factor = 1;
        for (int i = 0; i < unit; i++) factor *= isBinary ? 1024 : 1000;

        // Decimals take long to use for the first time, and few amounts need them.
        bool isSmall = long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long whole) && whole <= long.MaxValue / factor;
        long bytes = isSmall ? whole * factor : Bytes(number, factor);
        return bytes % Mebibyte == 0
            ? (bytes / Mebibyte).ToString(CultureInfo.InvariantCulture) + "M"
            : bytes.ToString(CultureInfo.InvariantCulture) + "b";
    }

    private static long Bytes(string number, long factor)
    {
        try
        {
            decimal bytes = decimal.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * factor;
            return (long)Math.Min(decimal.Ceiling(bytes), long.MaxValue);
        }
        catch (OverflowException)
        {
            return long.MaxValue;
        }
    }

    /// <summary>Processors: <c>500m</c> becomes <c>0.5</c>.</summary>
    public static string Cpus(string amount)
    {
        if (!amount.EndsWith('m')) return amount;
        string thousandths = amount.Substring(0, amount.Length - 1).TrimStart('0');
        while (thousandths.Length < 4) thousandths = "0" + thousandths; // PadLeft fills by vectors, which are compiled at run time.
        string whole = thousandths.Substring(0, thousandths.Length - 3);
        string fraction = thousandths.Substring(thousandths.Length - 3).TrimEnd('0');
        return fraction.Length == 0 ? whole : whole + "." + fraction;
    }
}
