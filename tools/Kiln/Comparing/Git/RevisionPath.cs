namespace Kiln.Tool.Comparing.Git;

/// <summary>A file or folder of a revision, as git writes it: <c>v1.2.0:spec/openapi.yaml</c>, <c>HEAD~1:./openapi.yaml</c>, <c>:openapi.yaml</c> for the index.</summary>
/// <param name="Text">All of it, as a person typed it.</param>
/// <param name="Revision">What is before the colon; empty for the index.</param>
/// <param name="Path">What is after it.</param>
internal sealed record RevisionPath(string Text, string Revision, string Path)
{
    /// <summary>The parts of a text; <see langword="null"/> if it has no colon.</summary>
    public static RevisionPath? Parse(string text)
    {
        // A date in braces has colons of its own: main@{2026-01-01 10:00}:openapi.yaml.
        var braces = 0;
        for (var i = 0; i < text.Length; i++)
        {
            braces += text[i] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (text[i] == ':' && braces <= 0)
                return new(text, text[..i], text[(i + 1)..]);
        }
        return null;
    }

    public bool IsIndex => Revision.Length == 0;

    /// <summary>Whether the path is relative to the current folder and not to the top of the repository, by git's rule.</summary>
    public bool IsRelative => Path is "." or ".." || Path.StartsWith("./", StringComparison.Ordinal) || Path.StartsWith("../", StringComparison.Ordinal);
}
