using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using NJsonSchema;

namespace Kiln.Generator.Api;

/// <summary>
/// Reads schemas, and collects the named ones that they lead to. A JSON pointer goes along with each NSwag schema:
/// it is the schema's identity, and the way back to its place in the document.
/// </summary>
internal sealed class SchemaReader(SpecDocument spec, List<DiagnosticInfo> diagnostics)
{
    private readonly Dictionary<string, NamedSchema> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Property> fields = new(StringComparer.Ordinal);
    private readonly List<string> order = [];

    // Those that are being read.
    private readonly HashSet<string> inline = new(StringComparer.Ordinal);
    private readonly ScalarReader scalars = new(spec, diagnostics);
    private readonly EnumReader enums = new(spec, diagnostics);
    private ArrayReader? arrays;
    private readonly Queue<(string Pointer, JsonSchema Schema)> waiting = new();
    private readonly Hierarchy hierarchy = new(spec.Root);
    private UnionReader? unions;

    private UnionReader Unions => unions ??= new(spec, this, diagnostics);

    private ArrayReader Arrays => arrays ??= new(spec, this, diagnostics);

    /// <summary>The objects of the document, and what they are made from.</summary>
    public ObjectGraph Objects { get; } = new(spec.Root);

    /// <summary>Takes note of a schema that has a name of its own.</summary>
    public void AddNamed(string pointer, JsonSchema schema)
    {
        pointer = SpecReferences.Follow(spec.Root, pointer);
        if (named.ContainsKey(pointer))
            return;

        named.Add(pointer, null!);
        Objects.Of(schema, pointer);
        order.Add(pointer);
        waiting.Enqueue((pointer, schema));
    }

    /// <summary>All named schemas, those found on the way included.</summary>
    public EquatableArray<NamedSchema> ReadNamed(CancellationToken cancellationToken)
    {
        while (waiting.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (pointer, schema) = waiting.Dequeue();
            schema = Actual(schema);
            var use = ReadOwn(schema, pointer);
            named[pointer] = new(pointer, SchemaNames.Of(pointer), use.Schema, use.IsNullable, DocText.Of(schema.Description ?? schema.Title), Deprecation.Of(schema.IsDeprecated, JsonPointer.Find(spec.Root, pointer), schema.Description));
        }
        return order.Select(p => named[p]).ToEquatableArray();
    }

    /// <summary>Reads the schema at a pointer: a reference to a named one, or what it says itself.</summary>
    public SchemaUse Read(JsonSchema schema, string pointer)
    {
        if (!SpecReferences.IsAt(spec.Root, pointer))
            return ReadInline(schema, pointer);

        var target = SpecReferences.Follow(spec.Root, pointer);
        var actual = Actual(schema);
        AddNamed(target, actual);
        return new(new ReferenceSchema(target), SchemaFacts.IsNullable(actual));
    }

    // A schema without a name whose parts bring it back has no end as long as it has none.
    private SchemaUse ReadInline(JsonSchema schema, string pointer)
    {
        if (!inline.Add(pointer))
        {
            AddNamed(pointer, schema);
            return new(new ReferenceSchema(pointer), SchemaFacts.IsNullable(schema));
        }

        var use = ReadOwn(schema, pointer);
        inline.Remove(pointer);
        return named.ContainsKey(pointer) ? use with { Schema = new ReferenceSchema(pointer) } : use;
    }

    private SchemaUse ReadOwn(JsonSchema schema, string pointer)
    {
        var use = ReadBody(schema, pointer);
        return use.Schema is not ReferenceSchema && ChosenNames.OfType(spec, pointer, diagnostics) is { } wish
            ? use with { Schema = use.Schema with { Wish = wish } }
            : use;
    }

