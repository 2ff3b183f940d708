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

        var version = spec.Root["openapi"] is null ? SchemaType.Swagger2 : SchemaType.OpenApi3;
        var contracts = new NswagContracts(version);
        var json = SpecJson.Write(spec.Root);

        // Newtonsoft puts another character in its place, and names would not be found again. Half a pair is the one thing that is written so.
        if (json.IndexOf("\\uD", StringComparison.Ordinal) >= 0 && NswagPlaces.OfHalfCharacter(spec) is { } half)
            throw new DocumentRefused(new(ApiRules.HalfCharacter, half));

        // NSwag is asynchronous only. Nothing here waits: the resolver answers at once, so the call completes on this thread,
        // which it has to, for NSwag keeps state in [ThreadStatic] fields across its awaits.
        var document = JsonSchemaSerialization
            .FromJsonAsync<OpenApiDocument>(json, version, null, BeforeReferences, contracts, cancellationToken)
            .GetAwaiter()
            .GetResult();

        new NswagReferences(document, spec, GivenFilesResolver.For(document), contracts.Reading, cancellationToken).Resolve();
        return document;

        JsonReferenceResolver BeforeReferences(OpenApiDocument read)
        {
            read.SchemaType = version;
            contracts.EndReading();
            return GivenFilesResolver.For(read);
        }
    }
}
