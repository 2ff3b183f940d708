using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Facts;

/// <summary>The properties that members declare, each with all of its declarations.</summary>
internal sealed class PropertyDeclarations
{
    private readonly Dictionary<string, List<PropertyDeclaration>> byName = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    public PropertyDeclarations(IReadOnlyList<SchemaMember> members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            foreach (var property in members[i].Schema.Properties)
            {
                if (!byName.TryGetValue(property.Name, out var declarations))
                {
                    byName.Add(property.Name, declarations = []);
                    names.Add(property.Name);
                }
                declarations.Add(new(property.Name, property.Schema, members[i].Schema, i));
            }
        }
    }

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<string> Names => names;

    public bool Has(string name) => byName.ContainsKey(name);

    /// <summary>The declarations of a property; empty for none.</summary>
    public IReadOnlyList<PropertyDeclaration> this[string name] => byName.TryGetValue(name, out var declarations) ? declarations : [];
}

/// <summary>A property where it is declared.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Schema">Its schema, which may be a reference.</param>
/// <param name="Owner">The schema that declares it.</param>
/// <param name="Member">The index of the owner among the members.</param>
internal sealed record PropertyDeclaration(string Name, SchemaNode Schema, SchemaNode Owner, int Member)
{
    /// <summary>The location of its name.</summary>
    public SourceLocation Location => (Owner["properties"] as SpecMap)?.Entry(Name)?.KeyLocation ?? Schema.Location;
}
