using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Writes JSON (RFC 8259) in UTF-8, without white space, into an array of the shared pool. It knows no more than it must: callers write names and
/// values in an order that makes JSON, so nothing is checked again, and a name is one copy of bytes that were made once.
/// </summary>
/// <remarks>What is rare (texts beyond ASCII, free-form JSON) goes to <see cref="Utf8JsonWriter"/>, which decides what must be escaped.</remarks>
public sealed partial class WireWriter : IBufferWriter<byte>, IDisposable
{
    private const int Smallest = 1024;
    private const int LongestNumber = 128;
    private const int LongestEscape = 6; // \u001f

    // Room for the longest escapes of a whole text could be more than an array has, though the text itself is short enough.
    private const int EscapedAtOnce = 16 * 1024;

    private byte[] bytes;
    private int length;
    private int depth;
    private bool needsComma;
    private Utf8JsonWriter? general;

    /// <param name="expected">About how many bytes will come, where that is known: growing costs a copy.</param>
    internal WireWriter(int expected = 0) => bytes = ArrayPool<byte>.Shared.Rent(Math.Max(expected, Smallest));

    /// <summary>Whether a request body is written, which does not include read-only fields.</summary>
    internal bool IsRequest { get; init; }

    /// <summary>Whether null where the document does not allow it is an error of the caller's, and not written.</summary>
    internal bool RefusesNull { get; init; }

    /// <summary>
    /// Whether values are written as their properties have them, whatever form they came in. So they are compared, and models that are compared do not
    /// compare what is in them once more.
    /// </summary>
    internal bool IgnoresPreservedJson { get; init; }

    internal ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    internal void WriteStartObject() => Open((byte)'{');

    internal void WriteEndObject() => Close((byte)'}');

    internal void WriteStartArray() => Open((byte)'[');

    internal void WriteEndArray() => Close((byte)']');

    /// <summary>Writes a name that was encoded before.</summary>
    /// <param name="member">With the comma before it, its quotes and its colon.</param>
    internal void WriteName(ReadOnlySpan<byte> member)
    {
        if (!needsComma)
            member = member[1..];
        member.CopyTo(Reserve(member.Length));
        length += member.Length;
        needsComma = false;
    }

    /// <summary>Writes a name and a text at once.</summary>
    /// <param name="member">As for <see cref="WriteName(ReadOnlySpan{byte})"/>.</param>
    /// <param name="text">The text.</param>
    internal void WriteText(ReadOnlySpan<byte> member, string text)
    {
        if (!needsComma)
            member = member[1..];
        var target = Reserve(member.Length + text.Length + 2);
        member.CopyTo(target);
        var place = member.Length;
        target[place++] = (byte)'"';
        if (!AsciiCopy.TryCopy(text, ref MemoryMarshal.GetReference(target[place..])))
        {
            length += member.Length;
            needsComma = false;
            WriteEscaped(text);
            return;
        }
        place += text.Length;
        target[place] = (byte)'"';
        length += place + 1;
        needsComma = true;
    }

    /// <summary>Writes a name and JSON that was read before, byte for byte.</summary>
    /// <param name="member">As for <see cref="WriteName(ReadOnlySpan{byte})"/>.</param>
    /// <param name="json">One whole value.</param>
    internal void WriteRaw(ReadOnlySpan<byte> member, ReadOnlySpan<byte> json)
    {
        WriteName(member);
        WriteRaw(json);
    }

    /// <summary>Writes JSON as it is.</summary>
    /// <param name="json">One whole value.</param>
    internal void WriteRaw(ReadOnlySpan<byte> json) => WriteLiteral(json);

    internal void WriteName(string name)
    {
        WriteStringValue(name);
        Reserve(1)[0] = (byte)':';
        length++;
        needsComma = false;
    }

