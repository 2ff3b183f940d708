namespace Kiln.Generator.Specs.Tree;

/// <summary>A single value: a string, number, boolean or null of the YAML 1.2 core schema (YAML 1.2, section 10.3) or of JSON.</summary>
internal class SpecScalar(SpecSpan span, ScalarKind kind, string text) : SpecNode(span)
{
    public ScalarKind Kind { get; } = kind;

    /// <summary>A string's characters; a number in JSON's notation; <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public string Text { get; } = text;

    /// <summary>The characters as the document has them, which are the value where a string is required.</summary>
    /// <example><c>08</c> where <see cref="Text"/> is <c>8</c></example>
    public virtual string Source => Text;
}

/// <summary>A number or boolean whose characters in the document are not JSON's notation. A type of its own, because nearly all scalars are written as in JSON.</summary>
internal sealed class RewrittenScalar(SpecSpan span, ScalarKind kind, string text, string source) : SpecScalar(span, kind, text)
{
    public override string Source => source;
}

internal enum ScalarKind
{
    Null,
    Boolean,
    Number,
    String,
}
