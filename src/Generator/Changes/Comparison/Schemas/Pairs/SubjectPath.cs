namespace Kiln.Generator.Changes.Comparison.Schemas.Pairs;

/// <summary>What a difference is about: a component or a use, and the path in it.</summary>
/// <example><c>Pet.owner.name</c>, <c>GET /pets 200 .data[].name</c></example>
/// <param name="Root">The component or the use.</param>
/// <param name="IsComponent">Whether it is a component.</param>
/// <param name="Path">The path in it; empty for all of it.</param>
internal sealed record SubjectPath(string Root, bool IsComponent, string Path)
{
    public string Text => IsComponent || Path.Length == 0 ? Root + Path : $"{Root} {Path}";

    public SubjectPath With(string segment) => segment.Length == 0 ? this : this with { Path = Path + segment };
}
