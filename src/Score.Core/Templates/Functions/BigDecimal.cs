using System;
using System.Globalization;
using System.Numerics;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Formatting;

namespace Score.Core.Templates.Functions;

/// <summary>A decimal number of any size: <paramref name="Value"/> times ten to the power of <paramref name="Exponent"/>.</summary>
internal readonly record struct BigDecimal(BigInteger Value, int Exponent)
{
    /// <summary>Digits after the point that a division gives.</summary>
    private const int DivisionDigits = 16;

    // Chains of multiplications of extreme numbers stop here, far beyond what a double can hold.
    private const int MaxScale = 5000;

    /// <summary>The decimal number that a double prints as.</summary>
    public static BigDecimal Of(double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number)) throw new FunctionException("The number is not finite.");
        if (number == 0) return new BigDecimal(0, 0);
        DecimalDigits digits = DecimalDigits.Shortest(Math.Abs(number));
        BigInteger value = BigInteger.Parse(digits.Digits, CultureInfo.InvariantCulture);
        return new BigDecimal(number < 0 ? -value : value, digits.Point - digits.Digits.Length);
    }

    public BigDecimal Add(BigDecimal other)
    {
        int exponent = Math.Min(Exponent, other.Exponent);
        return new BigDecimal(ScaledTo(exponent) + other.ScaledTo(exponent), exponent);
    }

    public BigDecimal Subtract(BigDecimal other) => Add(new BigDecimal(-other.Value, other.Exponent));

    public BigDecimal Multiply(BigDecimal other)
    {
        int exponent = Exponent + other.Exponent;
        if (Math.Abs(exponent) > MaxScale) throw new FunctionException("The number has too many digits.");
        return new BigDecimal(Value * other.Value, exponent);
    }

    /// <summary>The quotient, rounded half away from zero.</summary>
    public BigDecimal Divide(BigDecimal other)
    {
        if (other.Value.IsZero) throw new FunctionException("Division by zero.");

        // Both as whole numbers of the same scale, the dividend with the wanted digits and one bit more for rounding.
        int exponent = Math.Min(Exponent, other.Exponent);
        BigInteger dividend = BigInteger.Abs(ScaledTo(exponent)) * BigInteger.Pow(10, DivisionDigits);
        BigInteger divisor = BigInteger.Abs(other.ScaledTo(exponent));
        BigInteger quotient = ((dividend * 2) + divisor) / (divisor * 2);
        return new BigDecimal(Value.Sign * other.Value.Sign < 0 ? -quotient : quotient, -DivisionDigits);
    }

    public double ToDouble()
    {
        string text = Value.ToString(CultureInfo.InvariantCulture) + "e" + Exponent.ToString(CultureInfo.InvariantCulture);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : Value.Sign < 0 ? double.NegativeInfinity : double.PositiveInfinity;
    }

    private BigInteger ScaledTo(int exponent) => Value * BigInteger.Pow(10, Exponent - exponent);
}
