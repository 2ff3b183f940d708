using System.Text;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Reads one JSON text (RFC 8259) from UTF-8, forward only. Every value is read where it stands: a read starts on the value's first
/// token and ends on its last. Opaque to callers, so that how tokens are found can change without a change to emitted code.
/// </summary>
public ref struct WireReader
{
    private readonly ReadOnlySpan<byte> body;
    private Utf8JsonReader json;

    internal WireReader(ReadOnlySpan<byte> body, ReadContext context)
    {
        this.body = body;
        Context = context;
        json = new(body, new JsonReaderOptions { MaxDepth = context.MaxDepth });
    }

    /// <summary>Where the reader stands, as a JSON path (RFC 9535).</summary>
    public readonly string Path => Context.Path();

    /// <summary>Bytes from the start of the body to the token that the reader stands on.</summary>
    public readonly long ByteOffset => Context.OffsetBase + json.TokenStartIndex;

    internal readonly ReadContext Context { get; }

    internal readonly JsonTokenType Token => json.TokenType;

    internal readonly bool IsNull => json.TokenType == JsonTokenType.Null;

    internal readonly int Start => (int)json.TokenStartIndex;

    /// <summary>The bytes of the token; of a string, those between its quotes, escapes as they stand.</summary>
    internal readonly ReadOnlySpan<byte> Bytes => json.ValueSpan;

    /// <summary>Whether <see cref="Bytes"/> of a string differ from what they mean.</summary>
    internal readonly bool IsEscaped => json.ValueIsEscaped;

    /// <summary>How many bytes the reader has gone past, for the offset of an error between tokens.</summary>
    internal readonly long Consumed => Context.OffsetBase + json.BytesConsumed;

    internal void Next()
    {
        if (!json.Read())
            throw Malformed("the text ends before the value does");
    }

    /// <summary>Moves to the next name of an object, or says that the object ends here.</summary>
    internal bool NextName()
    {
        Next();
        return json.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Moves to the next item of a list, or says that the list ends here.</summary>
    internal bool NextItem()
    {
        Next();
        return json.TokenType != JsonTokenType.EndArray;
    }

    internal void Skip() => json.Skip();

    /// <summary>Checks that nothing but white space follows.</summary>
    internal void End()
    {
        if (json.Read())
            throw Malformed("more text follows the value");
    }

    /// <summary>The string that the reader stands on, a value or a name.</summary>
    internal readonly string Text()
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            // The tokens were checked before, so this is what is left: bytes that are not UTF-8, or half of a surrogate pair.
            throw Malformed("a string that is not valid Unicode", e);
        }
    }

    /// <summary>The characters of a string or number, for conversions.</summary>
    internal readonly string TokenText() => json.TokenType is JsonTokenType.String ? Text() : Encoding.UTF8.GetString(json.ValueSpan);

    internal readonly bool TryGetBase64(out byte[]? bytes)
    {
        try
        {
            return json.TryGetBytesFromBase64(out bytes);
        }
        catch (InvalidOperationException e)
        {
            throw Malformed("a string that is not valid Unicode", e);
        }
    }

    /// <summary>The JSON of the value that begins at a byte and whose last token the reader stands on, owned by nobody else.</summary>
    internal readonly JsonElement ElementFrom(int start)
    {
        var raw = body[start..(int)json.BytesConsumed];
        var bad = UnicodeCheck.FirstBadString(raw, Context.MaxDepth);
        if (bad >= 0)
            throw new WireFormatException("a string that is not valid Unicode", Path, Context.OffsetBase + start + bad);

        var reader = new Utf8JsonReader(raw, new JsonReaderOptions { MaxDepth = Context.MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Reads the value that the reader stands on as it is.</summary>
    internal JsonElement Element()
    {
        var start = Start;
        Skip();
        return ElementFrom(start);
    }

    /// <summary>Says that the value here is not what the document describes.</summary>
    internal readonly void Report(string expected)
    {
        if (Context.Listens)
            Context.Report(expected, Found(), ByteOffset);
    }

    internal readonly void ReportMissing(string expected)
    {
        if (Context.Listens)
            Context.Report(expected, "nothing", ByteOffset);
    }

    internal readonly string Found() => json.TokenType switch
    {
        JsonTokenType.String => $"string \"{Shorten(Text())}\"",
        JsonTokenType.Number => $"number {Shorten(Encoding.UTF8.GetString(json.ValueSpan))}",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        _ => "nothing",
    };

    internal readonly WireFormatException Malformed(string reason, Exception? inner = null) => new(reason, Path, ByteOffset, null, inner);

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
