using System.Globalization;
using System.Numerics;

namespace Score.Core.Compose;

/// <summary>Converts amounts of memory and processors to Compose's notation.</summary>
internal static class ComputeAmounts
{
    // Compose reads M as 2^20 bytes; Score, like Kubernetes, reads M as 10^6 and Mi as 2^20.
    private static readonly (string Suffix, BigInteger Factor)[] Suffixes =
    [
        ("Ki", BigInteger.Pow(2, 10)), ("Mi", BigInteger.Pow(2, 20)), ("Gi", BigInteger.Pow(2, 30)), ("Ti", BigInteger.Pow(2, 40)),
        ("Pi", BigInteger.Pow(2, 50)), ("Ei", BigInteger.Pow(2, 60)), ("K", BigInteger.Pow(10, 3)), ("M", BigInteger.Pow(10, 6)),
        ("G", BigInteger.Pow(10, 9)), ("T", BigInteger.Pow(10, 12)), ("P", BigInteger.Pow(10, 15)), ("E", BigInteger.Pow(10, 18)),
    ];

    /// <summary>Memory: <c>128Mi</c> becomes <c>128M</c>, and what is no whole number of mebibytes becomes bytes, rounded up.</summary>
    public static string Memory(string amount)
    {
        BigInteger factor = BigInteger.One;
        foreach ((string suffix, BigInteger value) in Suffixes)
        {
            if (!amount.EndsWith(suffix, System.StringComparison.Ordinal)) continue;
            factor = value;
            amount = amount.Substring(0, amount.Length - suffix.Length);
            break;
        }

        int point = amount.IndexOf('.');
        string digits = point < 0 ? amount : amount.Remove(point, 1);
        BigInteger scale = BigInteger.Pow(10, point < 0 ? 0 : amount.Length - point - 1);
        BigInteger bytes = BigInteger.Divide((BigInteger.Parse(digits, CultureInfo.InvariantCulture) * factor) + scale - 1, scale);
        BigInteger mebibyte = BigInteger.Pow(2, 20);
        return bytes % mebibyte == 0
            ? (bytes / mebibyte).ToString(CultureInfo.InvariantCulture) + "M"
            : bytes.ToString(CultureInfo.InvariantCulture) + "b";
    }

    /// <summary>Processors: <c>500m</c> becomes <c>0.5</c>.</summary>
    public static string Cpus(string amount)
    {
        if (!amount.EndsWith('m')) return amount;
        BigInteger thousandths = BigInteger.Parse(amount.Substring(0, amount.Length - 1), CultureInfo.InvariantCulture);
        string fraction = ((int)(thousandths % 1000)).ToString("000", CultureInfo.InvariantCulture).TrimEnd('0');
        string whole = (thousandths / 1000).ToString(CultureInfo.InvariantCulture);
        return fraction.Length == 0 ? whole : whole + "." + fraction;
    }
}