    /// <exception cref="ArgumentException">The text holds an unpaired surrogate, which UTF-8 has no form for.</exception>
    internal void WriteStringValue(string? text)
    {
        if (text is null)
        {
            WriteLackingValue();
            return;
        }

        WriteText(","u8, text);
    }

    internal void WriteNullValue() => WriteLiteral("null"u8);

    /// <summary>Writes null in the place of a value whose type has no null.</summary>
    /// <exception cref="ArgumentException">Null is refused.</exception>
    internal void WriteLackingValue()
    {
        if (RefusesNull)
            throw LackingValue(null);
        WriteNullValue();
    }

    /// <summary>The error of a value that is null and must not be.</summary>
    /// <param name="name">The name of the field; null for one that was written, and for an item.</param>
    internal ArgumentException LackingValue(string? name) =>
        new($"{WrittenPath.Of(needsComma ? [.. Written, (byte)','] : Written, name)} is null, and must have a value. Nothing was sent.");

    internal void WriteBooleanValue(bool value) => WriteLiteral(value ? "true"u8 : "false"u8);

    /// <exception cref="ArgumentException">The number is infinite or none, which JSON has no form for.</exception>
    internal void WriteNumberValue<T>(T value)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity)
            throw new ArgumentException($"JSON has no form for the number {value}.", nameof(value));

        var target = Reserve(LongestNumber + 1);
        var place = Comma(target);
        value.TryFormat(target[place..], out var written, default, CultureInfo.InvariantCulture);
        length += place + written;
        needsComma = true;
    }

    internal void WriteStringValue(DateTimeOffset value)
    {
        var target = Reserve(Rfc3339.MaxLength + 3);
        var place = Comma(target);
        target[place++] = (byte)'"';
        place += Rfc3339.Format(value, target[place..]);
        target[place++] = (byte)'"';
        length += place;
        needsComma = true;
    }

    internal void WriteStringValue(Guid value)
    {
        var target = Reserve(40);
        var place = Comma(target);
        target[place++] = (byte)'"';
        value.TryFormat(target[place..], out var written);
        place += written;
        target[place++] = (byte)'"';
        length += place;
        needsComma = true;
    }

    internal void WriteBase64StringValue(ReadOnlySpan<byte> value)
    {
        var target = Reserve(Base64.GetMaxEncodedToUtf8Length(value.Length) + 3);
        var place = Comma(target);
        target[place++] = (byte)'"';
        Base64.EncodeToUtf8(value, target[place..], out _, out var written);
        place += written;
        target[place++] = (byte)'"';
        length += place;
        needsComma = true;
    }

    /// <summary>Writes JSON as it is, but for white space and needless escapes.</summary>
    /// <exception cref="ArgumentException">It is nested too deeply.</exception>
    internal void WriteElement(JsonElement element)
    {
        if (JsonElementText.IsInvalid(element))
        {
            WriteTokens(JsonElementText.Raw(element));
            return;
        }

        var writer = General();
        try
        {
            element.WriteTo(writer);
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            throw Nesting.TooDeep();
        }
        writer.Flush();
        needsComma = true;
    }

    // The general writer ends in an exception where a string is not valid Unicode. Here each token stays what it is.
    private void WriteTokens(ReadOnlySpan<byte> json)
    {
        var options = new JsonReaderOptions { MaxDepth = int.MaxValue, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var reader = new Utf8JsonReader(JsonUnicode.ToUtf8(json), options);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject: WriteStartObject(); break;
                case JsonTokenType.EndObject: WriteEndObject(); break;
                case JsonTokenType.StartArray: WriteStartArray(); break;
                case JsonTokenType.EndArray: WriteEndArray(); break;
                case JsonTokenType.PropertyName: WriteName([.. ",\""u8, .. reader.ValueSpan, .. "\":"u8]); break;
                case JsonTokenType.String: WriteLiteral([.. "\""u8, .. reader.ValueSpan, .. "\""u8]); break;
                default: WriteLiteral(reader.ValueSpan); break;
            }
        }
    }

    /// <summary>The array with what was written, which is the caller's from now on and goes back to the shared pool.</summary>
    internal byte[] Detach(out int written)
    {
        written = length;
        var detached = bytes;
        (bytes, length) = ([], 0);
        return detached;
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        general?.Dispose();
        if (bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    void IBufferWriter<byte>.Advance(int count) => length += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Reserve(Math.Max(sizeHint, 1));
        return bytes.AsMemory(length);
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => Reserve(Math.Max(sizeHint, 1));

    private void Open(byte bracket)
    {
        if (++depth > Nesting.Deepest || Nesting.IsStackShort(depth))
            throw Nesting.TooDeep();
        var target = Reserve(2);
        var place = Comma(target);
        target[place++] = bracket;
        length += place;
        needsComma = false;
    }

    private void Close(byte bracket)
    {
        depth--;
        Reserve(1)[0] = bracket;
        length++;
        needsComma = true;
    }

    private void WriteLiteral(ReadOnlySpan<byte> literal)
    {
        var target = Reserve(literal.Length + 1);
        var place = Comma(target);
        literal.CopyTo(target[place..]);
        length += place + literal.Length;
        needsComma = true;
    }

    private void WriteEscaped(string text)
    {
        if (!Ascii.IsValid(text))
        {
            WriteGeneral(text);
            return;
        }

        length += Comma(Reserve(1));
        Reserve(1)[0] = (byte)'"';
        length++;
        for (var rest = text.AsSpan(); !rest.IsEmpty; rest = rest[Math.Min(rest.Length, EscapedAtOnce)..])
            WriteEscaped(rest[..Math.Min(rest.Length, EscapedAtOnce)]);
        Reserve(1)[0] = (byte)'"';
        length++;
        needsComma = true;
    }

    private void WriteEscaped(ReadOnlySpan<char> ascii)
    {
        var target = Reserve(ascii.Length * LongestEscape);
        var place = 0;
        foreach (var c in ascii)
        {
            var escape = c switch
            {
                '"' or '\\' => c,
                '\n' => 'n',
                '\r' => 'r',
                '\t' => 't',
                '\b' => 'b',
                '\f' => 'f',
                < ' ' or '\u007f' => 'u',
                _ => '\0',
            };
            if (escape == '\0')
            {
                target[place++] = (byte)c;
                continue;
            }
            target[place++] = (byte)'\\';
            target[place++] = (byte)escape;
            if (escape == 'u')
            {
                ((int)c).TryFormat(target[place..], out var written, "X4", CultureInfo.InvariantCulture);
                place += written;
            }
        }
        length += place;
    }

    private void WriteGeneral(string text)
    {
        // The general writer would write another text and say nothing.
        if (JsonUnicode.HasUnpaired(text))
            throw new ArgumentException("The text holds an unpaired surrogate, which UTF-8 has no form for.", nameof(text));
        var writer = General();
        writer.WriteStringValue(text);
        writer.Flush();
        needsComma = true;
    }

    /// <summary>A general writer at the place of the next value.</summary>
    private Utf8JsonWriter General()
    {
        length += Comma(Reserve(1));
        if (general is null)
            general = new(this, JsonText.WriterOptions);
        else
            general.Reset();
        return general;
    }

    private int Comma(Span<byte> target)
    {
        if (!needsComma)
            return 0;
        target[0] = (byte)',';
        return 1;
    }

    private Span<byte> Reserve(int count)
    {
        if (bytes.Length - length < count)
            Grow(count);
        return bytes.AsSpan(length);
    }

    private void Grow(int count)
    {
        var needed = length + (long)count;
        if (needed > Array.MaxLength)
            throw new ArgumentException($"The value's JSON is longer than the {Array.MaxLength} bytes that an array can hold.");
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Max(needed, Math.Min(bytes.Length * 2L, Array.MaxLength)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
