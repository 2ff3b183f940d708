using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Numbers;
using Kiln.Generator.Api.Schemas.Objects;
using Kiln.Generator.Api.Schemas.Values;
using Kiln.Generator.Api.Unions;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Schemas;

/// <summary>Reads schemas, and collects the named ones that they refer to.</summary>
internal sealed class SchemaReader
{
    private static readonly string[] ConditionalKeywords = ["if", "not", "dependentSchemas"];

    // They describe values further, in a way that has no form in C#.
    private static readonly string[] UnreflectedKeywords = ["contentSchema", "unevaluatedItems", "$dynamicRef", "$recursiveRef"];

    // Beside alternatives that say themselves what the values are.
    private static readonly string[] IgnoredBesideAlternatives = ["items", "additionalProperties", "patternProperties"];

    private readonly Dictionary<SchemaNode, NamedSchema?> named = [];
    private readonly List<SchemaNode> order = [];
    private readonly Queue<SchemaNode> waiting = new();

    // The schemas without a name that are being read.
    private readonly HashSet<SchemaNode> open = [];
    private readonly DocumentNodes document;
    private readonly NameOverrides nameOverrides;
    private readonly CancellationToken cancellationToken;
    private readonly List<DiagnosticInfo> diagnostics;
    private readonly ScalarReader scalars;
    private readonly EnumReader enums;
    private readonly ArrayReader arrays;
    private readonly UnionReader unions;
    private readonly ObjectReader objects;
    private readonly InheritanceResolver inheritances;
    private readonly Origins origins;

    public SchemaReader(DocumentNodes document, UnionCaseFactsReader facts, NameOverrides nameOverrides, Origins origins, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        this.document = document;
        this.cancellationToken = cancellationToken;
        this.nameOverrides = nameOverrides;
        this.origins = origins;
        this.diagnostics = diagnostics;
        scalars = new(diagnostics);
        enums = new(nameOverrides, diagnostics);
        arrays = new(Read, document, diagnostics);
        inheritances = new(document, facts);
        unions = new(document, facts, inheritances, new(enums, nameOverrides, diagnostics), Read, diagnostics);
        objects = new(document, facts, inheritances, unions, nameOverrides, origins, Read, diagnostics);
    }

    /// <summary>Adds a schema that has a name of its own, or the one that it refers to.</summary>
    public void AddNamed(SchemaNode schema)
    {
        schema = schema.Actual;
        if (named.ContainsKey(schema))
            return;

        named.Add(schema, null);
        order.Add(schema);
        waiting.Enqueue(schema);
    }

    /// <summary>All named schemas, those found on the way included.</summary>
    public EquatableArray<NamedSchema> ReadNamed()
    {
        ReadWaiting();
        return order.Select(schema => named[schema]!).ToEquatableArray();
    }

    /// <summary>What a schema is at the end of its references: a component may be an array, a scalar or another reference.</summary>
    public Schema Resolve(Schema schema)
    {
        if (schema is not ReferenceSchema)
            return schema;

        ReadWaiting();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (schema is ReferenceSchema reference)
        {
            if (!seen.Add(reference.Pointer))
                return new AnySchema();
            schema = named[document.FindSchema(reference.Pointer)!]!.Schema;
        }
        return schema;
    }

    private void ReadWaiting()
    {
        while (waiting.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var schema = waiting.Dequeue();
            var use = ReadWithName(schema);
            named[schema] = new(
                schema.Pointer,
                SchemaNames.Of(schema.Pointer),
                use.Schema,
                use.IsNullable,
                DocText.Of(schema.Description ?? schema.Title),
                Deprecation.Of(schema.IsDeprecated, schema.Node, schema.Description));
        }
    }

    /// <summary>Reads a schema where it is used: a reference to a named one, or what it says itself.</summary>
    public SchemaUse Read(SchemaNode schema)
    {
        if (!schema.IsReference)
            return ReadInline(schema);

        AddNamed(schema);
        return new(new ReferenceSchema(schema.Actual.Pointer), schema.AllowsNull);
    }

    // A schema without a name that contains itself would have no end, so it gets one.
    private SchemaUse ReadInline(SchemaNode schema)
    {
        if (!open.Add(schema))
        {
            AddNamed(schema);
            return new(new ReferenceSchema(schema.Pointer), schema.AllowsNull);
        }

        var use = ReadWithName(schema);
        open.Remove(schema);
        return named.ContainsKey(schema) ? use with { Schema = new ReferenceSchema(schema.Pointer) } : use;
    }

