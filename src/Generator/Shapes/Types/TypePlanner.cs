using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Models;
using Kiln.Generator.Shapes.Types.Sharing;
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
    private readonly InlineTypes inline;
    private readonly Dictionary<string, ModelPlan?> namedModels = new(StringComparer.Ordinal);
    private readonly List<ModelPlan> models = [];
    private readonly List<EnumPlan> enums = [];
    private readonly List<UnionPlan> unions = [];

    public TypePlanner(ApiModel api, NameCatalog catalog, string modelNamespace, Owners owners, bool shareTypes)
    {
        this.catalog = catalog;
        this.modelNamespace = modelNamespace;
        schemas = api.Schemas.ToDictionary(s => s.Pointer, StringComparer.Ordinal);
        oneTypes = new(schemas);

        foreach (var chosen in ChosenTypeNames.Of(api))
            catalog.Promise(modelNamespace, chosen);

        // Schemas that the document names get their names before any that Kiln makes up.
        foreach (var (index, name) in NameGroup.InOrder(WantedNames(api.Schemas.Items)))
            PlanName(api.Schemas[index], name);
        inline = InlineTypes.Of(api, schema => planned.TryGetValue(schema.Pointer, out var type) ? NameOf(type)!.Name : Wanted(schema).Plain, owners, oneTypes, shareTypes);
        new InlineTypeNames(inline, IsFree, TakeName, ByCases).TakeAll();

        // In an order of their own: of two inline types that ask for one name, the first gets it.
        foreach (var schema in api.Schemas.OrderBy(s => s.Pointer, StringComparer.Ordinal))
            PlanNamed(schema);
    }

    public IReadOnlyList<ModelPlan> Models => models;

    public IReadOnlyList<EnumPlan> Enums => enums;

    public IReadOnlyList<UnionPlan> Unions => unions;

    /// <summary>The class or struct of a schema with a name; <see langword="null"/> if it has none of its own.</summary>
    public TypeName? NameOf(NamedSchema schema) => planned.TryGetValue(schema.Pointer, out var type) ? NameOf(type) : null;

    /// <summary>The schema that the type of an inline schema was made from: a component, or of several equal ones the first by their places.</summary>
    public Schema PlannedFor(Schema schema) =>
        schema is UnionSchema union && inline.ComponentOf(union) is { } component ? component.Schema : inline.Find(schema)?.Schema ?? schema;

    /// <summary>Whether two schemas are equal in all that decides the C#.</summary>
    public bool AreAlike(Schema one, Schema other) => inline.AreAlike(one, other);

    /// <summary>The class or struct of an inline schema; <see langword="null"/> if it has none of its own, or that of a component.</summary>
    public TypeName? NameOf(Schema schema) =>
        schema is UnionSchema union && inline.ComponentOf(union) is not null ? null : inline.Find(schema)?.Planned is { } type ? NameOf(type) : null;

    /// <summary>The C# type of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="context">What a class for it is called if it has no name of its own, in Pascal case.</param>
    public CSharpType Plan(Schema schema, string context) => Plan(schema, context, []);

    /// <summary>Whether the type of a schema is named after where it is, and not by the document.</summary>
    public bool IsNamedAfterPlace(Schema schema) => NameOf(schema) is { } name && inline.Of(schema) is { Chosen: null } type && name.Name != type.Title;

    private CSharpType Plan(Schema schema, string context, HashSet<string> aliases) => schema switch
    {
        ReferenceSchema reference => PlanReference(reference.Pointer, aliases),
        ScalarSchema scalar => new PrimitiveType(Primitives.Of(scalar)),
        ArraySchema array => new ListType(Plan(array.Items, ContextualNames.With(context, "Item"), aliases), array.ItemsAreNullable),
        TupleSchema tuple => new TupleType(tuple.Elements.Select((p, i) => new TuplePlaceType(Plan(p.Schema, ContextualNames.With(context, $"Item{i + 1}"), aliases), p.IsNullable)).ToEquatableArray()),
        DictionarySchema map => new DictionaryType(Plan(map.Values, ContextualNames.With(context, "Value"), aliases), map.ValuesAreNullable),
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
        var isChosen = schema.Schema.NameOverride is not null;
        if (schema.Schema is ObjectSchema)
            planned.Add(schema.Pointer, new ModelType(AddModelName(wanted, isChosen)));
        else if (schema.Schema is EnumSchema @enum)
            planned.Add(schema.Pointer, EnumTypes.Of(AddEnumName(wanted, isChosen), @enum));
        else if (schema.Schema is UnionSchema && !oneTypes.HasOneType(schema.Pointer))
            planned.Add(schema.Pointer, new UnionType(AddUnionName(wanted, isChosen)));
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
        var type = inline.Of(schema);
        if (type.Planned is { } known)
            return known;
        if (type.TypeName is null)
            TakeName(type, NameInPlace(type, context));

        switch (type.Schema)
        {
            case ObjectSchema @object:
                type.Planned = new ModelType(type.TypeName!);
                AddModel(type.TypeName!, null, null, type.WithCommonLimits(@object));
                break;
            case EnumSchema @enum:
                type.Planned = EnumTypes.Of(type.TypeName!, @enum);
                enums.Add(new(type.TypeName!, null, null, @enum));
                break;
            case UnionSchema union:
                type.Planned = new UnionType(type.TypeName!);
                AddUnion(type.TypeName!, null, null, union);
                break;
        }
        return type.Planned!;
    }

    private CSharpType PlanUnion(UnionSchema union, string context) =>
        inline.ComponentOf(union) is { } component && planned.TryGetValue(component.Pointer, out var named) ? named : PlanInline(union, context);

    // The name of its only place. A title that another schema has already is no better than that.
    private string NameInPlace(InlineType type, string context)
    {
        var place = type.Uses[0] is { Owner: NamedOwner { Kind: OwnerKind.Schema }, Label.Word.Length: > 0 } use ? use.Context : context;
        string[] names = type.Title is { } title ? [place, ContextualNames.Member(place, title)] : [place];
        // A number only where what it is does not distinguish it either.
        return names.Append(ContextualNames.With(place, type.Schema is ObjectSchema ? "Object" : "Value")).FirstOrDefault(name => IsFree(type, name)) ?? place;
    }

    private void TakeName(InlineType type, string wanted) => type.TypeName = AddType(wanted, MembersOf(type.Schema), type.Chosen is not null);

    private bool IsFree(InlineType type, string name) => catalog.IsFree(modelNamespace, name) && !IsMember(name, MembersOf(type.Schema));

    private UnionNameChoices ByCases(UnionSchema union) => UnionNames.Of(union, reference => planned.TryGetValue(reference.Pointer, out var type) ? type : null);

    // A base comes before what is derived from it, and its fields are taken over as they are.
    private ModelPlan? PlanModel(NamedSchema schema)
    {
        if (namedModels.TryGetValue(schema.Pointer, out var known))
            return known;

        namedModels.Add(schema.Pointer, null);
        var @object = (ObjectSchema)schema.Schema;
        var above = @object.Inheritance?.Base is { } pointer && schemas.TryGetValue(pointer, out var named) && named.Schema is ObjectSchema { Inheritance: not null } ? PlanModel(named) : null;
        var model = AddModel(((ModelType)planned[schema.Pointer]).Name, schema.Description, schema.Deprecation, @object, above);
        namedModels[schema.Pointer] = model;
        return model;
    }

    private ModelPlan AddModel(TypeName name, string? description, string? deprecation, ObjectSchema schema, ModelPlan? above = null)
    {
        var inherited = new HashSet<string>(above?.Fields.Select(f => f.Property.WireName) ?? [], StringComparer.Ordinal);
        var own = schema.Properties.Where(p => !inherited.Contains(p.WireName)).ToList();
        var types = new Dictionary<string, CSharpType>(StringComparer.Ordinal);
        foreach (var property in own.OrderBy(p => p.WireName, StringComparer.Ordinal))
            types[property.WireName] = Plan(ConstantFields.SchemaOf(property), ContextualNames.Member(name.Name, Identifiers.Pascal(property.WireName, property.NameOverride)));
        List<FieldPlan> fields = [.. above?.Fields ?? [], .. own.Select(p => new FieldPlan(p, types[p.WireName]))];
        var extras = above?.Extras ?? (schema.AdditionalProperties is { } extra
            ? new AdditionalPropertiesPlan(Plan(extra.Values, ContextualNames.With(name.Name, "AdditionalProperty")), extra.ValuesAreNullable, extra.AreOpen)
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

    private TypeName AddUnionName(string wanted, bool isChosen) => AddType(wanted, ReservedNames.UnionMembers, isChosen);

    // A title is taken where no other schema has it as its name or title.
    private static IReadOnlyList<WantedName> WantedNames(IReadOnlyList<NamedSchema> schemas)
    {
        var titles = schemas.Select(s => s.Schema.Title is { } title ? WantedName.OfType(title) : null).ToList();
        var taken = schemas.Select(Wanted).Concat(titles.OfType<WantedName>()).GroupBy(n => n.Plain, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.Count(), StringComparer.OrdinalIgnoreCase);
        return [.. schemas.Select((s, i) => titles[i] is { } title && s.Schema.NameOverride is null && taken[title.Plain] == 1 ? title : Wanted(s))];
    }

    private static WantedName Wanted(NamedSchema schema) => WantedName.OfType(schema.Name, schema.Schema.NameOverride);

    private TypeName AddModelName(string wanted, bool isChosen) => AddType(wanted, ReservedNames.ModelMembers, isChosen);

    private TypeName AddEnumName(string wanted, bool isChosen) => AddType(wanted, ReservedNames.EnumMembers, isChosen);

    // C# allows no member that is called like its type, and some members are not the document's to name.
    private TypeName AddType(string wanted, IReadOnlyCollection<string> members, bool isChosen) =>
        catalog.AddType(modelNamespace, IsMember(wanted, members) ? wanted + "Model" : wanted, "Model", isChosen);

    private static bool IsMember(string name, IReadOnlyCollection<string> members) => members.Contains(name) || ReservedNames.ObjectMembers.Contains(name);

    private static IReadOnlyCollection<string> MembersOf(Schema schema) => schema switch
    {
        ObjectSchema => ReservedNames.ModelMembers,
        EnumSchema => ReservedNames.EnumMembers,
        _ => ReservedNames.UnionMembers,
    };
}
