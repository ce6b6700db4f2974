using System;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Json;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>The JSON functions of Sprig's chapter "Default Functions". Those without "must" give nothing where the others fail.</summary>
internal static class JsonFunctions
{
    public static readonly string[] Names =
        ["fromJson", "mustFromJson", "mustToJson", "mustToPrettyJson", "mustToRawJson", "toJson", "toPrettyJson", "toRawJson"];

    public static TemplateFunction? Create(string name) => name switch
    {
        "fromJson" => TemplateFunction.Create(name, c => Forgiving(() => JsonReader.Read(c.Budget, c.Text(0)), GoValue.Nil), GoType.String),
        "mustFromJson" => TemplateFunction.Create(name, c => JsonReader.Read(c.Budget, c.Text(0)), GoType.String),
        "toJson" => Writer(name, isIndented: false, escapesHtml: true, isForgiving: true),
        "mustToJson" => Writer(name, isIndented: false, escapesHtml: true, isForgiving: false),
        "toPrettyJson" => Writer(name, isIndented: true, escapesHtml: true, isForgiving: true),
        "mustToPrettyJson" => Writer(name, isIndented: true, escapesHtml: true, isForgiving: false),
        "toRawJson" => Writer(name, isIndented: false, escapesHtml: false, isForgiving: true),
        "mustToRawJson" => Writer(name, isIndented: false, escapesHtml: false, isForgiving: false),
        _ => null,
    };

    private static TemplateFunction Writer(string name, bool isIndented, bool escapesHtml, bool isForgiving) => TemplateFunction.Create(
        name,
        c => isForgiving
            ? Forgiving(() => GoValue.Of(JsonWriter.Write(c.Budget, c[0], isIndented, escapesHtml)), GoValue.Of(""))
            : GoValue.Of(JsonWriter.Write(c.Budget, c[0], isIndented, escapesHtml)),
        GoType.Any);

    // A limit of the run is never forgiven.
    private static GoValue Forgiving(Func<GoValue> body, GoValue otherwise)
    {
        try
        {
            return body();
        }
        catch (FunctionException e) when (e.Kind == TemplateErrorKind.Evaluation)
        {
            return otherwise;
        }
    }
}
