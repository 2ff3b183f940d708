using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Models;
using Kiln.Generator.Shapes.Types.Sharing;

namespace Kiln.Generator.Shapes.Names;

/// <summary>
/// The names of types made from schemas and of their members, at each place of the document that has the type: several schemas can have one type.
/// </summary>
internal sealed class TypeNames
{
    private readonly TypePlanner types;
    private readonly Dictionary<TypeName, ModelPlan> models;
    private readonly Dictionary<TypeName, EnumPlan> enums;
    private readonly HashSet<(string, TypeName)> seen = [];
    private readonly List<NameUse> uses = [];

    private TypeNames(TypePlanner types)
    {
        this.types = types;
        models = types.Models.ToDictionary(m => m.Name);
        enums = types.Enums.ToDictionary(e => e.Name);
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<NameUse> Of(TypePlanner types, ApiModel api)
    {
        var names = new TypeNames(types);
        foreach (var schema in api.Schemas)
            names.Add(schema.Schema, schema.Schema, types.NameOf(schema), schema);
        foreach (var (schema, _) in api.Operations.SelectMany(OperationSchemas.Of))
            names.Add(schema, schema);
        return names.uses;
    }

    // Of what is in a type that several schemas have, only the parts of one of these schemas were planned.
    private void Add(Schema schema, Schema planned) => Add(schema, types.PlannedFor(planned), types.NameOf(planned), null);

    private void Add(Schema schema, Schema planned, TypeName? name, NamedSchema? component)
    {
        switch (schema, planned)
        {
            case (ArraySchema array, ArraySchema other):
                Add(array.Items, other.Items);
                break;
            case (DictionarySchema map, DictionarySchema other):
                Add(map.Values, other.Values);
                break;
            case (TupleSchema tuple, TupleSchema other):
                for (var i = 0; i < tuple.Elements.Count; i++)
                    Add(tuple.Elements[i].Schema, other.Elements[i].Schema);
                break;
            // One whose cases are all of one type has no class of its own.
            case (UnionSchema union, UnionSchema other) when name is null || AddType(NameKind.Union, union, name, component):
                AddCases(union, other);
                break;
            case (ObjectSchema @object, ObjectSchema other) when name is not null && models.TryGetValue(name, out var model) && AddType(NameKind.Class, @object, name, component):
                AddMembers(@object, other, model);
                break;
            case (EnumSchema @enum, _) when name is not null && enums.TryGetValue(name, out var plan) && AddType(NameKind.Enum, @enum, name, component):
                var members = (plan with { Schema = @enum }).MemberNames();
                for (var i = 0; i < members.Count; i++)
                    AddValue(@enum, @enum.Values[i], members[i], name);
                break;
        }
    }

    // Equal unions can have their cases in another order.
    private void AddCases(UnionSchema union, UnionSchema planned)
    {
        var open = planned.Cases.Select(c => c.Schema).ToList();
        foreach (var schema in union.Cases.Select(c => c.Schema))
        {
            var index = open.FindIndex(other => ReferenceEquals(schema, other) || types.AreAlike(schema, other));
            if (index < 0)
                continue;
            Add(schema, open[index]);
            open.RemoveAt(index);
        }
    }

    private bool AddType(NameKind kind, Schema schema, TypeName name, NamedSchema? component)
    {
        // What several declarations of a property make together is in none of their places.
        if (schema.Origin.Pointer is not { } pointer)
            return true;
        if (!seen.Add((pointer, name)))
            return false;
        uses.Add(new(kind, name.Namespace, name.Name, pointer, "")
        {
            IsFixed = component is not null && FixedNames.IsType(component.Name, name.Name),
            Places = [new(pointer, NameExtension.Type)],
        });
        return true;
    }

    private void AddMembers(ObjectSchema schema, ObjectSchema planned, ModelPlan plan)
    {
        var own = schema.Origin.Pointer;
        var properties = ByName(schema);
        var plannedProperties = ReferenceEquals(schema, planned) ? properties : ByName(planned);
        foreach (var (name, field) in ModelShaper.Members(plan))
        {
            var wire = field.Property.WireName;
            if (!properties.TryGetValue(wire, out var property))
                continue;
            var declared = property.Origin.Pointer is { } origin && origin.LastIndexOf("/properties/", StringComparison.Ordinal) is var end and >= 0 ? origin.Substring(0, end) : own;
            uses.Add(new(NameKind.Property, plan.Name.ToString(), name, property.Origin.Pointer ?? own, wire)
            {
                IsFixed = plan.Base is null && FixedNames.IsMember(wire, name),
                Places = [.. new[] { declared, own }.OfType<string>().Distinct().Select(owner => new NamePlace(owner, NameExtension.Properties, wire))],
            });
            if (plannedProperties.TryGetValue(wire, out var other))
                Add(ConstantFields.SchemaOf(property), ConstantFields.SchemaOf(other));        }
        if (schema.AdditionalProperties is { } extra && planned.AdditionalProperties is { } plannedExtra)
            Add(extra.Values, plannedExtra.Values);
    }

    private static Dictionary<string, Property> ByName(ObjectSchema schema)
    {
        var properties = new Dictionary<string, Property>(StringComparer.Ordinal);
        foreach (var property in schema.Properties)
            properties[property.WireName] = property;
        return properties;
    }

    private void AddValue(EnumSchema schema, EnumValue value, string name, TypeName type) =>
        uses.Add(new(NameKind.Value, type.ToString(), name, schema.Origin.Pointer, value.Wire)
        {
            IsFixed = value is { IsString: true, Name: null } && FixedNames.IsMember(value.Wire, name),
            Places = schema.Origin.Pointer is { } own ? [new(own, NameExtension.Values, value.Wire)] : [],
        });
}
