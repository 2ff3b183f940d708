namespace Kiln.Generator.Specs.Tree;

/// <summary>A single value: a string, number, boolean or null of the YAML 1.2 core schema (YAML 1.2, section 10.3) or of JSON.</summary>
internal sealed class SpecScalar(SpecSpan span, ScalarKind kind, string text) : SpecNode(span)
{
    public ScalarKind Kind { get; } = kind;

    /// <summary>A string's characters; a number in JSON's notation; <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public string Text { get; } = text;
}

internal enum ScalarKind
{
    Null,
    Boolean,
    Number,
    String,
}
