namespace Kiln.Generator.Shapes.Paths;

/// <summary>One segment of a path template.</summary>
/// <example><c>{threat_id}</c>, or <c>v2.1</c>, or <c>{name}.json</c>.</example>
internal sealed record PathSegment(string Text)
{
    /// <summary>The names in braces, in order.</summary>
    public IReadOnlyList<string> Parameters { get; } = [.. PathTemplate.Split(Text).Where(p => p.IsParameter).Select(p => p.Text)];

    public bool IsLiteral => Parameters.Count == 0;

    /// <summary>Whether it is one parameter and nothing else.</summary>
    public bool IsItem => Parameters.Count == 1 && Text.Length == Parameters[0].Length + 2;
}
