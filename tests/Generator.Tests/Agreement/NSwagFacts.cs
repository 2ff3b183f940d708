using Kiln.Generator.Specs.Tree;
using NJsonSchema;
using NJsonSchema.Generation;
using NJsonSchema.References;
using NSwag;

namespace Kiln.Generator.Tests.Agreement;

/// <summary>What NSwag.Core says of a document as its author wrote it: no normal form before, and NSwag's own way of loading.</summary>
internal static class NSwagFacts
{
    private const int DeepestType = 3;

    /// <summary>Loads the document; <see langword="null"/> when NSwag cannot.</summary>
    public static ApiFacts? Of(SpecNode root)
    {
        OpenApiDocument document;
        try
        {
            document = OpenApiDocument.FromJsonAsync(SpecJson.Write(root), null, SchemaType.OpenApi3, NoFiles.For, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
        return Facts(document);
    }

    private static ApiFacts Facts(OpenApiDocument document)
    {
        var facts = new ApiFacts();
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.ActualPathItem)
            {
                facts.AddOperation(method, path);
                foreach (var parameter in operation.ActualParameters.Where(p => p.Kind is not (OpenApiParameterKind.Body or OpenApiParameterKind.FormData)))
                    facts.AddParameter(method, path, parameter.Kind.ToString(), parameter.Name, parameter.IsRequired, TypeOf(parameter.Schema ?? parameter));
            }
        }

        foreach (var (name, schema) in document.Components.Schemas)
        {
            facts.AddSchema(name, TypeOf(schema));
            var (properties, required) = Gather(schema);
            if (HasChoices(schema, 0))
                facts.WithChoices.Add(name);
            foreach (var (property, type) in properties)
                facts.AddProperty(name, property, required.Contains(property), TypeOf(type));
        }
        return facts;
    }

    private static bool HasChoices(JsonSchema schema, int depth) =>
        Cases(Actual(schema)).Count > 1 || (depth < 5 && Actual(schema).AllOf.Concat(Cases(Actual(schema))).Any(p => HasChoices(p, depth + 1)));

    private static (Dictionary<string, JsonSchema> Properties, HashSet<string> Required) Gather(JsonSchema schema)
    {
        var properties = new Dictionary<string, JsonSchema>(StringComparer.Ordinal);
        var required = new HashSet<string>(StringComparer.Ordinal);
        Gather(schema, properties, required, []);
        return (properties, required);
    }

    private static void Gather(JsonSchema schema, Dictionary<string, JsonSchema> properties, HashSet<string> required, HashSet<JsonSchema> seen)
    {
        schema = Actual(schema);
        if (!seen.Add(schema))
            return;
        foreach (var part in Cases(schema) is [var only] ? schema.AllOf.Append(only) : schema.AllOf)
            Gather(part, properties, required, seen);
        foreach (var (name, property) in schema.Properties)
            properties[name] = property;
        required.UnionWith(schema.RequiredProperties);
    }

    private static string TypeOf(JsonSchema schema, int depth = 0)
    {
        schema = Actual(schema);
        if (depth > 20)
            return "any";

        var cases = Cases(schema);
        return (schema.Type & ~JsonObjectType.Null) switch
        {
            _ when Gather(schema).Properties.Count > 0 => "object",
            _ when schema.AllOf.Count > 0 => MostTelling([.. schema.AllOf.Select(p => TypeOf(p, depth + 1))]),
            _ when cases.Count == 1 => TypeOf(cases[0], depth + 1),
            _ when cases.Count > 1 => "union",
            JsonObjectType.Array => depth >= DeepestType ? "array" : $"array of {(schema.Item is { } item ? TypeOf(item, depth + 1) : "any")}",
            JsonObjectType.Object => "object",
            JsonObjectType.None when schema.Item is not null => $"array of {TypeOf(schema.Item, depth + 1)}",
            JsonObjectType.None => "any",
            JsonObjectType.File => "string/binary",
            JsonObjectType.String => Scalar("string"),
            JsonObjectType.Integer => Scalar("integer"),
            JsonObjectType.Number => Scalar("number"),
            JsonObjectType.Boolean => Scalar("boolean"),
            _ => "several types",
        };

        // A text of named values has no use for a format.
        string Scalar(string type) => string.IsNullOrEmpty(schema.Format) || schema.Enumeration.Any(v => v is string) ? type : $"{type}/{schema.Format}";
    }

    private static string MostTelling(string[] types) => types.FirstOrDefault(t => t is not ("any" or "union")) ?? types.FirstOrDefault(t => t != "any") ?? "any";

    // A union of null and one schema is that schema.
    private static List<JsonSchema> Cases(JsonSchema schema) => [.. schema.OneOf.Concat(schema.AnyOf).Where(c => Actual(c).Type != JsonObjectType.Null)];

    private static JsonSchema Actual(JsonSchema schema)
    {
        for (var i = 0; i < 100 && schema.Reference is { } target; i++)
            schema = target;
        return schema;
    }

    private sealed class NoFiles(JsonSchemaAppender appender) : JsonReferenceResolver(appender)
    {
        public static JsonReferenceResolver For(OpenApiDocument document) =>
            new NoFiles(new OpenApiSchemaResolver(document, new SystemTextJsonSchemaGeneratorSettings()));

        public override Task<IJsonReference> ResolveFileReferenceAsync(string filePath, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException($"'{filePath}' is another file.");

        public override Task<IJsonReference> ResolveUrlReferenceAsync(string url, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException($"'{url}' is elsewhere.");
    }
}
