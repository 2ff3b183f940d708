using System.Text;
using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Reports.Html;

/// <summary>Puts texts into a page.</summary>
internal static class HtmlText
{
    /// <summary>A text in an element, or in an attribute in quotes.</summary>
    public static string Of(string text)
    {
        var line = OneLine.Of(text);
        var escaped = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(c),
            };
        }
        return escaped.ToString();
    }

    /// <summary>The same, where a line may be broken behind a dot or slash: a full name of C# has no space.</summary>
    public static string Breakable(string text) => Of(text).Replace(".", ".<wbr>", StringComparison.Ordinal).Replace("/", "/<wbr>", StringComparison.Ordinal);
}
