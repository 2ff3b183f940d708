using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Specs;

/// <summary>A node of a YAML or JSON document that knows where it stands.</summary>
internal abstract class SpecNode(SpecSpan span)
{
    public SpecSpan Span { get; } = span;

    /// <summary>The node's first to last character.</summary>
    public SourceLocation Location => Span.Location;
}

/// <summary>A mapping (YAML) or object (JSON), in the order of the document; no key stands twice.</summary>
internal sealed class SpecMap(SpecSpan span, IReadOnlyList<SpecEntry> entries) : SpecNode(span)
{
    // Nearly all maps of a document have few keys, and a search through eight is as fast as a hash.
    private const int FewEntries = 8;

    private Dictionary<string, SpecEntry>? byKey;

    public IReadOnlyList<SpecEntry> Entries { get; } = entries;

    /// <summary>The value of a key, or <see langword="null"/> if there is none.</summary>
    public SpecNode? this[string key] => Entry(key)?.Value;

    /// <summary>The key with its value, or <see langword="null"/> if there is none.</summary>
    public SpecEntry? Entry(string key)
    {
        if (Entries.Count > FewEntries)
        {
            byKey ??= Entries.ToDictionary(e => e.Key, StringComparer.Ordinal);
            return byKey.TryGetValue(key, out var found) ? found : null;
        }

        for (var i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Key == key)
                return Entries[i];
        }
        return null;
    }
}

/// <summary>A key of a <see cref="SpecMap"/> with its value.</summary>
internal sealed class SpecEntry(string key, SpecSpan keySpan, SpecNode value)
{
    public string Key { get; } = key;

    public SpecSpan KeySpan { get; } = keySpan;

    public SourceLocation KeyLocation => KeySpan.Location;

    public SpecNode Value { get; } = value;

    /// <summary>The same key with another value.</summary>
    public SpecEntry With(SpecNode other) => new(Key, KeySpan, other);
}

/// <summary>A sequence (YAML) or array (JSON).</summary>
internal sealed class SpecList(SpecSpan span, IReadOnlyList<SpecNode> items) : SpecNode(span)
{
    public IReadOnlyList<SpecNode> Items { get; } = items;
}

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
