using Kiln.Generator.Api.Model;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Agreement;

/// <summary>What Kiln's <see cref="ApiModel"/> says.</summary>
internal sealed class OwnFacts(ApiModel api)
{
    private const int DeepestType = 3;

    private readonly Dictionary<string, NamedSchema> named = api.Schemas.ToDictionary(s => s.Pointer, StringComparer.Ordinal);

    public static ApiFacts Of(ApiModel api) => new OwnFacts(api).Facts();

    private ApiFacts Facts()
    {
        var facts = new ApiFacts();
        foreach (var operation in api.Operations)
        {
            facts.AddOperation(operation.Method, operation.Path);
            foreach (var parameter in operation.Parameters)
                facts.AddParameter(operation.Method, operation.Path, parameter.In.ToString(), parameter.WireName, parameter.IsRequired, TypeOf(parameter.Schema));
        }

        foreach (var schema in api.Schemas.Where(IsNamedByDocument))
        {
            facts.AddSchema(schema.Name, TypeOf(schema.Schema));
            foreach (var property in (Actual(schema.Schema) as ObjectSchema)?.Properties ?? [])
                facts.AddProperty(schema.Name, property.WireName, property.IsRequired, TypeOf(property.Schema));
        }
        return facts;
    }

    private static bool IsNamedByDocument(NamedSchema schema) => JsonPointer.Parse(schema.Pointer) is ["components", "schemas", _] or ["definitions", _];

    private string TypeOf(Schema schema, int depth = 0) => Actual(schema) switch
    {
        ScalarSchema { Format: null } scalar => scalar.Type,
        ScalarSchema scalar => $"{scalar.Type}/{scalar.Format}",
        EnumSchema @enum => TypeOf(@enum.UnderlyingType),
        ArraySchema array => depth < DeepestType ? $"array of {TypeOf(array.Items, depth + 1)}" : "array",
        DictionarySchema or ObjectSchema => "object",
        UnionSchema => "union",
        _ => "any",
    };

    private Schema Actual(Schema schema)
    {
        for (var i = 0; i < 100 && schema is ReferenceSchema reference; i++)
            schema = named[reference.Pointer].Schema;
        return schema;
    }
}
