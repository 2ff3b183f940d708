using Kiln.Generator.Api.Nodes;

namespace Kiln.Generator.Api.Schemas.Objects;

/// <summary>Gathers the properties of an object from itself and the subschemas of its <c>allOf</c>, however deep, and from the alternatives beside its properties.</summary>
internal sealed class AllOfFlattener
{
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly HashSet<SchemaNode> visited = [];
    private readonly List<SchemaNode> schemas = [];

    /// <param name="schema">The object, or a reference to it.</param>
    public AllOfFlattener(SchemaNode schema)
    {
        // The subschemas come before what is declared beside them. With a stack of its own: a document may make the chain as long as it likes.
        var open = new Stack<(SchemaNode Schema, int Next)>();
        Enter(schema.Actual);
        while (open.Count > 0)
        {
            var (current, next) = open.Pop();
            if (next < current.AllOf.Count)
            {
                open.Push((current, next + 1));
                Enter(current.AllOf[next].Actual);
            }
            else
            {
                AddOwn(current);
            }
        }
        Subschemas = [.. schemas];
        AddAlternatives();

        // An allOf that leads back to itself adds nothing new.
        void Enter(SchemaNode entered)
        {
            if (visited.Add(entered))
                open.Push((entered, 0));
        }
    }

    /// <summary>The declarations of each property, in the order of the document; those of one property together, where the first of them is.</summary>
    public List<List<SchemaProperty>> Properties { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>All schemas that the properties were gathered from, alternatives not among them.</summary>
    public IReadOnlyList<SchemaNode> Subschemas { get; }

    /// <summary>The schemas of the alternatives that properties were gathered from.</summary>
    public IEnumerable<SchemaNode> Alternatives => schemas.Skip(Subschemas.Count);

    /// <summary>The further declarations of properties that several alternatives have, by name.</summary>
    public Dictionary<string, List<SchemaProperty>> OtherDeclarations { get; } = new(StringComparer.Ordinal);

    /// <summary>Alternatives that are no objects, which cannot be represented beside properties.</summary>
    public List<SchemaNode> NonObjectAlternatives { get; } = [];

    /// <summary>Whether a schema is another one, or one of the subschemas of its <c>allOf</c>, however deep.</summary>
    public static bool IsPartOf(SchemaNode schema, SchemaNode whole) => new AllOfFlattener(whole).Subschemas.Contains(schema);

    private void AddOwn(SchemaNode schema)
    {
        foreach (var property in schema.Properties)
            Add(property);
        Required.UnionWith(schema.Required);
        schemas.Add(schema);
    }

    // An object that has properties of its own and is also one of several alternatives has the properties of all of them, each of which may be missing.
    private void AddAlternatives()
    {
        for (var i = 0; i < schemas.Count; i++)
        {
            AddAlternatives(schemas[i], schemas[i].OneOf);
            AddAlternatives(schemas[i], schemas[i].AnyOf);
            foreach (var property in schemas[i].ConditionalProperties)
                AddAlternative(property);
        }
    }

    private void AddAlternatives(SchemaNode owner, IReadOnlyList<SchemaNode> alternatives)
    {
        // A base that lists what is derived from it takes nothing of that, and neither does one of the derived from the others.
        var closures = alternatives.Select(a => (Schema: a, Closure: Closure(a.Actual))).ToList();
        if (closures.Any(c => visited.Contains(c.Schema.Actual) || c.Closure.Contains(owner)))
            return;

        foreach (var (schema, closure) in closures)
        {
            if (schema.Actual.Type is not (null or "object") && !schema.IsOnlyNull)
                NonObjectAlternatives.Add(schema);
            foreach (var part in closure.Where(visited.Add))
            {
                schemas.Add(part);
                foreach (var property in part.Properties)
                    AddAlternative(property);
            }
        }
    }

    /// <summary>A schema and the subschemas of its <c>allOf</c>, however deep, the subschemas first.</summary>
    private static List<SchemaNode> Closure(SchemaNode root)
    {
        var seen = new HashSet<SchemaNode> { root };
        var found = new List<SchemaNode> { root };
        for (var i = 0; i < found.Count; i++)
            found.AddRange(found[i].AllOf.Select(part => part.Actual).Where(seen.Add));
        found.Reverse();
        return found;
    }

    // A declaration beside the alternatives counts more than theirs.
    private void AddAlternative(SchemaProperty property)
    {
        if (OtherDeclarations.TryGetValue(property.Name, out var others))
        {
            others.Add(property);
        }
        else if (!indexes.ContainsKey(property.Name))
        {
            OtherDeclarations.Add(property.Name, []);
            Add(property);
        }
    }

    private void Add(SchemaProperty property)
    {
        if (indexes.TryGetValue(property.Name, out var index))
        {
            Properties[index].Add(property);
            return;
        }
        indexes.Add(property.Name, Properties.Count);
        Properties.Add([property]);
    }
}
