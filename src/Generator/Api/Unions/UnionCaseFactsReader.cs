using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Numbers;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Unions;

/// <summary>Reads what distinguishes the cases of a union from their schemas.</summary>
internal sealed class UnionCaseFactsReader(DocumentNodes document)
{
    private const int MaxReferences = 100;
    private const int MaxWrappers = 20;

    // Only hostile documents spread constants over more.
    private const int MaxConstantSchemas = 1000;

    private static readonly JsonKind[] AllKinds = [JsonKind.String, JsonKind.Number, JsonKind.Boolean, JsonKind.Array, JsonKind.Object];

    // Only hostile documents have so many alternatives of alternatives, or references to them.
    private const int MaxSchemas = 5000;

    private readonly Dictionary<SchemaNode, ObjectFacts> objects = [];

    // A schema is a case of many unions, or of one that is itself a case of many.
    private readonly Dictionary<SchemaNode, List<UnionCaseFacts>> forms = [];

    /// <summary>The forms of a case's schema, null left out.</summary>
    public List<UnionCaseFacts> Read(int @case, SchemaNode schema)
    {
        var references = new List<SchemaNode>();
        for (var step = schema; step.Target is { } target && references.Count < MaxReferences; step = target)
            references.Add(step);
        return [.. FormsOf(schema.Actual).Select(f => f with { Case = @case, Path = references.Count == 0 ? f.Path : [.. references, .. f.Path] })];
    }

    private List<UnionCaseFacts> FormsOf(SchemaNode schema)
    {
        if (!forms.TryGetValue(schema, out var found))
        {
            found = [];
            var seen = new HashSet<SchemaNode>();
            Collect(schema, [], seen, found);
            if (seen.Count >= MaxSchemas)
                found = [.. AllKinds.Select(kind => Anything(kind, schema))];
            forms.Add(schema, found);
        }
        return found;
    }

    private static UnionCaseFacts Anything(JsonKind kind, SchemaNode schema) => new(0, kind, "", null, ObjectFacts.None, [schema], [], null);

    /// <summary>The only values of a property; <see langword="null"/> if it has others.</summary>
    public IReadOnlyList<string>? Constants(UnionCaseFacts facts, string name) =>
        facts.Implied.FirstOrDefault(i => i.WireName == name)?.Values ?? Constants(facts.Object, name);

    /// <summary>The only values of an object's property; <see langword="null"/> if it has others.</summary>
    public IReadOnlyList<string>? Constants(ObjectFacts facts, string name) =>
        facts.Properties.TryGetValue(name, out var schema) ? Constants(schema) : null;

    /// <summary>The only values of a scalar; <see langword="null"/> if it has others.</summary>
    public static IReadOnlyList<string>? ConstantsOf(SchemaNode schema) => Constants(schema);

    /// <summary>The JSON kinds of a property's value; none if it may be anything.</summary>
    public IReadOnlyList<JsonKind> Kinds(ObjectFacts facts, string name) =>
        facts.Properties.TryGetValue(name, out var schema) ? [.. Read(0, schema).Select(f => f.Kind).Distinct()] : [];

    /// <summary>The schema at the end of references and of wrappers; <see langword="null"/> if it never ends.</summary>
    /// <param name="schema">Where to begin.</param>
    /// <param name="path">Gets each schema on the way, the last one included.</param>
    private static SchemaNode? Unwrap(SchemaNode schema, List<SchemaNode>? path = null)
    {
        for (var i = 0; i < MaxWrappers; i++)
        {
            for (var step = schema; step is not null && path?.Count < MaxReferences; step = step.Target)
                path.Add(step);
            schema = schema.Actual;
            // What is derived from a schema with a discriminator is not that schema.
            if (schema["enum"] is not null || schema["discriminator"] is not null || schema.Wrapped() is not { } wrapped || Discriminator.IsOn(wrapped.Actual))
                return schema;
            schema = wrapped;
        }
        return null;
    }

    private static IReadOnlyList<string>? Constants(SchemaNode schema)
    {
        var values = new List<string>();
        return AddConstants(schema, values, []) && values.Count > 0 ? [.. values.Distinct()] : null;
    }

    // Of an enum, or of alternatives that are enums; false if there are other values.
    private static bool AddConstants(SchemaNode schema, List<string> values, HashSet<SchemaNode> seen)
    {
        if (seen.Count == MaxConstantSchemas || Unwrap(schema) is not { } own)
            return false;
        if (!seen.Add(own))
            return true;
        if (own.Enum is { Items.Count: > 0 } list)
        {
            values.AddRange(list.Items.OfType<SpecScalar>().Where(s => s.Kind != ScalarKind.Null).Select(s => s.Text));
            return list.Items.All(i => i is SpecScalar);
        }
        return own.AllOf.Count + own.Properties.Count == 0 && own.Alternatives.Count > 0
            && own.Alternatives.All(a => a.IsOnlyNull || AddConstants(a, values, seen));
    }

