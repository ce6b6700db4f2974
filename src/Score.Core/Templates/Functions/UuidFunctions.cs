using System.Text;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "UUID Functions".</summary>
internal static class UuidFunctions
{
    public static readonly string[] Names = ["uuidv4"];

    public static TemplateFunction? Create(string name) => name switch
    {
        "uuidv4" => TemplateFunction.Create(name, c => GoValue.Of(Random(c.Budget))),
        _ => null,
    };

    private static string Random(Budget budget)
    {
        byte[] bytes = RandomFunctions.Bytes(budget, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        StringBuilder text = new(Hexadecimal.Of(bytes));
        foreach (int at in new[] { 20, 16, 12, 8 }) text.Insert(at, '-');
        return text.ToString();
    }
}
