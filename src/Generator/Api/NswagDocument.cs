using Kiln.Generator.Specs;
using NJsonSchema;
using NSwag;

namespace Kiln.Generator.Api;

/// <summary>Hands the normal form to NSwag.Core.</summary>
internal static class NswagDocument
{
    public static OpenApiDocument Load(SpecDocument spec, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // NSwag is asynchronous only. Nothing here waits: the resolver answers at once, so the call completes on this thread,
        // which it has to, for NSwag keeps state in [ThreadStatic] fields across its awaits.
        var document = OpenApiDocument
            .FromJsonAsync(SpecJson.Write(spec.Root), null, SchemaType.OpenApi3, GivenFilesResolver.For, cancellationToken)
            .GetAwaiter()
            .GetResult();

        cancellationToken.ThrowIfCancellationRequested();
        return document;
    }
}
