using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>What readers and writers of JSON have in common.</summary>
internal static class JsonText
{
    /// <summary>Gets the options for writing JSON that goes to a service and not into a web page, so that it needs no escapes for HTML.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gets the four bytes of null, as they are in memory.</summary>
    public static uint Null { get; } = BitConverter.ToUInt32("null"u8);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Returns the text without the byte order mark of UTF-8, which may precede JSON.</summary>
    public static ReadOnlySpan<byte> SkipByteOrderMark(ReadOnlySpan<byte> text) => text.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;

    /// <summary>Returns what the parser found. The rest of its message is not used, since it may quote the whole remaining text.</summary>
    /// <param name="e">The exception of the parser.</param>
    /// <param name="maxDepth">The maximum depth of the whole text: the parser only knows what is left of it where it began.</param>
    public static string Reason(JsonException e, int maxDepth)
    {
        if (e.Message.StartsWith("The maximum configured depth", StringComparison.Ordinal))
            return $"brackets more than {maxDepth} levels deep";
        // The message ends in a line and a position in it; a path and an offset say the same and more.
        var end = e.Message.LastIndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message[..end];
    }
}
