namespace Kiln.Runtime.Wire;

/// <summary>A place in any JSON text (RFC 6901).</summary>
internal sealed class JsonPointer
{
    private readonly string[] tokens;

    /// <summary>The names that it leads through.</summary>
    public IReadOnlyList<string> Tokens => tokens;

    public JsonPointer(string text)
    {
        if (text.Length > 0 && text[0] != '/')
            throw new ArgumentException("A JSON pointer is empty or begins with a slash.", nameof(text));
        tokens = text.Split('/').Skip(1).Select(t => t.Replace("~1", "/").Replace("~0", "~")).ToArray();
    }

    /// <summary>Whether it leads through a place, or to it.</summary>
    /// <param name="path">The names that lead to the place; null for an item of a list.</param>
    public bool BeginsWith(ReadOnlySpan<string?> path)
    {
        if (path.Length > tokens.Length)
            return false;
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] != tokens[i])
                return false;
        }
        return true;
    }
}
