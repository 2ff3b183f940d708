using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using NJsonSchema;
using NJsonSchema.Infrastructure;
using NSwag;

namespace Kiln.Generator.Api;

/// <summary>Hands the normal form to NSwag.Core.</summary>
internal static class NswagDocument
{
    public static OpenApiDocument Load(SpecDocument spec, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        var contracts = new NswagContracts(new SpecTokenReader(spec.Root));

        // It would not survive being written to a file.
        if (NswagPlaces.OfHalfCharacter(spec) is { } half)
            throw new DocumentRefused(new(ApiRules.UnpairedSurrogate, half));

        // NSwag is asynchronous only. Nothing here waits: the resolver answers at once, so the call completes on this thread,
        // which it has to, for NSwag keeps state in [ThreadStatic] fields across its awaits. The text is for form's sake: the contracts bring the document.
        var document = JsonSchemaSerialization
            .FromJsonAsync<OpenApiDocument>("{}", SchemaType.OpenApi3, null, BeforeReferences, contracts, cancellationToken)
            .GetAwaiter()
            .GetResult();

        new NswagReferences(document, spec, GivenFilesResolver.For(document), contracts.Reading, cancellationToken).Resolve();
        return document;

        JsonReferenceResolver BeforeReferences(OpenApiDocument read)
        {
            read.SchemaType = SchemaType.OpenApi3;
            contracts.EndReading();
            return GivenFilesResolver.For(read);
        }
    }
}
