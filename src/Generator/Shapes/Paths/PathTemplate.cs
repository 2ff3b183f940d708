namespace Kiln.Generator.Shapes.Paths;

/// <summary>A stretch of a path template: text, or the name of a parameter.</summary>
internal readonly record struct PathPart(string Text, bool IsParameter);

/// <summary>Takes path templates apart.</summary>
internal static class PathTemplate
{
    /// <summary>The parts of a template in order; a brace without its other half is text.</summary>
    public static IEnumerable<PathPart> Split(string template)
    {
        var start = 0;
        while (template.IndexOf('{', start) is var open and >= 0 && template.IndexOf('}', open) is var close and >= 0)
        {
            if (open > start)
                yield return new(template.Substring(start, open - start), IsParameter: false);
            yield return new(template.Substring(open + 1, close - open - 1), IsParameter: true);
            start = close + 1;
        }
        if (start < template.Length)
            yield return new(template.Substring(start), IsParameter: false);
    }

    /// <summary>The template with the slash that it has to begin with: without it, its beginning would become a part of the host's name.</summary>
    public static string Rooted(string template) => template.Length == 0 || template[0] == '/' ? template : "/" + template;

    /// <summary>The parts that go into a URL, the literal ones encoded: what stands behind a <c>#</c> is never sent, documents distinguish operations of one path by it.</summary>
    public static IEnumerable<PathPart> SplitSent(string template)
    {
        foreach (var part in Split(Rooted(template)))
        {
            var fragment = part.IsParameter ? -1 : part.Text.IndexOf('#');
            if (part.IsParameter)
                yield return part;
            else if (fragment != 0)
                yield return part with { Text = PathLiteral.Encode(fragment < 0 ? part.Text : part.Text.Substring(0, fragment)) };
            if (fragment >= 0)
                yield break;
        }
    }
}
