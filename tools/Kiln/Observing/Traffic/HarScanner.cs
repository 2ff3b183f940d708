using System.Buffers;
using System.Text;

namespace Kiln.Tool.Observing.Traffic;

/// <summary>
/// Cuts the elements of <c>log.entries</c> out of a HAR file of any length, while it reads it once. It looks at brackets and strings only, so an element that is
/// not valid JSON does not hide the next.
/// </summary>
internal sealed class HarScanner(Stream stream, int maxElement)
{
    private const int Deepest = 1024;
    private static readonly SearchValues<byte> EndsRun = SearchValues.Create("\"\\"u8);

    private readonly byte[] buffer = new byte[64 * 1024];
    private readonly bool[] isArray = new bool[Deepest];
    private readonly ArrayBufferWriter<byte> element = new();
    private readonly List<byte> name = [];
    private readonly string[] keys = new string[3];
    private int depth;
    private int line = 1;
    private bool inString;
    private bool isEscaped;
    private bool isCapturing;
    private bool isTooLarge;
    private int firstLine;

    /// <summary>Whether the array was found.</summary>
    public bool FoundEntries { get; private set; }

    /// <summary>Why the file was not read to its end; <see langword="null"/> if it was.</summary>
    public string? Fault { get; private set; }

    /// <summary>The line that was reached.</summary>
    public int Line => line;

    /// <summary>The elements; the bytes of one are only valid until the next is asked for.</summary>
    public IEnumerable<HarElement> Elements()
    {
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            for (var at = 0; at < count && Fault is null;)
            {
                if (Step(ref at, count))
                    yield return Take();
            }
            if (Fault is not null)
                yield break;
        }
        if (Fault is null && (depth > 0 || inString))
            Fault = isCapturing ? "the file ends within this entry" : "the file ends within its JSON";
    }

    /// <summary>Consumes some bytes; true if an element is complete.</summary>
    private bool Step(ref int at, int count) => inString ? InString(ref at, count) : Outside(ref at);

    private bool InString(ref int at, int count)
    {
        var rest = buffer.AsSpan(at, count - at);
        var length = isEscaped ? 1 : rest.IndexOfAny(EndsRun);
        var isRun = length < 0;
        if (isRun)
            length = rest.Length;
        else if (!isEscaped)
            length++;

        var run = rest[..length];
        Capture(run);
        if (depth <= 2 && name.Count <= 16)
            name.AddRange(run[..Math.Min(run.Length, 17)]);
        at += length;
        if (isEscaped)
            isEscaped = false;
        else if (!isRun && run[^1] == (byte)'\\')
            isEscaped = true;
        else if (!isRun)
        {
            inString = false;
            return IsElementEnd();
        }
        return false;
    }

    private bool Outside(ref int at)
    {
        var c = buffer[at];
        // A scalar among the entries ends before what follows it.
        if (IsElementEnd() && c is (byte)',' or (byte)']' or (byte)' ' or (byte)'\r' or (byte)'\n')
            return true;

        at++;
        switch (c)
        {
            case (byte)'\n':
                line++;
                break;
            case (byte)' ' or (byte)'\t' or (byte)'\r':
                return false;
            case (byte)',' when depth == 3:
                return false;
            case (byte)':' when depth is 1 or 2:
                keys[depth] = Encoding.UTF8.GetString([.. name]).TrimEnd('"');
                return false;
            case (byte)'"':
                Begin();
                name.Clear();
                inString = true;
                break;
            case (byte)'{' or (byte)'[':
                Begin();
                Open(c == (byte)'[');
                break;
            case (byte)'}' or (byte)']':
                if (depth == 0 || (depth <= Deepest && isArray[depth - 1] != (c == (byte)']')))
                {
                    Fault = isCapturing ? "the brackets of this entry do not match; the file cannot be read any further" : "the brackets of the file do not match";
                    return false;
                }
                depth--;
                Capture([c]);
                return IsElementEnd();
            default:
                Begin();
                break;
        }
        Capture([c]);
        return false;
    }

    private void Open(bool array)
    {
        if (depth < Deepest)
            isArray[depth] = array;
        depth++;
        if (array && depth == 3 && keys[1] == "log" && keys[2] == "entries")
            FoundEntries = true;
    }

    private bool IsInEntries => depth == 3 && keys[1] == "log" && keys[2] == "entries" && isArray[2];

    private void Begin()
    {
        if (isCapturing || !IsInEntries)
            return;
        isCapturing = true;
        isTooLarge = false;
        firstLine = line;
        element.ResetWrittenCount();
    }

    private bool IsElementEnd() => isCapturing && depth == 3;

    private void Capture(ReadOnlySpan<byte> bytes)
    {
        if (!isCapturing || isTooLarge)
            return;
        if (element.WrittenCount + bytes.Length > maxElement)
            isTooLarge = true;
        else
            element.Write(bytes);
    }

    private HarElement Take()
    {
        isCapturing = false;
        // Without the type, null would be converted to an empty memory.
        return new(isTooLarge ? default(ReadOnlyMemory<byte>?) : element.WrittenMemory, firstLine);
    }
}

/// <summary>An element of the entries.</summary>
/// <param name="Json">Its JSON; <see langword="null"/> if it is too large.</param>
/// <param name="Line">Its first line.</param>
internal readonly record struct HarElement(ReadOnlyMemory<byte>? Json, int Line);
