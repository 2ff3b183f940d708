namespace Kiln.Generator.Specs.Grammar;

/// <summary>What a key of a node holds, and for the shapes that hold nodes, which kind of node.</summary>
internal readonly record struct FieldRule(ValueForm Form, OpenApiObjectKind Kind = OpenApiObjectKind.Data);
