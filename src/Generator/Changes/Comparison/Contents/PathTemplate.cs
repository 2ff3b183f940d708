using System.Text;

namespace Kiln.Generator.Changes.Comparison.Contents;

/// <summary>Path templates (OpenAPI 3.1.1, "Path Templating").</summary>
internal static class PathTemplate
{
    /// <summary>The names in braces, in their order.</summary>
    public static List<string> Variables(string path)
    {
        var names = new List<string>();
        for (var at = 0; NextVariable(path, at) is var (start, end) && start >= 0; at = end + 1)
            names.Add(path.Substring(start + 1, end - start - 1));
        return names;
    }

    /// <summary>The template without the names in braces: two that are equal so are one path.</summary>
    public static string WithoutNames(string path)
    {
        var text = new StringBuilder();
        var at = 0;
        while (NextVariable(path, at) is var (start, end) && start >= 0)
        {
            text.Append(path, at, start - at).Append("{}");
            at = end + 1;
        }
        return text.Append(path, at, path.Length - at).ToString();
    }

    /// <summary>The same, with each segment that is a version replaced by its letter: an API with its version in its paths has all of them twice over time.</summary>
    /// <example><c>/api/v2.1/pets/{id}</c> is <c>/api/v/pets/{}</c></example>
    public static string WithoutVersions(string path) => string.Join("/", WithoutNames(path).Split('/').Select(s => IsVersion(s) ? "v" : s));

    // v1, V2.1, v3beta2
    private static bool IsVersion(string segment) =>
        segment.Length is > 1 and <= MaxVersion && segment[0] is 'v' or 'V' && segment[1] is >= '0' and <= '9'
        && segment.Substring(1).Replace("alpha", "").Replace("beta", "").All(c => c is >= '0' and <= '9' or '.' or '_');

    /// <summary>Whether two paths have at least half of their segments in common, in the same order.</summary>
    public static bool AreSimilar(string one, string other)
    {
        var (first, second) = (Segments(one), Segments(other));
        return first.Length > 0 && second.Length > 0 && first.Length <= MaxSegments && second.Length <= MaxSegments
            && Common(first, second) * 2 >= Math.Max(first.Length, second.Length);
    }

    private const int MaxSegments = 50;
    private const int MaxVersion = 20;

    private static string[] Segments(string path) => WithoutNames(path).Split(['/'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The length of the longest common subsequence.</summary>
    private static int Common(string[] one, string[] other)
    {
        var lengths = new int[one.Length + 1, other.Length + 1];
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
                lengths[i, j] = one[i - 1] == other[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
        }
        return lengths[one.Length, other.Length];
    }

    private static (int Start, int End) NextVariable(string path, int from)
    {
        var start = path.IndexOf('{', from);
        var end = start < 0 ? -1 : path.IndexOf('}', start);
        return end < 0 ? (-1, -1) : (start, end);
    }
}