    private void Collect(SchemaNode schema, List<SchemaNode> path, HashSet<SchemaNode> seen, List<UnionCaseFacts> facts)
    {
        if (seen.Count >= MaxSchemas || !seen.Add(schema))
            return;

        path = [.. path];
        if (Unwrap(schema, path) is not { } own)
            return;
        if (own != schema && !seen.Add(own))
            return;

        if (own.Properties.Count == 0 && own.AllOf.Count == 0 && own.Alternatives.Count > 0)
        {
            var first = facts.Count;
            foreach (var alternative in own.Alternatives.Where(a => !a.IsOnlyNull))
                Collect(alternative, path, seen, facts);
            if (Discriminator.Read(own, document) is { } discriminator)
                Imply(discriminator, facts, first);
            return;
        }

        foreach (var (kind, type) in KindsOf(own))
        {
            var isScalar = kind is JsonKind.String or JsonKind.Number or JsonKind.Boolean;
            facts.Add(new(
                0,
                kind,
                own.Format is { } format && kind is JsonKind.String or JsonKind.Number ? $"{type} {format}" : type,
                isScalar ? Constants(own) : null,
                kind == JsonKind.Object ? ReadObject(own) : ObjectFacts.None,
                path,
                [],
                kind == JsonKind.Array ? ItemsOf(own) : null,
                kind == JsonKind.Array && own.TupleItems.Count > 0));
        }
    }

    // Of a tuple the first element, unless null may stand there: the first item that is not null would be another one.
    private static SchemaNode? ItemsOf(SchemaNode array) => array.TupleItems.Count > 0 && !array.TupleItems[0].AllowsNull ? array.TupleItems[0] : array.Items;

    private static void Imply(Discriminator discriminator, List<UnionCaseFacts> facts, int first)
    {
        for (var i = first; i < facts.Count; i++)
        {
            if (facts[i].Kind == JsonKind.Object && discriminator.ValuesOf(facts[i].Path) is { Count: > 0 } values)
                facts[i] = facts[i] with { Implied = [.. facts[i].Implied, new(discriminator.WireName, values)] };
        }
    }

    private IEnumerable<(JsonKind Kind, string Type)> KindsOf(SchemaNode schema)
    {
        var types = schema.Type is { } single ? [single] : schema.Types.Count > 0 ? schema.Types : ImpliedTypes(schema);
        return types.Count == 0
            ? AllKinds.Select(k => (k, ""))
            : types.Where(t => t != "null").Select(t => (KindOf(t), t));
    }

    private static JsonKind KindOf(string type) => type switch
    {
        "integer" or "number" => JsonKind.Number,
        "boolean" => JsonKind.Boolean,
        "array" => JsonKind.Array,
        "object" => JsonKind.Object,
        _ => JsonKind.String,
    };

    // Many documents leave the type out where other keywords imply it.
    private IReadOnlyList<string> ImpliedTypes(SchemaNode schema)
    {
        if (schema.Enum is { Items.Count: > 0 } values)
            return [.. values.Items.Select(TypeOf).Distinct()];
        if (schema["items"] is not null)
            return ["array"];
        if (NumberSpelling.Of(schema) is { } number)
            return [number.Type, "string"];
        if (schema.Properties.Count > 0 || schema.AdditionalProperties is not null || ReadObject(schema).Names.Count > 0)
            return ["object"];
        return schema.AllOf.Select(part => Unwrap(part)?.Type).FirstOrDefault(t => t is not null) is { } type ? [type] : [];
    }

    private static string TypeOf(SpecNode value) => value switch
    {
        SpecScalar { Kind: ScalarKind.String } => "string",
        SpecScalar { Kind: ScalarKind.Number } => "number",
        SpecScalar { Kind: ScalarKind.Boolean } => "boolean",
        SpecScalar => "null",
        SpecList => "array",
        _ => "object",
    };

    private ObjectFacts ReadObject(SchemaNode schema)
    {
        if (!objects.TryGetValue(schema, out var facts))
        {
            objects.Add(schema, facts = new());
            AddProperties(schema, facts, [], isAlternative: false);
        }
        return facts;
    }

    private static void AddProperties(SchemaNode schema, ObjectFacts facts, HashSet<SchemaNode> seen, bool isAlternative)
    {
        schema = schema.Actual;
        if (!seen.Add(schema))
            return;

        if (!isAlternative && schema["discriminator"] is not null)
            facts.Discriminated.Add(schema);
        foreach (var part in schema.AllOf)
            AddProperties(part, facts, seen, isAlternative);
        foreach (var alternative in schema.OneOf.Concat(schema.AnyOf))
            AddProperties(alternative, facts, seen, isAlternative: true);

        foreach (var property in schema.Properties.Concat(schema.ConditionalProperties))
        {
            if (!facts.Properties.ContainsKey(property.Name))
                facts.Names.Add(property.Name);
            facts.Properties[property.Name] = property.Schema;
        }
        if (!isAlternative)
            facts.Required.UnionWith(schema.Required);
    }
}
