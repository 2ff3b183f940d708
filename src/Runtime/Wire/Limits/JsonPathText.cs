using System.Globalization;
using Kiln.Runtime.Text;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Puts together a JSON path (RFC 9535) of bounded length: the names are the service's own, and a body of two megabytes can hold thousands of faults
/// below a name of one.
/// </summary>
internal ref struct JsonPathText
{
    // Enough for all that is shown, and for one more to see that it goes on.
    private const int Capacity = MessageText.MaxLength + 1;

    private readonly Span<char> text;
    private int length;

    /// <param name="buffer">Of <see cref="Capacity"/> characters.</param>
    private JsonPathText(Span<char> buffer)
    {
        text = buffer;
        Append("$");
    }

    /// <summary>Whether what follows is not shown.</summary>
    private readonly bool IsFull => length == Capacity;

    /// <summary>The path that some places lead through.</summary>
    public static string Of(ReadOnlySpan<PathSegment> places)
    {
        var path = new JsonPathText(stackalloc char[Capacity]);
        foreach (var place in places)
        {
            if (path.IsFull)
                break;
            path.Append(place);
        }
        return MessageText.OneLine(path.text[..path.length]);
    }

    private void Append(PathSegment place)
    {
        if (place.IsBeforeFirst)
            return;
        if (place.Name is not { } name)
        {
            Span<char> digits = stackalloc char[11];
            place.Index.TryFormat(digits, out var count, default, CultureInfo.InvariantCulture);
            Append("[");
            Append(digits[..count]);
            Append("]");
        }
        else if (IsPlain(name.AsSpan(0, Math.Min(name.Length, Capacity))))
        {
            Append(".");
            Append(name);
        }
        else
        {
            Append("['");
            foreach (var c in name.AsSpan(0, Math.Min(name.Length, Capacity)))
            {
                if (c is '\\' or '\'')
                    Append("\\");
                Append([c]);
            }
            Append("']");
        }
    }

    private void Append(scoped ReadOnlySpan<char> part)
    {
        part = part[..Math.Min(part.Length, Capacity - length)];
        part.CopyTo(text[length..]);
        length += part.Length;
    }

    private static bool IsPlain(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || char.IsAsciiDigit(name[0]))
            return false;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        }
        return true;
    }
}

/// <summary>A place in an object or list that was entered.</summary>
internal record struct PathSegment(string[]? Names, string? Key, int Index)
{
    /// <summary>Whether the list or object was entered and has shown nothing yet: what is wrong is in itself.</summary>
    public readonly bool IsBeforeFirst => Index < 0 && Key is null;

    /// <summary>Null for an item of a list.</summary>
    public readonly string? Name => Index < 0 ? Key : Names?[Index];
}
