using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Models;
using Kiln.Generator.Shapes.Types.Unions;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types;

/// <summary>Gives every schema its C# type, and every object and enum among them, named or not, a class or struct with a name of its own.</summary>
internal sealed class TypePlanner
{
    private readonly NameCatalog catalog;
    private readonly string modelNamespace;
    private readonly Dictionary<string, NamedSchema> schemas;
    private readonly SpelledUnions oneTypes;
    private readonly Dictionary<string, CSharpType> planned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Schema Schema, CSharpType Type)>> inline = new(StringComparer.Ordinal);
    private readonly InlineUnions inlineUnions;
    private readonly Dictionary<UnionSchema, CSharpType> plannedUnions = new(new InlineUnions.ByCases());
    private readonly Dictionary<string, ModelPlan?> namedModels = new(StringComparer.Ordinal);
    private readonly List<ModelPlan> models = [];
    private readonly List<EnumPlan> enums = [];
    private readonly List<UnionPlan> unions = [];

    public TypePlanner(ApiModel api, NameCatalog catalog, string modelNamespace)
    {
        this.catalog = catalog;
        this.modelNamespace = modelNamespace;
        schemas = api.Schemas.ToDictionary(s => s.Pointer, StringComparer.Ordinal);
        oneTypes = new(schemas);
        inlineUnions = new(api);

        // Schemas that the document names get their names before any that Kiln makes up.
        foreach (var (index, name) in NameGroup.InOrder(WantedNames(api.Schemas.Items)))
            PlanName(api.Schemas[index], name);
        foreach (var schema in api.Schemas)
            PlanNamed(schema);
    }

    public IReadOnlyList<ModelPlan> Models => models;

    public IReadOnlyList<EnumPlan> Enums => enums;

    public IReadOnlyList<UnionPlan> Unions => unions;

    /// <summary>The C# type of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="context">What a class for it is called if it has no name of its own, in Pascal case.</param>
    public CSharpType Plan(Schema schema, string context) => Plan(schema, context, []);

    private CSharpType Plan(Schema schema, string context, HashSet<string> aliases) => schema switch
    {
        ReferenceSchema reference => PlanReference(reference.Pointer, aliases),
        ScalarSchema scalar => new PrimitiveType(Primitives.Of(scalar)),
        ArraySchema array => new ListType(Plan(array.Items, context + "Item", aliases), array.ItemsAreNullable),
        TupleSchema tuple => new TupleType(tuple.Elements.Select((p, i) => new TuplePlaceType(Plan(p.Schema, $"{context}Item{i + 1}", aliases), p.IsNullable)).ToEquatableArray()),
        DictionarySchema map => new DictionaryType(Plan(map.Values, context + "Value", aliases), map.ValuesAreNullable),
        UnionSchema union when oneTypes.HasOneType(union) => PlanOneType(union, context, aliases),
        UnionSchema union => PlanUnion(union, context),
        ObjectSchema or EnumSchema => PlanInline(schema, context),
        _ => new PrimitiveType(Primitives.Json),
    };

    private CSharpType PlanOneType(UnionSchema union, string context, HashSet<string> aliases) => union.Cases.Items
        .Select(c => Plan(c.Schema, context, aliases))
        .Aggregate((one, other) => SpelledTypes.Merge(one, other) ?? one);

    // A list of lists of itself has no C# type: the circle is cut with JSON.
    private CSharpType PlanReference(string pointer, HashSet<string> aliases)
    {
        if (planned.TryGetValue(pointer, out var type))
            return type;
        if (!aliases.Add(pointer))
            return new PrimitiveType(Primitives.Json);

        var schema = schemas[pointer];
        type = Plan(schema.Schema, Wanted(schema).Plain, aliases);
        aliases.Remove(pointer);
        return type;
    }

    private void PlanName(NamedSchema schema, string wanted)
    {
        if (schema.Schema is ObjectSchema)
            planned.Add(schema.Pointer, new ModelType(AddModelName(wanted)));
        else if (schema.Schema is EnumSchema @enum)
            planned.Add(schema.Pointer, EnumTypes.Of(AddEnumName(wanted), @enum));
        else if (schema.Schema is UnionSchema && !oneTypes.HasOneType(schema.Pointer))
            planned.Add(schema.Pointer, new UnionType(AddUnionName(wanted)));
    }

    private void PlanNamed(NamedSchema schema)
    {
        if (schema.Deprecation is not null && planned.TryGetValue(schema.Pointer, out var made) && NameOf(made) is { } name)
            catalog.Deprecate(name);
        switch (schema.Schema)
        {
            case ObjectSchema:
                PlanModel(schema);
                break;
            case EnumSchema @enum:
                enums.Add(new(((EnumType)planned[schema.Pointer]).Name, schema.Description, schema.Deprecation, @enum));
                break;
            case UnionSchema union when !oneTypes.HasOneType(schema.Pointer):
                AddUnion(((UnionType)planned[schema.Pointer]).Name, schema.Description, schema.Deprecation, union);
                break;
            default:
                // A named list of objects without a name: the objects get the list's name.
                PlanReference(schema.Pointer, []);
                break;
        }
    }

    private static TypeName? NameOf(CSharpType type) => type switch
    {
        ModelType model => model.Name,
        EnumType @enum => @enum.Name,
        UnionType union => union.Name,
        _ => null,
    };

    private CSharpType PlanInline(Schema schema, string context)
    {
        // A title that another schema has already is no better than where the schema is.
        string[] names = schema.Title is { } text && WantedName.OfType(text).Plain is var title ? [title, context, context + title] : [context];
        if (names.Select(name => FindInline(schema, name)).FirstOrDefault(type => type is not null) is { } known)
            return known;

        var name = names.FirstOrDefault(n => catalog.IsFree(modelNamespace, n)) ?? context;
        var wanted = Identifiers.Chosen(schema.NameOverride) ?? name;
        var alike = inline[name];
        switch (schema)
        {
            case ObjectSchema @object:
                var model = new ModelType(AddModelName(wanted));
                alike.Add((schema, model));
                AddModel(model.Name, null, null, @object);
                return model;
            default:
                var values = (EnumSchema)schema;
                var @enum = EnumTypes.Of(AddEnumName(wanted), values);
                alike.Add((schema, @enum));
                enums.Add(new(@enum.Name, null, null, values));
                return @enum;
        }
    }

    // By the name first: a hash of the schema would go through all that it holds.
    private CSharpType? FindInline(Schema schema, string name)
    {
        if (!inline.TryGetValue(name, out var alike))
            inline.Add(name, alike = []);
        return alike.Where(a => a.Schema == schema).Select(a => a.Type).FirstOrDefault();
    }

    // The same union is one class wherever it is.
    private CSharpType PlanUnion(UnionSchema union, string context)
    {
        if (inlineUnions.ComponentOf(union) is { } component && planned.TryGetValue(component.Pointer, out var named))
            return named;
        if (plannedUnions.TryGetValue(union, out var known))
            return known;

        var type = new UnionType(AddUnionName(Identifiers.Chosen(union.NameOverride) ?? NameOf(union, context)));
        plannedUnions.Add(union, type);
        AddUnion(type.Name, null, null, union);
        return type;
    }

    // Its title, else after its cases where it is in several places, else after where it is.
    private string NameOf(UnionSchema union, string context)
    {
        string[] titles = union.Title is { } title ? [WantedName.OfType(title).Plain] : [];
        var isShared = inlineUnions.IsShared(union);
        var byCases = isShared ? UnionNames.Of(union, reference => planned.TryGetValue(reference.Pointer, out var type) ? type : null) : [];
        var byPlace = (isShared ? inlineUnions.FirstContext(union) : null) ?? context;
        return titles.Concat(byCases).Append(byPlace).Concat(titles.Select(t => byPlace + t)).FirstOrDefault(name => catalog.IsFree(modelNamespace, name)) ?? byPlace;
    }

    // A base comes before what is derived from it, and its fields are taken over as they are.
    private ModelPlan? PlanModel(NamedSchema schema)
    {
        if (namedModels.TryGetValue(schema.Pointer, out var known))
            return known;

        namedModels.Add(schema.Pointer, null);
        var @object = (ObjectSchema)schema.Schema;
        var above = @object.Inheritance?.Base is { } pointer && schemas.TryGetValue(pointer, out var named) && named.Schema is ObjectSchema ? PlanModel(named) : null;
        var model = AddModel(((ModelType)planned[schema.Pointer]).Name, schema.Description, schema.Deprecation, @object, above);
        namedModels[schema.Pointer] = model;
        return model;
    }

    private ModelPlan AddModel(TypeName name, string? description, string? deprecation, ObjectSchema schema, ModelPlan? above = null)
    {
        var inherited = new HashSet<string>(above?.Fields.Select(f => f.Property.WireName) ?? [], StringComparer.Ordinal);
        List<FieldPlan> fields =
        [
            .. above?.Fields ?? [],
            .. schema.Properties
                .Where(p => !inherited.Contains(p.WireName))
                .Select(p => new FieldPlan(p, Plan(p.Schema, name.Name + Identifiers.Pascal(p.WireName, p.NameOverride)))),
        ];
        var extras = above?.Extras ?? (schema.AdditionalProperties is { } extra
            ? new AdditionalPropertiesPlan(Plan(extra.Values, name.Name + "AdditionalProperty"), extra.ValuesAreNullable, extra.AreOpen)
            : null);
        var model = new ModelPlan(name, description, deprecation, fields, extras)
        {
            Base = above,
            Discriminator = schema.Inheritance?.Discriminator,
            Discriminators = schema.Inheritance?.Discriminators ?? [],
            Identity = schema.Inheritance?.Identity ?? [],
            Derived = DerivedFrom(schema),
            DefaultDerived = schema.Inheritance?.Default is { } other && planned.TryGetValue(other, out var type) && type is ModelType derived ? derived.Name : null,
        };
        models.Add(model);
        return model;
    }

    private List<(TypeName, EquatableArray<string>)> DerivedFrom(ObjectSchema schema)
    {
        var derived = new List<(TypeName, EquatableArray<string>)>();
        foreach (var schemaBelow in schema.Inheritance?.Derived ?? EquatableArray<DerivedSchema>.Empty)
        {
            if (planned.TryGetValue(schemaBelow.Pointer, out var type) && type is ModelType model)
                derived.Add((model.Name, schemaBelow.Values));
        }
        return derived;
    }

    private void AddUnion(TypeName name, string? description, string? deprecation, UnionSchema schema) =>
        unions.Add(UnionPlan.Of(name, description, deprecation, schema, Plan));

    private TypeName AddUnionName(string wanted) => AddType(wanted, ReservedNames.UnionMembers);

    // A title is taken where no other schema has it as its name or title.
    private static IReadOnlyList<WantedName> WantedNames(IReadOnlyList<NamedSchema> schemas)
    {
        var titles = schemas.Select(s => s.Schema.Title is { } title ? WantedName.OfType(title) : null).ToList();
        var taken = schemas.Select(Wanted).Concat(titles.OfType<WantedName>()).GroupBy(n => n.Plain, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.Count(), StringComparer.OrdinalIgnoreCase);
        return [.. schemas.Select((s, i) => titles[i] is { } title && s.Schema.NameOverride is null && taken[title.Plain] == 1 ? title : Wanted(s))];
    }

    private static WantedName Wanted(NamedSchema schema) => WantedName.OfType(schema.Name, schema.Schema.NameOverride);

    private TypeName AddModelName(string wanted) => AddType(wanted, ReservedNames.ModelMembers);

    private TypeName AddEnumName(string wanted) => AddType(wanted, ReservedNames.EnumMembers);

    // C# allows no member that is called like its type, and some members are not the document's to name.
    private TypeName AddType(string wanted, IReadOnlyCollection<string> members) =>
        catalog.AddType(modelNamespace, members.Contains(wanted) || ReservedNames.ObjectMembers.Contains(wanted) ? wanted + "Model" : wanted, "Model");
}
