using System.Text;
using System.Text.Json;
using Kiln.Runtime.Text;

namespace Kiln.Runtime.Wire;

/// <summary>Tells of values that are not what the document describes.</summary>
internal static class ReaderReports
{
    private const int LongestQuote = 60;

    // Of a text of megabytes no more than what is quoted is looked at; an escape for each character is the longest that it can be.
    private const int BytesOfQuote = 6 * (LongestQuote + 2);

    /// <summary>Says that the value that the reader is at is another than was expected.</summary>
    public static void Report(in this WireReader reader, string expected)
    {
        reader.Context.Mismatches++;
        if (reader.Context.IsReporting)
            reader.Context.Report(expected, reader.Found(), reader.ByteOffset);
    }

    /// <summary>Says that the value that the reader is at was converted. The property has another JSON for it than came.</summary>
    public static void ReportConverted(in this WireReader reader, string expected)
    {
        reader.Context.FormatChanges++;
        reader.Report(expected);
    }

    /// <summary>Says that a field is not there.</summary>
    public static void ReportMissing(in this WireReader reader, string expected)
    {
        if (reader.Context.IsReporting)
            reader.Context.Report(expected, "nothing", reader.ByteOffset);
    }

    /// <summary>Says that the string or name that the reader is at is not valid Unicode. What is made of it is not what came.</summary>
    public static void ReportUnicode(in this WireReader reader)
    {
        reader.Context.FormatChanges++;
        reader.Report(JsonUnicode.Expected);
    }

    /// <summary>Says that JSON which is preserved is not valid Unicode.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="json">The JSON from what is not valid on.</param>
    /// <param name="offset">Where that is.</param>
    public static void ReportInvalid(in this WireReader reader, ReadOnlySpan<byte> json, long offset)
    {
        reader.Context.Mismatches++;
        if (reader.Context.IsReporting)
            reader.Context.Report(JsonUnicode.Expected, "JSON with " + (json[0] == '\\' ? Encoding.ASCII.GetString(json[..6]) : WireReader.Show(json[0])), offset);
    }

    /// <summary>The value that the reader is at, in a few words.</summary>
    public static string Found(in this WireReader reader) => reader.Token switch
    {
        JsonTokenType.String => $"string \"{Quote(reader)}\"",
        JsonTokenType.PropertyName => $"name \"{Quote(reader)}\"",
        JsonTokenType.Number => $"number {Quote(reader)}",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        _ => "nothing",
    };

    private static string Quote(in WireReader reader)
    {
        var bytes = reader.Bytes;
        return MessageText.OneLine(JsonUnicode.Decode(bytes[..Math.Min(bytes.Length, BytesOfQuote)], keepsEscapes: true, out _), LongestQuote);
    }
}
