using System.Text.Json;
using SentinelOne.ThreatEvents.Models;

namespace ThreatEvents.Output;

/// <summary>Comma-separated values as RFC 4180 has them: a header with every documented field, then a record for each event.</summary>
/// <remarks>
/// <c>""</c> is empty text and nothing at all is no value, as databases read it. A text that a spreadsheet would take for a
/// formula gets a <c>'</c> before it.
/// </remarks>
internal sealed class CsvWriter(IOutput output, bool isForTerminal) : IEventWriter
{
    private static readonly string[] Fields = [.. new ThreatEvent().GetFieldDeserializers().Keys.Order(StringComparer.Ordinal)];

    private readonly LineBuffer lines = new(output);
    private bool hasHeader;

    public void Write(JsonElement threatEvent)
    {
        WriteHeader();
        for (var i = 0; i < Fields.Length; i++)
            lines.Append((i == 0 ? "" : ",") + Cell(threatEvent, Fields[i]));

        lines.EndLine("\r\n"u8);
    }

    public void Flush(bool isBroken = false) => lines.Flush();

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
        if (JsonText.OfField(threatEvent, field) is not { } text)
            return "";

        if (isForTerminal)
            text = SafeText.OneLine(text);

        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && threatEvent.GetProperty(field).ValueKind == JsonValueKind.String)
            text = "'" + text;

        return text.Length == 0 || text.AsSpan().ContainsAny(",\"\r\n") || text[0] == ' ' || text[^1] == ' '
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }
}
