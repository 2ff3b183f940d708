namespace Kiln.Generator.Specs.Grammar;

/// <summary>The form of a key's value, and the kind of object for the forms that hold objects.</summary>
internal readonly record struct FieldRule(ValueForm Form, OpenApiObjectKind Kind = OpenApiObjectKind.Data);
