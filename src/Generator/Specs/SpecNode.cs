using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Specs;

/// <summary>A node of a YAML or JSON document that knows where it stands.</summary>
internal abstract class SpecNode(SourcePlace place)
{
    /// <summary>The node's first to last character.</summary>
    public SourcePlace Place { get; } = place;
}

/// <summary>A mapping (YAML) or object (JSON), in the order of the document; no key stands twice.</summary>
internal sealed class SpecMap : SpecNode
{
    private readonly Dictionary<string, SpecEntry> byKey;

    public SpecMap(SourcePlace place, IReadOnlyList<SpecEntry> entries)
        : base(place)
    {
        Entries = entries;
        byKey = entries.ToDictionary(e => e.Key, StringComparer.Ordinal);
    }

    public IReadOnlyList<SpecEntry> Entries { get; }

    /// <summary>The value of a key, or <see langword="null"/> if there is none.</summary>
    public SpecNode? this[string key] => byKey.TryGetValue(key, out var entry) ? entry.Value : null;

    /// <summary>The key with its value, or <see langword="null"/> if there is none.</summary>
    public SpecEntry? Entry(string key) => byKey.TryGetValue(key, out var entry) ? entry : null;
}

/// <summary>A key of a <see cref="SpecMap"/> with its value.</summary>
internal sealed record SpecEntry(string Key, SourcePlace KeyPlace, SpecNode Value);

/// <summary>A sequence (YAML) or array (JSON).</summary>
internal sealed class SpecList(SourcePlace place, IReadOnlyList<SpecNode> items) : SpecNode(place)
{
    public IReadOnlyList<SpecNode> Items { get; } = items;
}

/// <summary>A single value: a string, number, boolean or null of the YAML 1.2 core schema (YAML 1.2, section 10.3) or of JSON.</summary>
internal sealed class SpecScalar(SourcePlace place, ScalarKind kind, string text) : SpecNode(place)
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
