using System.Globalization;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Nodes;

/// <summary>
/// A schema of the document: a typed view over its node of the tree in the normal form. All readers of schemas
/// use it. The same schema is the same object.
/// </summary>
internal sealed class SchemaNode(DocumentNodes document, PointedNode node)
{
    private SchemaNode? actual;
    private bool? allowsNull;
    private bool? isOnlyNull;
    private IReadOnlyList<SchemaNode>? allOf;
    private IReadOnlyList<SchemaNode>? oneOf;
    private IReadOnlyList<SchemaNode>? anyOf;
    private IReadOnlyList<SchemaProperty>? properties;
    private IReadOnlyList<SchemaProperty>? conditionalProperties;
    private IReadOnlyList<string>? required;

    /// <summary>The JSON pointer of the schema: its identity.</summary>
    public string Pointer => node.Pointer;

    public SourceLocation Location => node.Location;

    /// <summary>Its node of the tree.</summary>
    public SpecNode Node => node.Node;

    /// <summary>The value of a keyword, or <see langword="null"/>.</summary>
    public SpecNode? this[string keyword] => node[keyword];

    /// <summary>The schema that its <c>$ref</c> names, which may be a reference again; <see langword="null"/> if it is not a reference.</summary>
    public SchemaNode? Target => document.TargetOf(node) is { Node: SpecMap } target ? document.Schema(target) : null;

    /// <summary>The schema itself, or the one at the end of its references.</summary>
    public SchemaNode Actual => actual ??= document.Schema(document.Follow(node));

    public bool IsReference => !ReferenceEquals(Actual, this);

    /// <summary><c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>array</c>, <c>object</c>, <c>null</c> or <c>file</c>; <see langword="null"/> for none or several.</summary>
    public string? Type => node["type"].AsText();

    /// <summary>The types of a schema that has several, null left out; empty for any other.</summary>
    public IReadOnlyList<string> Types => node["x-kiln-types"].Texts();

    /// <summary>The value of <c>format</c>; OpenAPI 3.1 may use <c>contentEncoding</c> instead, which the reader of strings knows.</summary>
    public string? Format => node["format"].AsText();

    public string? Title => node["title"].AsText();

    public string? Description => node["description"].AsText();

    public bool IsDeprecated => IsTrue("deprecated");

    /// <summary>Whether its own <c>nullable</c> is true.</summary>
    public bool IsMarkedNullable => IsTrue("nullable");

    /// <summary>Whether null is a value of the schema.</summary>
    public bool AllowsNull => allowsNull ??= IsReference ? Actual.AllowsNull : Nullability.AllowsNull(this);

    /// <summary>
    /// Whether null is the only value of an alternative, in whichever way that is written: <c>{type: 'null'}</c>, <c>{const: null}</c>, <c>{enum: [null]}</c>,
    /// a reference to one of these, or <c>{nullable: true}</c> alone. The last allows every value elsewhere; as an alternative nobody means that.
    /// </summary>
    public bool IsOnlyNull => isOnlyNull ??= Nullability.IsOnlyNull(this);

    public IReadOnlyList<SchemaNode> AllOf => allOf ??= Schemas("allOf");

    public IReadOnlyList<SchemaNode> OneOf => oneOf ??= Schemas("oneOf");

    public IReadOnlyList<SchemaNode> AnyOf => anyOf ??= Schemas("anyOf");

    /// <summary>The alternatives of its <c>oneOf</c>, or of its <c>anyOf</c> where it has no <c>oneOf</c>.</summary>
    public IReadOnlyList<SchemaNode> Alternatives => OneOf.Count > 0 ? OneOf : AnyOf;

    /// <summary>Its own properties, without those of its <c>allOf</c>.</summary>
    public IReadOnlyList<SchemaProperty> Properties => properties ??= Named("properties");

    /// <summary>The properties that the schemas of its <c>dependentSchemas</c> declare, which are there only beside others.</summary>
    public IReadOnlyList<SchemaProperty> ConditionalProperties => conditionalProperties ??=
        [.. Named("dependentSchemas").SelectMany(dependent => dependent.Schema.Actual.Properties).Where(property => property.Schema["not"] is not SpecMap { Entries.Count: 0 })];

    public IReadOnlyList<SchemaProperty> PatternProperties => Named("patternProperties");

    /// <summary>The names of its required properties.</summary>
    public IReadOnlyList<string> Required => required ??= node["required"].Texts();

    /// <summary>The schema of additional properties; <see langword="null"/> for true, false and none.</summary>
    public SchemaNode? AdditionalProperties => Schema("additionalProperties");

    public bool ForbidsAdditionalProperties => IsFalse("additionalProperties");

    /// <summary>The schema of an array's items; <see langword="null"/> for none, and for a tuple.</summary>
    public SchemaNode? Items => Schema("items");

    /// <summary>The schemas of a tuple's elements; empty for any other.</summary>
    public IReadOnlyList<SchemaNode> TupleItems => Schemas("items");

    public bool ForbidsAdditionalItems => IsFalse("additionalItems");

    public SchemaNode? Not => Schema("not");

    /// <summary>Its enum's values, null included; <see langword="null"/> if it has no enum.</summary>
    public SpecList? Enum => node["enum"] as SpecList;

    /// <summary>A limit such as <c>maximum</c> or <c>minItems</c>; <see langword="null"/> if it has none.</summary>
    public decimal? Limit(string keyword) =>
        node[keyword] is SpecScalar scalar && decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit) ? limit : null;

    /// <summary>The location of a keyword's value, or the schema's own if it has no such keyword.</summary>
    public SourceLocation LocationOf(string keyword) => node.LocationOf(keyword);

    public override string ToString() => Pointer;

    private bool IsTrue(string keyword) => node[keyword] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };

    private bool IsFalse(string keyword) => node[keyword] is SpecScalar { Kind: ScalarKind.Boolean, Text: "false" };

    private SchemaNode? Schema(string keyword) => node.Child(keyword) is { Node: SpecMap } child ? document.Schema(child) : null;

    private IReadOnlyList<SchemaNode> Schemas(string keyword) =>
        node[keyword] is SpecList { Items.Count: > 0 } ? [.. node.Items(keyword).Where(item => item.Node is SpecMap).Select(document.Schema)] : [];

    private IReadOnlyList<SchemaProperty> Named(string keyword) => node[keyword] is SpecMap { Entries.Count: > 0 }
        ? [.. node.Entries(keyword).Where(e => e.Node.Node is SpecMap).Select(e => new SchemaProperty(e.Key, document.Schema(e.Node)))]
        : [];
}

/// <summary>A property of an object with its schema.</summary>
/// <param name="Name">Its name in JSON; of <c>patternProperties</c>, the pattern.</param>
/// <param name="Schema">The schema, which may be a reference.</param>
internal sealed record SchemaProperty(string Name, SchemaNode Schema);
