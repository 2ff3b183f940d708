using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using NSwag;

namespace Kiln.Generator.Api.Nswag;

/// <summary>Reads the skeleton of a document with NSwag.Core, whose types stay in this folder.</summary>
internal static class SkeletonReader
{
    /// <summary>The skeleton; no value, with a diagnostic, when NSwag cannot read the document.</summary>
    public static StageResult<DocumentSkeleton> Read(SpecDocument spec, CancellationToken cancellationToken)
    {
        try
        {
            return new(Read(NswagDocument.Load(spec, cancellationToken)), []);
        }
        catch (NswagLoadException failure)
        {
            return new(null, [failure.Diagnostic]);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What the Specs stage should not have let through.
            return new(null, [new(ApiRules.UnreadableDocument, NswagErrorLocation.Of(exception, spec), FirstLine(exception.Message))]);
        }
    }

    // What a document leaves out NSwag leaves null, whatever its annotations say.
    private static DocumentSkeleton Read(OpenApiDocument document) => new(
        document.Info?.Title,
        document.Info?.Description,
        [.. from path in document.Paths from operation in path.Value.ActualPathItem select Read(path.Key, operation.Key, operation.Value)]);

    private static OperationSkeleton Read(string path, string method, OpenApiOperation operation) => new(
        path,
        method.StartsWith(SkeletonJson.AdditionalPrefix, StringComparison.Ordinal) ? method.Substring(SkeletonJson.AdditionalPrefix.Length) : method.ToUpperInvariant(),
        operation.Summary,
        operation.Description,
        operation.IsDeprecated,
        // NSwag puts the body among the parameters too.
        [.. operation.ActualParameters.Where(p => p.Kind != OpenApiParameterKind.Body).Select(Read)],
        operation.ActualRequestBody is { } body ? new(body.IsRequired, body.Description, [.. body.Content.Keys]) : null,
        [.. operation.Responses.Select(r => Read(r.Key, r.Value.ActualResponse))]);

    private static ParameterSkeleton Read(OpenApiParameter parameter) => new(
        parameter.Name,
        parameter.Kind.ToString().ToLowerInvariant(),
        parameter.IsRequired,
        parameter.Description,
        parameter.IsDeprecated);

    private static ResponseSkeleton Read(string status, OpenApiResponse response) => new(
        status,
        response.Description,
        [.. response.Headers.Select(h => new HeaderSkeleton(h.Key, h.Value.ActualParameter.IsRequired, h.Value.ActualParameter.Description))],
        [.. response.Content.Keys]);

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('\r');
}
