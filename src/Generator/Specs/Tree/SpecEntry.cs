using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Specs.Tree;

/// <summary>A key of a <see cref="SpecMap"/> with its value.</summary>
internal sealed class SpecEntry(string key, SpecSpan keySpan, SpecNode value)
{
    public string Key { get; } = key;

    public SpecSpan KeySpan { get; } = keySpan;

    public SourceLocation KeyLocation => KeySpan.Location;

    public SpecNode Value { get; } = value;

    /// <summary>This key with another value.</summary>
    public SpecEntry With(SpecNode other) => new(Key, KeySpan, other);
}