    private SchemaUse ReadBody(JsonSchema schema, string pointer)
    {
        var isNullable = SchemaFacts.IsNullable(schema);
        foreach (var condition in SchemaFacts.Conditions(spec.Root, pointer))
            diagnostics.Add(new(ApiRules.ConditionNotValidated, spec.PlaceOf($"{pointer}/{condition}"), condition));

        if (SchemaFacts.OnlyPart(schema) is { } part && !hierarchy.IsDerived(pointer))
        {
            var use = Read(part.Schema, $"{pointer}/allOf/{part.Place}");
            return use with { IsNullable = use.IsNullable || isNullable || schema.AllOf.Any(p => p.IsNullableRaw == true) };
        }
        if (schema.AllOf.Count > 0 || schema.Properties.Count > 0)
            return new(ReadObject(schema, pointer), isNullable);
        if (schema.OneOf.Count + schema.AnyOf.Count > 0)
            return Unions.Read(schema, pointer, isNullable);
        if (EnumReader.HasValues(schema) && enums.Read(schema, pointer) is { } @enum)
            return new(@enum, isNullable);

        return new(ReadByType(schema, pointer), isNullable);
    }

    private Schema ReadByType(JsonSchema schema, string pointer) => (schema.Type & ~JsonObjectType.Null) switch
    {
        JsonObjectType.String or JsonObjectType.File => scalars.Read("string", SchemaFacts.StringFormat(schema, spec.Root, pointer), pointer),
        JsonObjectType.Integer => scalars.Read("integer", schema.Format, pointer),
        JsonObjectType.Number => scalars.Read("number", schema.Format, pointer),
        JsonObjectType.Boolean => scalars.Read("boolean", schema.Format, pointer),
        JsonObjectType.Array => Arrays.Read(schema, pointer),
        JsonObjectType.Object => ReadMap(schema, pointer),
        JsonObjectType.None when JsonPointer.Find(spec.Root, pointer + "/x-kiln-types") is not null => SeveralTypes(schema, pointer),
        JsonObjectType.None when schema.Item is not null => Arrays.Read(schema, pointer),
        JsonObjectType.None when schema.AdditionalPropertiesSchema is not null || schema.PatternProperties.Count > 0 => ReadMap(schema, pointer),
        JsonObjectType.None => new AnySchema(),
        _ => SeveralTypes(schema, pointer),
    };

    private Schema ReadMap(JsonSchema schema, string pointer)
    {
        var extras = new ExtraFieldsReader(spec, this, diagnostics);
        if (extras.Add(schema, pointer) && extras.Read() is { } values)
            return values.AreOpen ? new ObjectSchema([], values) : new MapSchema(values.Values, values.ValuesAreNullable); // a dictionary has no room for values of other types

        // Any JSON as the values still says that they stand in an object.
        if (schema.AdditionalPropertiesSchema is null || schema.PatternProperties.Count > 0)
            return (schema.Type & JsonObjectType.Object) != 0 ? new MapSchema(new AnySchema(), ValuesAreNullable: false) : new AnySchema();
        var any = Read(schema.AdditionalPropertiesSchema, pointer + "/additionalProperties");
        return new MapSchema(any.Schema, any.IsNullable);
    }

    private Schema ReadObject(JsonSchema schema, string pointer)
    {
        var parts = new ObjectParts(Objects.Of(schema, pointer));
        var extras = new ExtraFieldsReader(spec, this, diagnostics);
        foreach (var part in parts.Parts)
            extras.Add(part.Schema, part.Pointer);

        if (parts.Properties.Count == 0)
        {
            if (extras.Read() is { } values)
                return values.AreOpen ? new ObjectSchema([], values) : new MapSchema(values.Values, values.ValuesAreNullable); // a dictionary has no room for values of other types

            // An allOf of plain values (a text that is also a date) says no more than its most telling part.
            var told = schema.AllOf
                .Select((part, i) => Read(part, $"{pointer}/allOf/{i}").Schema)
                .FirstOrDefault(part => part is not (AnySchema or UnionSchema or MapSchema { Values: AnySchema }));
            return told ?? new AnySchema();
        }

        foreach (var place in parts.LosesShapes)
            diagnostics.Add(new(ApiRules.NonObjectAlternative, spec.PlaceOf(place)));

        var inheritance = hierarchy.Of(pointer);
        var properties = inheritance?.Base is { } above ? WithBase(schema, pointer, above, parts) : parts.Properties;
        return new ObjectSchema(properties.Select(ReadProperty).ToEquatableArray(), extras.Read()) { Inheritance = inheritance };

        Property ReadProperty(List<ObjectPart> said)
        {
            var property = ReadPart(said[0]);
            for (var i = 1; i < said.Count; i++)
            {
                var meet = new PropertyMeet(IsPartOf);
                property = meet.Of(property, ReadPart(said[i]));
                if (meet.Conflicts)
                    diagnostics.Add(new(ApiRules.ConflictingProperties, spec.PlaceOf(said[i].Pointer), property.WireName));
            }
            if (parts.Others.TryGetValue(property.WireName, out var others) && others.Count > 0)
            {
                var use = Unions.Read([said[0], .. others]);
                property = property with { Schema = use.Schema, IsNullable = property.IsNullable || use.IsNullable };
            }
            return property with { IsRequired = parts.Required.Contains(property.WireName) };
        }
    }

