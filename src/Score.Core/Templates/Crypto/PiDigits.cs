namespace Score.Core.Templates.Crypto;

/// <summary>
/// The fraction of π in binary. Blowfish begins with its first 1042 words, so they are computed instead of written down.
/// </summary>
internal static class PiDigits
{
    // Rounding errors stay within these words at the end.
    private const int Guard = 2;

    /// <summary>The first words after the point.</summary>
    public static uint[] Words(int count)
    {
        // Machin: π = 16 arctan(1/5) - 4 arctan(1/239).
        uint[] sum = new uint[count + Guard + 1];
        AddArctangent(sum, 16, 5, isNegative: false);
        AddArctangent(sum, 4, 239, isNegative: true);
        uint[] words = new uint[count];
        System.Array.Copy(sum, 1, words, 0, count);
        return words;
    }

    // factor * (1/x - 1/3x³ + 1/5x⁵ - ...), as fixed-point numbers whose first word is before the point.
    private static void AddArctangent(uint[] sum, uint factor, uint x, bool isNegative)
    {
        uint[] power = new uint[sum.Length];
        uint[] term = new uint[sum.Length];
        power[0] = factor;
        int first = Divide(power, power, x, 0);
        for (uint n = 1; first < sum.Length; n += 2)
        {
            Divide(power, term, n, first);
            bool subtracts = (n % 4 == 3) != isNegative;
            Accumulate(sum, term, first, subtracts);
            first = Divide(power, power, x * x, first);
        }
    }

    // Returns the first word that is not zero.
    private static int Divide(uint[] number, uint[] quotient, uint divisor, int first)
    {
        ulong rest = 0;
        for (int i = first; i < number.Length; i++)
        {
            rest = (rest << 32) | number[i];
            quotient[i] = (uint)(rest / divisor);
            rest %= divisor;
        }

        while (first < quotient.Length && quotient[first] == 0) first++;
        return first;
    }

    private static void Accumulate(uint[] sum, uint[] term, int first, bool subtracts)
    {
        long carry = 0;
        for (int i = sum.Length - 1; i >= first || carry != 0; i--)
        {
            long addend = i >= first ? term[i] : 0;
            long value = subtracts ? sum[i] - addend + carry : sum[i] + addend + carry;
            sum[i] = (uint)(value & 0xFFFFFFFF);
            carry = value >> 32;
        }
    }
}
