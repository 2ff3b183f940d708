using Newtonsoft.Json.Serialization;
using NJsonSchema;
using NJsonSchema.Generation;
using NJsonSchema.References;
using NSwag;

namespace Kiln.Generator.Api;

/// <summary>Resolves references within the document only. NSwag's own resolver reads files and URLs that a document names, which a compiler must never do.</summary>
internal sealed class GivenFilesResolver(JsonSchemaAppender appender) : JsonReferenceResolver(appender)
{
    public static JsonReferenceResolver For(OpenApiDocument document) =>
        new GivenFilesResolver(new OpenApiSchemaResolver(document, new SystemTextJsonSchemaGeneratorSettings()));

    private readonly Dictionary<string, IJsonReference> resolved = new(StringComparer.Ordinal);

    public override IJsonReference ResolveDocumentReference(object rootObject, string jsonPath, Type targetType, IContractResolver contractResolver)
    {
        if (resolved.TryGetValue(jsonPath, out var known) && targetType.IsInstanceOfType(known))
            return known;

        var found = base.ResolveDocumentReference(rootObject, jsonPath, targetType, contractResolver);

        // What is a reference itself may be replaced by its target.
        if (found is { ReferencePath: null, Reference: null })
            resolved[jsonPath] = found;
        return found;
    }

    public override Task<IJsonReference> ResolveFileReferenceAsync(string filePath, CancellationToken cancellationToken = default) => Refuse(filePath);

    public override Task<IJsonReference> ResolveUrlReferenceAsync(string url, CancellationToken cancellationToken = default) => Refuse(url);

    public override string ResolveFilePath(string documentPath, string jsonPath) => jsonPath;

    private static Task<IJsonReference> Refuse(string reference) =>
        throw new InvalidOperationException($"'{reference}' is not part of the document.");
}