    // A field of a part is read once, however many objects are made from the part.
    private Property ReadPart(ObjectPart part)
    {
        if (fields.TryGetValue(part.Pointer, out var known))
            return known;

        var use = Read(part.Schema, part.Pointer);
        var words = FieldWords.At(spec.Root, part.Pointer);
        var property = new Property(
            part.Name,
            use.Schema,
            IsRequired: false,
            use.IsNullable || part.Schema.IsNullableRaw == true,
            words.Access(diagnostics),
            words.Default(diagnostics),
            DocText.Of(part.Schema.Description ?? Actual(part.Schema).Description),
            Deprecation.Of(part.Schema.IsDeprecated, JsonPointer.Find(spec.Root, part.Pointer), part.Schema.Description))
        {
            Wish = ChosenNames.Of(spec, part.Pointer, diagnostics),
        };
        fields[part.Pointer] = property;
        return property;
    }

    private bool IsPartOf(string pointer, string whole) =>
        Objects.Find(whole) is { } node && new ObjectParts(node).Parts.Any(p => p.Pointer == pointer);

    // What the base declares comes first, and as the base declares it: a property of a class cannot change its type in a derived one.
    private List<List<ObjectPart>> WithBase(JsonSchema schema, string pointer, string above, ObjectParts parts)
    {
        var index = schema.AllOf.Select((_, i) => i).First(i => SpecReferences.Follow(spec.Root, $"{pointer}/allOf/{i}") == above);
        var inherited = new ObjectParts(Objects.Of(schema.AllOf.ElementAt(index), $"{pointer}/allOf/{index}"));

        var said = parts.Properties.ToDictionary(p => p[0].Name, StringComparer.Ordinal);
        foreach (var property in inherited.Properties)
        {
            var narrowed = said.TryGetValue(property[0].Name, out var all) ? all.Where(p => property.All(i => i.Pointer != p.Pointer) && !IsConstant(p.Pointer)) : [];
            foreach (var part in narrowed.Where(p => !ReadPart(p).Schema.Equals(ReadPart(property[0]).Schema)))
                diagnostics.Add(new(ApiRules.InheritedPropertyType, spec.PlaceOf(part.Pointer), part.Name, SchemaNames.Of(above)));
        }
        var names = new HashSet<string>(inherited.Properties.Select(p => p[0].Name), StringComparer.Ordinal);
        return [.. inherited.Properties, .. parts.Properties.Where(p => !names.Contains(p[0].Name))];
    }

    // A discriminator that is a constant in each of the derived schemas is what tells them apart.
    private bool IsConstant(string pointer) =>
        (JsonPointer.Find(spec.Root, SpecReferences.Follow(spec.Root, pointer)) as SpecMap)?["enum"] is SpecList { Items.Count: 1 };

    // Single values of several kinds have a type of their own; with a list or an object among them the value is JSON.
    private Schema SeveralTypes(JsonSchema schema, string pointer)
    {
        var types = SchemaFacts.Texts(spec.Root, pointer + "/x-kiln-types");
        if (types.Count > 0 && types.All(t => t is "integer" or "number"))
            return scalars.Read("number", schema.Format, pointer);
        if (types.Count > 0 && types.All(t => t is "string" or "integer" or "number" or "boolean"))
            return new ScalarSchema("literal", null);

        diagnostics.Add(new(ApiRules.MultipleTypes, spec.PlaceOf(pointer)));
        return new AnySchema();
    }

    /// <summary>What a schema refers to, or itself.</summary>
    public static JsonSchema Actual(JsonSchema schema)
    {
        for (var i = 0; i < 100 && schema.Reference is { } target; i++)
            schema = target;
        return schema;
    }
}
