namespace Kiln.Generator.Shapes.Paths;

/// <summary>Takes a path template apart into its segments.</summary>
internal static class PathSegments
{
    /// <summary>The segments in order. A slash at the end is part of the URL, and of no name; one in braces belongs to the parameter's name.</summary>
    public static string[] Of(string path)
    {
        var segments = new List<string>();
        var lastBrace = path.LastIndexOf('}');
        var start = 0;
        for (var i = 0; i <= path.Length; i++)
        {
            if (i < lastBrace && path[i] == '{')
            {
                i = path.IndexOf('}', i);
            }
            else if (i == path.Length || path[i] == '/')
            {
                if (i > start)
                    segments.Add(path.Substring(start, i - start));
                start = i + 1;
            }
        }
        return [.. segments];
    }
}
