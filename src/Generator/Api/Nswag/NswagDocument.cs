using Kiln.Generator.Specs;
using NJsonSchema;
using NJsonSchema.Infrastructure;
using NSwag;

namespace Kiln.Generator.Api.Nswag;

/// <summary>Loads the skeleton of a document in NSwag.Core.</summary>
internal static class NswagDocument
{
    public static OpenApiDocument Load(SpecDocument spec, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var contracts = new NswagContracts();

        // NSwag is asynchronous only. Nothing here waits: the resolver answers at once, so the call completes on this thread,
        // which it has to, for NSwag keeps state in [ThreadStatic] fields across its awaits.
        var document = JsonSchemaSerialization
            .FromJsonAsync<OpenApiDocument>(SkeletonJson.Write(spec.Root), SchemaType.OpenApi3, null, BeforeReferences, contracts, cancellationToken)
            .GetAwaiter()
            .GetResult();

        new NswagReferences(document, spec, LocalReferenceResolver.For(document), contracts.Reading, cancellationToken).Resolve();
        return document;

        JsonReferenceResolver BeforeReferences(OpenApiDocument read)
        {
            read.SchemaType = SchemaType.OpenApi3;
            contracts.EndReading();
            return LocalReferenceResolver.For(read);
        }
    }
}