    private SchemaUse ReadWithName(SchemaNode schema)
    {
        var use = ReadContent(schema);
        if (use.Schema is ReferenceSchema)
            return use;
        if (use.Schema is ObjectSchema or EnumSchema or UnionSchema && use.Schema.Origin.Pointer is null)
            use = use with { Schema = use.Schema with { Origin = origins.Add(schema.Pointer) } };
        if (nameOverrides.ReadType(schema) is { } name)
            return use with { Schema = use.Schema with { NameOverride = name } };
        // The title of a constant is the name of its value.
        return use.Schema is ObjectSchema or EnumSchema { Values.Count: > 1 } or UnionSchema && !SchemaNames.IsComponent(schema.Pointer) && TypeTitles.Of(schema) is { } title
            ? use with { Schema = use.Schema with { Title = title } }
            : use;
    }

    private SchemaUse ReadContent(SchemaNode schema)
    {
        var isNullable = schema.AllowsNull;
        foreach (var keyword in ConditionalKeywords.Where(k => schema[k] is not null))
            diagnostics.Add(new(ApiRules.ConditionNotValidated, schema.LocationOf(keyword), keyword));
        ReportUnreflected(schema, UnreflectedKeywords);

        if (schema.Wrapped() is { } single && !inheritances.IsDerived(schema))
        {
            var use = Read(single);
            // Anything may be null anyway: only what is said beside it makes that a statement.
            isNullable &= !(schema.Alternatives.Count == 1 && single.IsAnnotationOnly()) || schema.IsMarkedNullable;
            return WithOwnType(schema, use with { IsNullable = use.IsNullable || isNullable || schema.AllOf.Any(p => p.IsMarkedNullable) });
        }
        if (schema.AllOf.Count + schema.Properties.Count + schema.ConditionalProperties.Count > 0)
            return new(objects.Read(schema), isNullable);
        if (NumberSpelling.Of(schema) is { } number)
            return new(scalars.Read(number), isNullable);
        if (schema.Alternatives.Count > 0)
            return WithOwnType(schema, unions.Read(schema, isNullable));
        return new(enums.Read(schema) ?? ReadByType(schema), isNullable);
    }

    // Alternatives that only restrict values (one requires this property, the other that one) leave the type to the schema itself.
    private SchemaUse WithOwnType(SchemaNode schema, SchemaUse use)
    {
        if (use.Schema is AnySchema && schema.Alternatives.Count <= ReadingLimits.UnionCases)
            return use with { Schema = enums.Read(schema) ?? ReadByType(schema) };

        ReportUnreflected(schema, IgnoredBesideAlternatives);
        return use;
    }

    private void ReportUnreflected(SchemaNode schema, string[] keywords)
    {
        foreach (var keyword in keywords)
        {
            if (schema[keyword] is SpecMap { Entries.Count: > 0 } or SpecList or SpecScalar { Kind: ScalarKind.String })
                diagnostics.Add(new(ApiRules.UnreflectedKeyword, schema.LocationOf(keyword), keyword));
        }
    }

    private Schema ReadByType(SchemaNode schema) => schema.Type switch
    {
        "string" or "file" => scalars.ReadString(schema),
        "integer" or "number" or "boolean" => scalars.Read(schema, schema.Type),
        "array" => arrays.Read(schema),
        "object" => objects.ReadDictionary(schema),
        null when schema.Enum is { Items.Count: > 0 } values && values.Items.All(v => v is SpecScalar { Kind: ScalarKind.Boolean or ScalarKind.Null }) => new ScalarSchema("boolean", null),
        _ when schema["x-kiln-types"] is not null => ReadSeveralTypes(schema),
        _ when schema.Items is not null => arrays.Read(schema),
        _ when schema.AdditionalProperties is not null || schema.PatternProperties.Count > 0 => objects.ReadDictionary(schema),
        _ => new AnySchema(),
    };

    // Scalars of several types have a C# type of their own; with an array or an object among them the value is JSON.
    private Schema ReadSeveralTypes(SchemaNode schema)
    {
        if (schema.Types.Count > 0 && schema.Types.All(t => t is "integer" or "number"))
            return scalars.Read(schema, "number");
        if (schema.Types.Count > 0 && schema.Types.All(t => t is "string" or "integer" or "number" or "boolean"))
            return new ScalarSchema("literal", null);

        diagnostics.Add(new(ApiRules.MultipleTypes, schema.Location));
        return new AnySchema();
    }
}
