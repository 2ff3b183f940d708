using System.Text;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations.Dialects;

/// <summary>A path into a response, of the few forms of JSONPath (RFC 9535) that lead to one value: names, and the last element of an array.</summary>
/// <param name="Pointer">The JSON pointer of the value; if it is in the last element of an array, that of the array.</param>
/// <param name="InLastItem">The JSON pointer from the last element to the value; <see langword="null"/> if the path has no index.</param>
/// <example><c>$.data[-1].id</c>: <c>/data</c>, and <c>/id</c> in its last element.</example>
internal sealed record ResponsePath(string Pointer, string? InLastItem)
{
    /// <summary>The path that a text is; <see langword="null"/> if it is none, or one of another form.</summary>
    /// <param name="text">The text.</param>
    /// <param name="root">What it begins with: <c>$</c>.</param>
    public static ResponsePath? Parse(string? text, string root)
    {
        if (text is null || !text.StartsWith(root, StringComparison.Ordinal))
            return null;

        var pointer = new StringBuilder();
        string? array = null;
        for (var at = root.Length; at < text.Length;)
        {
            if (text[at] == '.')
            {
                var end = text.IndexOfAny(['.', '['], at + 1) is >= 0 and var next ? next : text.Length;
                if (end == at + 1)
                    return null;
                pointer.Append('/').Append(JsonPointer.Escape(text.Substring(at + 1, end - at - 1)));
                at = end;
            }
            else if (text[at] == '[' && Close(text, at) is { } close)
            {
                var inner = text.Substring(at + 1, close - at - 1).Trim();
                if (inner is ['\'', .., '\''] or ['"', .., '"'] && inner.Length > 2 && inner.IndexOf('\\') < 0)
                {
                    pointer.Append('/').Append(JsonPointer.Escape(inner.Substring(1, inner.Length - 2)));
                }
                else if (array is null && inner.Replace(" ", "") is "-1" or "-1:" or "(@.length-1)")
                {
                    array = pointer.ToString();
                    pointer.Clear();
                }
                else
                {
                    return null;
                }
                at = close + 1;
            }
            else
            {
                return null;
            }
        }
        return array is null ? new(pointer.ToString(), null) : new(array, pointer.ToString());
    }

    private static int? Close(string text, int open)
    {
        var quote = open + 1 < text.Length && text[open + 1] is '\'' or '"' ? text[open + 1].ToString() : "";
        var close = text.IndexOf(quote + "]", open + 1 + quote.Length, StringComparison.Ordinal);
        return close < 0 ? null : close + quote.Length;
    }
}
