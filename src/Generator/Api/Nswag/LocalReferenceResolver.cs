using NJsonSchema;
using NJsonSchema.Generation;
using NJsonSchema.References;
using NSwag;

namespace Kiln.Generator.Api.Nswag;

/// <summary>Resolves references within the document only. NSwag's own resolver reads files and URLs that a document names, which a compiler must never do.</summary>
internal sealed class LocalReferenceResolver(JsonSchemaAppender appender) : JsonReferenceResolver(appender)
{
    public static JsonReferenceResolver For(OpenApiDocument document) =>
        new LocalReferenceResolver(new OpenApiSchemaResolver(document, new SystemTextJsonSchemaGeneratorSettings()));

    public override Task<IJsonReference> ResolveFileReferenceAsync(string filePath, CancellationToken cancellationToken = default) => Refuse(filePath);

    public override Task<IJsonReference> ResolveUrlReferenceAsync(string url, CancellationToken cancellationToken = default) => Refuse(url);

    public override string ResolveFilePath(string documentPath, string jsonPath) => jsonPath;

    private static Task<IJsonReference> Refuse(string reference) =>
        throw new InvalidOperationException($"'{reference}' is not part of the document.");
}
