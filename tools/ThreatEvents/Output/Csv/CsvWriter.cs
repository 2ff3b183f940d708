using System.Buffers;
using System.Text.Json;
using SentinelOne.ThreatEvents.Models;

namespace ThreatEvents.Output.Csv;

/// <summary>Comma-separated values as RFC 4180 has them: a header with every documented field, then a record for each event.</summary>
/// <remarks><c>""</c> is empty text and nothing at all is no value, as databases read it. <see cref="SpreadsheetText"/> says what is marked with a <c>'</c>.</remarks>
internal sealed class CsvWriter(IOutput output, bool isForTerminal, bool hasHeader) : IEventWriter
{
    private static readonly string[] Fields = [.. new ThreatEvent().GetFieldDeserializers().Keys.Order(StringComparer.Ordinal)];

    /// <summary>What a program that splits at another separator than the comma would trip over, beside RFC 4180's own.</summary>
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",;\"\t\r\n'");

    private readonly LineBuffer lines = new(output);
    private bool hasHeader = hasHeader;

    public bool IsFull => lines.IsFull;

    public void Write(JsonElement threatEvent)
    {
        WriteHeader();
        threatEvent = ShownJson.Of(threatEvent);
        for (var i = 0; i < Fields.Length; i++)
        {
            if (i > 0)
                lines.Append(",");
            lines.Append(Cell(threatEvent, Fields[i]));
        }

        lines.EndLine("\r\n"u8);
    }

    public bool Flush(bool isBroken = false) => lines.Flush();

    public void Complete()
    {
        WriteHeader();
        lines.Flush();
    }

    private void WriteHeader()
    {
        if (hasHeader)
            return;

        lines.Append(string.Join(',', Fields));
        lines.EndLine("\r\n"u8);
        hasHeader = true;
    }

    private string Cell(JsonElement threatEvent, string field)
    {
        if (!JsonText.TryGetField(threatEvent, field, out var value))
            return "";

        // A file, too, is shown by a terminal sooner or later; but there the lines of a value are worth more than one line for each event.
        var text = JsonText.Of(value);
        text = SpreadsheetText.Of(isForTerminal ? SafeText.OneLine(text) : SafeText.Lines(text), value.ValueKind);

        return text.Length == 0 || text.AsSpan().ContainsAny(NeedsQuotes) || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }
}
