using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Reads one JSON text (RFC 8259) from UTF-8, forward only. Every value is read in place: a read starts on the value's first
/// token and ends on its last. Opaque to callers, so that how tokens are found can change without a change to emitted code.
/// </summary>
/// <remarks>
/// The text is taken apart by what is expected next, which a general reader cannot know: the next field's name is compared in place, and
/// no stack of open brackets is kept, as the calls are one. Values that are skipped go to <see cref="Utf8JsonReader"/>.
/// </remarks>
public ref struct WireReader
{
    private readonly ReadOnlySpan<byte> body;
    private int position;
    private int start;
    private int depth;
    private JsonTokenType token;
    private bool isEscaped;

    /// <param name="body">The text.</param>
    /// <param name="context">What is remembered beside the position.</param>
    /// <param name="position">Where to begin.</param>
    /// <param name="depth">How many brackets are open there.</param>
    internal WireReader(ReadOnlySpan<byte> body, ReadContext context, int position = 0, int depth = 0)
    {
        this.body = body;
        this.position = position;
        this.depth = depth;
        Context = context;
    }

    /// <summary>Hands over a value in place of JSON. Such a reader has no token.</summary>
    internal WireReader(IValueSource source)
    {
        Source = source;
        Context = null!;
    }

    /// <summary>Where the reader is, as a JSON path (RFC 9535).</summary>
    public readonly string Path => Context.Path();

    /// <summary>Bytes from the start of the body to the token that the reader is at.</summary>
    public readonly long ByteOffset => Context.OffsetBase + start;

    internal readonly ReadContext Context { get; }

    /// <summary>What the reader hands over in place of JSON.</summary>
    internal readonly IValueSource? Source { get; }

    internal readonly JsonTokenType Token => token;

    internal readonly bool IsNull => token == JsonTokenType.Null;

    internal readonly int Start => start;

    /// <summary>The place behind the token.</summary>
    internal readonly int Position => position;

    /// <summary>The bytes of the token; of a string, those between its quotes, escapes included.</summary>
    internal readonly ReadOnlySpan<byte> Bytes =>
        token is JsonTokenType.String or JsonTokenType.PropertyName ? body[(start + 1)..(position - 1)] : body[start..position];

    /// <summary>Whether <see cref="Bytes"/> of a string differ from what they mean.</summary>
    internal readonly bool IsEscaped => isEscaped;

    /// <summary>How many bytes the reader has gone past, for the offset of an error between tokens.</summary>
    internal readonly long Consumed => Context.OffsetBase + position;

    /// <summary>Moves to the first token of a value.</summary>
    internal void Next()
    {
        SkipWhiteSpace();
        start = position;
        switch (Peek())
        {
            case (byte)'"':
                NextString(JsonTokenType.String);
                break;
            case (byte)'n':
                NextLiteral("null"u8, JsonTokenType.Null);
                break;
            case (byte)'t':
                NextLiteral("true"u8, JsonTokenType.True);
                break;
            case (byte)'f':
                NextLiteral("false"u8, JsonTokenType.False);
                break;
            case (byte)'{':
                Open(JsonTokenType.StartObject);
                break;
            case (byte)'[':
                Open(JsonTokenType.StartArray);
                break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                position = Checked(JsonScanner.NumberEnd(body, position));
                token = JsonTokenType.Number;
                // A number that ends with the buffer may go on in the next one.
                if (position == body.Length)
                    Context.ThrowIfPartial();
                break;
            default:
                throw Unexpected(position, "a value");
        }
    }

    /// <summary>
    /// Moves past the name of an object's next member if it is this one, in the form that services write, and to its value if that is a short string or null: what
    /// most are. <see cref="Next"/> is called for any other, when it is known where that is.
    /// </summary>
    /// <param name="members">The names, each with the comma before it, its quotes and its colon.</param>
    /// <param name="place">The name.</param>
    internal NextField TryNextField(PaddedText members, int place)
    {
        var skipped = token == JsonTokenType.StartObject ? 1 : 0;
        var length = members.LengthOf(place, skipped);
        var at = position;
        ref var next = ref Unsafe.Add(ref MemoryMarshal.GetReference(body), at);
        if (body.Length - at < length + PaddedText.Padding || !members.IsAt(ref next, place, skipped, length))
            return NextField.Other;

        at += length;
        next = ref Unsafe.Add(ref next, length);
        if (next == '"' && body.Length - at > JsonScanner.BlockSize)
        {
            var end = JsonScanner.ShortStringEnd(ref Unsafe.Add(ref next, 1));
            if (end >= 0)
            {
                start = at;
                position = at + end + 2;
                token = JsonTokenType.String;
                isEscaped = false;
                return NextField.AtValue;
            }
        }
        else if (next == 'n' && Unsafe.ReadUnaligned<uint>(ref next) == JsonText.Null)
        {
            start = at;
            position = at + sizeof(uint);
            token = JsonTokenType.Null;
            return NextField.AtValue;
        }
        position = at;
        token = JsonTokenType.None;
        return NextField.BeforeValue;
    }

    /// <summary>Moves to the next name of an object, or says that the object ends here.</summary>
    internal bool NextName()
    {
        Pay();
        if (AtEnd((byte)'}', JsonTokenType.StartObject, JsonTokenType.EndObject))
            return false;

        start = position;
        if (Peek() != '"')
            throw Unexpected(position, "a name in quotes");
        NextString(JsonTokenType.PropertyName);
        return true;
    }

    /// <summary>Moves from a name past its colon.</summary>
    internal void NextColon()
    {
        SkipWhiteSpace();
        if (Peek() != ':')
            throw Unexpected(position, "a colon");
        position++;
    }

    /// <summary>Moves to the next item of a list, or says that the list ends here.</summary>
    internal bool NextItem()
    {
        Pay();
        if (AtEnd((byte)']', JsonTokenType.StartArray, JsonTokenType.EndArray))
            return false;

        Next();
        return true;
    }

    /// <summary>Moves to the last token of the value that the reader is at.</summary>
    internal void Skip()
    {
        if (token is not (JsonTokenType.StartObject or JsonTokenType.StartArray) || TryJump())
            return;

        var reader = Rest();
        try
        {
            if (!reader.TrySkip())
                throw CutOff();
        }
        catch (JsonException e) when (e is not WireFormatException)
        {
            throw Malformed(JsonText.Reason(e, Context.MaxDepth), start + (int)reader.BytesConsumed);
        }
        EndAt(start + (int)reader.BytesConsumed);
    }

    /// <summary>Says that this reader, a copy, looks ahead into the value that it is at.</summary>
    internal readonly void LookInto() => Context.LookInto(ByteOffset);

    /// <summary>Does what <see cref="Skip"/> does, and remembers where the values end that are skipped, since they will be read or skipped again.</summary>
    internal void SkipAhead()
    {
        if (token is not (JsonTokenType.StartObject or JsonTokenType.StartArray) || TryJump())
            return;

        var skipped = Context.Skipped!;
        skipped.Start();
        var reader = Rest();
        try
        {
            for (var isEnd = false; !isEnd;)
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    skipped.Open(ByteOffset + reader.TokenStartIndex);
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                    isEnd = skipped.Close(ByteOffset + reader.BytesConsumed);
                if (!isEnd && !reader.Read())
                    throw CutOff();
            }
        }
        catch (JsonException e) when (e is not WireFormatException)
        {
            throw Malformed(JsonText.Reason(e, Context.MaxDepth), start + (int)reader.BytesConsumed);
        }
        EndAt(start + (int)reader.BytesConsumed);
    }

    private bool TryJump()
    {
        if (Context.Skipped is not { } skipped || !skipped.TryGetEnd(ByteOffset, out var end))
            return false;
        EndAt((int)(end - Context.OffsetBase));
        return true;
    }

    private void EndAt(int end)
    {
        position = end;
        token = token == JsonTokenType.StartObject ? JsonTokenType.EndObject : JsonTokenType.EndArray;
        depth--;
    }

    /// <summary>Checks that nothing but white space follows.</summary>
    internal void End()
    {
        SkipWhiteSpace();
        if (position < body.Length)
            throw Malformed("more text follows the value", position);
    }

    /// <summary>The string that the reader is at; false where it is not valid Unicode, or has escapes that <see cref="Text(out bool)"/> must take out.</summary>
    internal readonly bool TryText([NotNullWhen(true)] out string? text) =>
        isEscaped ? Context.Strings.TryGetEscaped(Bytes, out text) : Context.Strings.TryGet(Bytes, out text);

    /// <summary>The string that the reader is at, a value or a name, with U+FFFD in place of what is not valid Unicode.</summary>
    internal readonly string Text() => Text(out _);

    /// <inheritdoc cref="Text()"/>
    internal readonly string Text(out bool isUnicode)
    {
        isUnicode = true;
        return TryText(out var text) ? text : JsonUnicode.Decode(Bytes, keepsEscapes: false, out isUnicode);
    }

    /// <summary>The name that the reader is at. Escapes of unpaired surrogates stay escapes, so that names which differ in them stay different.</summary>
    internal readonly string Name(out bool isUnicode)
    {
        isUnicode = true;
        return TryText(out var text) ? text : JsonUnicode.Decode(Bytes, keepsEscapes: true, out isUnicode);
    }

    /// <summary>The UTF-8 of the name or text that the reader is at, to be looked up.</summary>
    internal readonly ReadOnlySpan<byte> NameBytes => isEscaped ? Encoding.UTF8.GetBytes(Name(out _)) : Bytes;

    /// <summary>The characters of a string or number, for conversions.</summary>
    internal readonly string TokenText() => token is JsonTokenType.String ? Text() : Encoding.UTF8.GetString(Bytes);

    /// <summary>The bytes of the value that begins at a byte and whose last token the reader is at.</summary>
    internal readonly ReadOnlySpan<byte> BytesFrom(int first) => body[first..position];

    /// <summary>The bytes of a value.</summary>
    internal readonly ReadOnlySpan<byte> BytesOf(int first, int end) => body[first..end];

    /// <summary>Ends the reading if so many bytes more than so far were too much.</summary>
    internal readonly void Reserve(long bytes)
    {
        if (!Context.Budget.Allows(bytes))
            throw TooLarge();
    }

    private readonly void Pay()
    {
        if (Context.Budget.IsSpent())
            throw TooLarge();
    }

    private readonly WireFormatException TooLarge() => Malformed($"reading it would take more than {Context.Budget.Limit} bytes of memory");

    internal readonly WireFormatException Malformed(string reason) => Malformed(reason, start);

    private readonly WireFormatException Malformed(string reason, int place) => new(reason, Path, Context.OffsetBase + place);

    private readonly WireFormatException Unexpected(int place, string expected) => Malformed($"{Show(body[place])} where {expected} was expected", place);

    internal static string Show(byte c) => c is > (byte)' ' and <= (byte)'~' ? $"'{(char)c}'" : $"the byte 0x{c:X2}";

    private void SkipWhiteSpace()
    {
        if ((uint)position < (uint)body.Length && body[position] <= ' ')
            position = JsonScanner.SkipWhiteSpace(body, position);
    }

    private readonly byte Peek() => (uint)position < (uint)body.Length ? body[position] : throw CutOff();

    private readonly WireFormatException CutOff()
    {
        Context.ThrowIfPartial();
        return Malformed("the text ends before the value does", body.Length);
    }

    private void NextString(JsonTokenType type)
    {
        position = Checked(JsonScanner.StringEnd(body, position + 1, out isEscaped)) + 1;
        token = type;
    }

    private void NextLiteral(ReadOnlySpan<byte> literal, JsonTokenType type)
    {
        var rest = body[position..];
        if (!rest.StartsWith(literal))
        {
            var same = rest.CommonPrefixLength(literal);
            throw same == rest.Length ? CutOff() : Unexpected(position + same, $"'{Encoding.UTF8.GetString(literal)}'");
        }
        position += literal.Length;
        token = type;
    }

    private void Open(JsonTokenType type)
    {
        Pay();
        if (++depth > Context.MaxDepth)
            throw Malformed($"brackets more than {Context.MaxDepth} levels deep");
        if (Nesting.IsStackShort(depth))
            throw Malformed("brackets nested more deeply than the stack of this thread allows");
        position++;
        token = type;
    }

    /// <summary>Moves past what parts the members of an object or list, or past the bracket that ends it.</summary>
    private bool AtEnd(byte bracket, JsonTokenType opening, JsonTokenType closing)
    {
        SkipWhiteSpace();
        var next = Peek();
        if (next == bracket)
        {
            start = position++;
            token = closing;
            depth--;
            return true;
        }
        if (token != opening)
        {
            if (next != ',')
                throw Unexpected(position, $"a comma or '{(char)bracket}'");
            position++;
            SkipWhiteSpace();
        }
        return false;
    }

    private readonly int Checked(int end)
    {
        if (end >= 0)
            return end;
        if (end == JsonScanner.Incomplete)
            throw CutOff();
        throw Malformed($"{Show(body[~end])} where it may not stand", ~end);
    }

    /// <summary>A general reader on the token that this one is at.</summary>
    private readonly Utf8JsonReader Rest()
    {
        var isContainer = token is JsonTokenType.StartObject or JsonTokenType.StartArray;
        var options = new JsonReaderOptions { MaxDepth = Math.Max(Context.MaxDepth - depth + 1, 1) };
        var rest = isContainer ? body[start..] : body[start..position];
        var reader = new Utf8JsonReader(rest, isFinalBlock: !Context.IsPartial, new JsonReaderState(options));
        reader.Read();
        return reader;
    }
}

/// <summary>Where a reader is after it looked for a field.</summary>
internal enum NextField
{
    /// <summary>Where it was: the next field is another, or written in another form, or there is none.</summary>
    Other,

    /// <summary>Behind the name.</summary>
    BeforeValue,

    /// <summary>At the value.</summary>
    AtValue,
}
