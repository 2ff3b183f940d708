using System.Text.RegularExpressions;

namespace Kiln.Tool.Observing.Matching;

/// <summary>A path template that paths of requests are compared with.</summary>
internal sealed partial class PathTemplate : IComparable<PathTemplate>
{
    private readonly Segment[] segments;

    public PathTemplate(string template) => segments = [.. SegmentsOf(template).Select(Segment.Parse)];

    /// <summary>The number of its segments.</summary>
    public int Length => segments.Length;

    /// <summary>The segments of a path, as they are sent.</summary>
    public static string[] SegmentsOf(string path)
    {
        var end = path.IndexOfAny(['?', '#']);
        return (end < 0 ? path : path[..end]).TrimStart('/').Split('/');
    }

    /// <summary>The values of its parameters if a path is one of the template; else <see langword="null"/>.</summary>
    public IReadOnlyDictionary<string, string>? Match(IReadOnlyList<string> path)
    {
        if (path.Count != segments.Length)
            return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < segments.Length; i++)
        {
            if (!segments[i].Matches(path[i], values))
                return null;
        }
        return values;
    }

    /// <summary>Puts the template first that says more: a literal segment before one with a parameter in it, from the left.</summary>
    public int CompareTo(PathTemplate? other)
    {
        for (var i = 0; i < Math.Min(Length, other!.Length); i++)
        {
            if (segments[i].Rank.CompareTo(other.segments[i].Rank) is not 0 and var order)
                return order;
        }
        return Length.CompareTo(other.Length);
    }

    /// <summary>One segment: a literal, a parameter, or both.</summary>
    private sealed record Segment(int Rank, string Text, IReadOnlyList<string> Names, Regex? Mixed)
    {
        public static Segment Parse(string text)
        {
            var names = ParameterName().Matches(text).Select(m => m.Groups[1].Value).ToList();
            if (names.Count == 0)
                return new(0, Uri.UnescapeDataString(text), names, null);
            if (names.Count == 1 && text == $"{{{names[0]}}}")
                return new(2, text, names, null);
            var pattern = string.Join("(.+)", ParameterName().Split(text).Where((_, i) => i % 2 == 0).Select(Regex.Escape));
            return new(1, text, names, new($"^{pattern}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        }

        public bool Matches(string sent, Dictionary<string, string> values)
        {
            if (Rank == 0 && sent == Text)
                return true;
            var value = Uri.UnescapeDataString(sent);
            switch (Rank)
            {
                case 0:
                    return value == Text;
                case 2 when value.Length == 0:
                    return false;
                case 2:
                    values[Names[0]] = value;
                    return true;
                default:
                    if (Mixed!.Match(value) is not { Success: true } match)
                        return false;
                    for (var i = 0; i < Names.Count; i++)
                        values[Names[i]] = match.Groups[i + 1].Value;
                    return true;
            }
        }
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex ParameterName();
}
