using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>Reads values that are more than a token: free-form JSON, and bytes in Base64.</summary>
internal static class ReaderValues
{
    // Elements that are shorter are counted when they have been made.
    private const int LongElement = 64 * 1024;

    /// <summary>Reads the value that the reader is at as it is.</summary>
    public static JsonElement Element(ref this WireReader reader)
    {
        var first = reader.Start;
        reader.Skip();
        var json = reader.BytesFrom(first);
        var invalid = JsonUnicode.FirstInvalid(json);
        if (invalid >= 0)
            reader.ReportInvalid(json[invalid..], reader.Context.OffsetBase + first + invalid);
        return reader.ElementOf(first, reader.Position);
    }

    /// <summary>The JSON of a value, owned by nobody else, in valid UTF-8.</summary>
    public static JsonElement ElementOf(in this WireReader reader, int first, int end)
    {
        var json = JsonUnicode.ToUtf8(reader.BytesOf(first, end));
        var options = new JsonReaderOptions { MaxDepth = reader.Context.MaxDepth };
        if (json.Length > LongElement)
            reader.Reserve(ElementSize(new Utf8JsonReader(json, options)));
        var parser = new Utf8JsonReader(json, options);
        return JsonElement.ParseValue(ref parser);
    }

    /// <summary>Reads the string that the reader is at as Base64 (RFC 4648, section 4).</summary>
    public static bool TryGetBase64(in this WireReader reader, [NotNullWhen(true)] out byte[]? bytes)
    {
        ReadOnlySpan<byte> text = reader.IsEscaped ? Encoding.UTF8.GetBytes(reader.Text()) : reader.Bytes;
        bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        if (Base64.DecodeFromUtf8(text, bytes, out var consumed, out var written) != OperationStatus.Done || consumed != text.Length)
        {
            bytes = null;
            return false;
        }
        if (written < bytes.Length)
            Array.Resize(ref bytes, written);
        return true;
    }

    // An element holds its text and a row of 12 bytes for each token, which are copied once when all are there.
    private static long ElementSize(Utf8JsonReader reader)
    {
        const int Row = 12;
        var tokens = 0L;
        while (reader.Read())
            tokens++;
        return reader.BytesConsumed + 2 * Row * tokens;
    }
}
