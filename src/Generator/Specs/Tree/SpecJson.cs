using System.Text;

namespace Kiln.Generator.Specs.Tree;

/// <summary>Writes a tree as JSON.</summary>
internal static class SpecJson
{
    // NSwag takes the version from the first text that looks like one, which may be part of an example.
    private static readonly string[] FirstKeys = ["openapi", "swagger"];

    /// <summary>The tree as JSON without white space, with the version first.</summary>
    public static string Write(SpecNode root)
    {
        var json = new StringBuilder();
        if (root is SpecMap map)
            WriteMap(map.Entries.OrderBy(e => FirstKeys.Contains(e.Key) ? 0 : 1), json);
        else
            Write(root, json);
        return json.ToString();
    }

    /// <summary>A text as a string of JSON.</summary>
    public static string Quote(string text)
    {
        var json = new StringBuilder();
        WriteString(text, json);
        return json.ToString();
    }

    private static void Write(SpecNode node, StringBuilder json)
    {
        switch (node)
        {
            case SpecMap map:
                WriteMap(map.Entries, json);
                break;
            case SpecList list:
                json.Append('[');
                for (var i = 0; i < list.Items.Count; i++)
                {
                    if (i > 0)
                        json.Append(',');
                    Write(list.Items[i], json);
                }
                json.Append(']');
                break;
            case SpecScalar { Kind: ScalarKind.String } scalar:
                WriteString(scalar.Text, json);
                break;
            case SpecScalar scalar:
                json.Append(scalar.Text);
                break;
        }
    }

    private static void WriteMap(IEnumerable<SpecEntry> entries, StringBuilder json)
    {
        json.Append('{');
        var isFirst = true;
        foreach (var entry in entries)
        {
            if (!isFirst)
                json.Append(',');
            isFirst = false;
            WriteString(entry.Key, json);
            json.Append(':');
            Write(entry.Value, json);
        }
        json.Append('}');
    }

    private static void WriteString(string text, StringBuilder json)
    {
        json.Append('"');
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Escape(text, i) is not { } escape)
                continue;
            json.Append(text, written, i - written).Append(escape);
            written = i + 1;
        }
        json.Append(text, written, text.Length - written).Append('"');
    }

    /// <summary>The escape sequence of a character; <see langword="null"/> if it needs none.</summary>
    private static string? Escape(string text, int index) => text[index] switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        // An unpaired surrogate cannot be encoded as UTF-8; some readers treat the last three as line ends.
        < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' => Unicode(text[index]),
        >= '\uD800' and <= '\uDFFF' when !IsInPair(text, index) => Unicode(text[index]),
        _ => null,
    };

    private static bool IsInPair(string text, int index) => char.IsHighSurrogate(text[index])
        ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
        : index > 0 && char.IsHighSurrogate(text[index - 1]);

    private static string Unicode(char c) => $"\\u{(int)c:X4}";
}
