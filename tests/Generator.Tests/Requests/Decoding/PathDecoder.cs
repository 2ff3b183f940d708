using System.Text;
using System.Text.RegularExpressions;

namespace Kiln.Generator.Tests.Requests.Decoding;

/// <summary>Takes a path apart by its template (OpenAPI 3.1, "Path Templating").</summary>
internal static partial class PathDecoder
{
    /// <summary>The names of a template, in their order.</summary>
    public static IReadOnlyList<string> NamesIn(string template) => [.. Placeholder().Matches(template).Select(m => m.Groups["name"].Value)];

    /// <summary>What was sent in place of each name; <see langword="null"/> if the path is not of the template.</summary>
    public static IReadOnlyDictionary<string, string>? Read(string template, string path)
    {
        var pattern = new StringBuilder("^");
        var names = new List<string>();
        var end = 0;
        foreach (Match match in Placeholder().Matches(template))
        {
            AppendLiteral(pattern, template[end..match.Index]);
            // The last placeholder of a segment takes the rest of it, and what stands between two may be in neither.
            pattern.Append("([^/?]*)");
            names.Add(match.Groups["name"].Value);
            end = match.Index + match.Length;
        }
        AppendLiteral(pattern, template[end..]);

        var found = Regex.Match(path, pattern.Append('$').ToString());
        return found.Success ? names.Select((n, i) => (n, found.Groups[i + 1].Value)).DistinctBy(p => p.n).ToDictionary(p => p.n, p => p.Value, StringComparer.Ordinal) : null;
    }

    // A character of the template may be sent as it is or encoded.
    private static void AppendLiteral(StringBuilder pattern, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var encoded = string.Concat(Encoding.UTF8.GetBytes(rune.ToString()).Select(b => $"%{b:X2}"));
            pattern.Append("(?:").Append(Regex.Escape(rune.ToString())).Append('|').Append(encoded).Append(')');
        }
    }

    // Some authors write the placeholders of RFC 6570: {;id*}.
    [GeneratedRegex(@"\{(?<prefix>[.;]?)(?<name>[^{}]*?)\*?\}")]
    private static partial Regex Placeholder();
}
