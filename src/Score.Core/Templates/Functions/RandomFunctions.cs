using System;
using System.Collections.Generic;
using System.Text;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Text;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's functions that give random strings and numbers. All draw from the run's <see cref="ITemplateRandom"/>.</summary>
internal static class RandomFunctions
{
    public static readonly string[] Names = ["randAlpha", "randAlphaNum", "randAscii", "randBytes", "randInt", "randNumeric", "shuffle"];

    private const string Digits = "0123456789";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static TemplateFunction? Create(string name) => name switch
    {
        "randAlpha" => Characters(name, Letters),
        "randAlphaNum" => Characters(name, Letters + Digits),
        "randNumeric" => Characters(name, Digits),
        "randAscii" => Characters(name, Printable()),
        "randBytes" => TemplateFunction.Create(name, c => GoValue.Of(Convert.ToBase64String(Bytes(c.Budget, Count(c)))), GoType.Int),
        "randInt" => TemplateFunction.Create(name, c => GoValue.Int(Integer(c)), GoType.Int, GoType.Int),
        "shuffle" => TemplateFunction.Create(name, c => GoValue.Of(Shuffle(c.Budget, c.Text(0))), GoType.String),
        _ => null,
    };

    /// <summary>The next random bytes.</summary>
    public static byte[] Bytes(Budget budget, int count)
    {
        byte[] bytes = new byte[count];
        if (count > 0) budget.Context.Random.Fill(bytes);
        return bytes;
    }

    private static TemplateFunction Characters(string name, string alphabet) =>
        TemplateFunction.Create(name, c => GoValue.Of(Draw(c.Budget, alphabet, Count(c))), GoType.Int);

    private static string Printable()
    {
        StringBuilder all = new();
        for (char c = ' '; c <= '~'; c++) all.Append(c);
        return all.ToString();
    }

    private static int Count(FunctionCall call)
    {
        call.Budget.CheckLength(call.Long(0));
        if (call.Long(0) < 0) throw new FunctionException("The count is negative.");
        call.Budget.Charge(call.Long(0) >> 4);
        return (int)call.Long(0);
    }

    private static string Draw(Budget budget, string alphabet, int count)
    {
        char[] result = new char[count];

        // A byte beyond the last multiple of the alphabet's length would make its first characters more likely.
        int limit = 256 - (256 % alphabet.Length);
        for (int i = 0; i < count;)
        {
            foreach (byte b in Bytes(budget, count - i))
            {
                if (b < limit) result[i++] = alphabet[b % alphabet.Length];
            }
        }

        return new string(result);
    }

    private static long Integer(FunctionCall call)
    {
        (long low, long high) = (call.Long(0), call.Long(1));
        if (high <= low) throw new FunctionException("The second number, which is never drawn, must be greater than the first.");
        ulong range = unchecked((ulong)high - (ulong)low);
        return unchecked((long)((ulong)low + Below(call.Budget, range)));
    }

    private static ulong Below(Budget budget, ulong range)
    {
        ulong limit = ulong.MaxValue - (((ulong.MaxValue % range) + 1) % range);
        while (true)
        {
            ulong drawn = BitConverter.ToUInt64(Bytes(budget, 8), 0);
            if (drawn <= limit) return drawn % range;
        }
    }

    private static string Shuffle(Budget budget, string text)
    {
        List<string> characters = [];
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            GoText.NextRune(text, ref i);
            characters.Add(text.Substring(start, i - start));
        }

        budget.Charge(characters.Count);
        for (int i = characters.Count - 1; i > 0; i--)
        {
            int other = (int)Below(budget, (ulong)i + 1);
            (characters[i], characters[other]) = (characters[other], characters[i]);
        }

        return string.Concat(characters);
    }
}
