using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Facts;

/// <summary>
/// What schemas that apply to one value say together, however they are combined: with the subschemas of <c>allOf</c>, and with the only alternative of a union. Mostly it is
/// one schema; a property that several subschemas declare has several.
/// </summary>
/// <param name="source">Makes the facts of subschemas.</param>
/// <param name="key">Identifies the schemas within their document.</param>
/// <param name="schemas">The schemas, their references followed.</param>
internal sealed class SchemaFacts(SchemaFactsSource source, string key, IReadOnlyList<SchemaNode> schemas)
{
    private static readonly string[] Flags = ["readOnly", "writeOnly", "deprecated"];

    private readonly (IReadOnlyList<SchemaMember> Merged, IReadOnlyList<SchemaMember> Separate, bool IsCut) members = SchemaMembers.Of(schemas, source.Limits.Members);
    private PropertyDeclarations? properties;
    private Dictionary<string, List<int>>? required;
    private TypeSet? types;
    private bool? allowsNull;

    public SchemaFactsSource Source => source;

    public string Key => key;

    /// <summary>The first of the schemas, which stands for all of them in pointers and locations.</summary>
    public SchemaNode Schema => schemas[0];

    public IReadOnlyList<SchemaNode> Schemas => schemas;

    /// <summary>The schemas and what is merged with them; each before its own subschemas.</summary>
    public IReadOnlyList<SchemaMember> Members => members.Merged;

    /// <summary>Subschemas of <c>allOf</c> that cannot be merged.</summary>
    public IReadOnlyList<SchemaMember> Separate => members.Separate;

    /// <summary>Whether there are more subschemas than are compared.</summary>
    public bool IsCut => members.IsCut;

    /// <summary>The name of the component, if it is one.</summary>
    public string? Component { get; } = schemas.Count == 1 ? ComponentNames.Of(schemas[0]) : null;

    public PropertyDeclarations Properties => properties ??= new(Members);

    /// <summary>The required properties, each with the members that require it.</summary>
    public IReadOnlyDictionary<string, List<int>> Required => required ??= ReadRequired();

    public TypeSet Types => types ??= TypeSet.Of(this);

    public bool AllowsNull => allowsNull ??= schemas.All(s => s.AllowsNull);

    /// <summary>Hash codes of the content by depth; see <see cref="SchemaContent"/>.</summary>
    public ulong?[] Hashes { get; } = new ulong?[SchemaContent.MaxDepth + 1];

    /// <summary>The value of a keyword from the first member that has it. An annotation that one member sets is set, whatever the others say.</summary>
    public KeywordValue? Find(string keyword)
    {
        KeywordValue? unset = null;
        for (var i = 0; i < Members.Count; i++)
        {
            if (Members[i].Schema[keyword] is not { } value)
                continue;
            if (!Flags.Contains(keyword) || value is not SpecScalar { Kind: ScalarKind.Boolean, Text: "false" })
                return new(value, i);
            unset ??= new(value, i);
        }
        return unset;
    }

    public bool IsTrue(string keyword) => Find(keyword)?.Node is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };

    /// <summary>The location of a keyword's value, or that of the schema where no member has it.</summary>
    public SourceLocation LocationOf(string keyword) => Find(keyword)?.Node.Location ?? Schema.Location;

    /// <summary>The schema of a keyword of a member.</summary>
    public SchemaNode? Child(KeywordValue? value, string keyword) => value is { Node: SpecMap map } found ? source.Child(Members[found.Member].Schema, keyword, map) : null;

    /// <summary>The schemas of a keyword's map.</summary>
    public IReadOnlyList<SchemaProperty> Entries(string keyword) => Find(keyword) is { Node: SpecMap map } found
        ? [.. map.Entries.Where(e => e.Value is SpecMap).Select(e => new SchemaProperty(e.Key, source.Child(Members[found.Member].Schema, keyword + "/" + JsonPointer.Escape(e.Key), (SpecMap)e.Value)))]
        : [];

    private Dictionary<string, List<int>> ReadRequired()
    {
        var found = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < Members.Count; i++)
        {
            foreach (var name in Members[i].Schema.Required)
            {
                if (!found.TryGetValue(name, out var requiring))
                    found.Add(name, requiring = []);
                requiring.Add(i);
            }
        }
        return found;
    }
}

/// <summary>The value of a keyword, with the index of the member that has it.</summary>
internal readonly record struct KeywordValue(SpecNode Node, int Member);
