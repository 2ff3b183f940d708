using System.Text;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>Tells of values that are not what the document describes.</summary>
internal static class WireReports
{
    private const int LongestQuote = 60;

    /// <summary>Says that the value on which the reader stands is another than was expected.</summary>
    public static void Report(in this WireReader reader, string expected)
    {
        reader.Context.Misfits++;
        if (reader.Context.Listens)
            reader.Context.Report(expected, reader.Found(), reader.ByteOffset);
    }

    /// <summary>Says that a field is not there.</summary>
    public static void ReportMissing(in this WireReader reader, string expected)
    {
        if (reader.Context.Listens)
            reader.Context.Report(expected, "nothing", reader.ByteOffset);
    }

    /// <summary>The value on which the reader stands, in a few words.</summary>
    public static string Found(in this WireReader reader) => reader.Token switch
    {
        JsonTokenType.String => $"string \"{Shorten(reader.Text())}\"",
        JsonTokenType.Number => $"number {Shorten(Encoding.UTF8.GetString(reader.Bytes))}",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        _ => "nothing",
    };

    private static string Shorten(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
}
