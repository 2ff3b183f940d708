using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using NSwag;

namespace Kiln.Generator.Api;

/// <summary>The second stage: what a document says of its API.</summary>
internal static class ApiReader
{
    public static Parsed<ApiModel> Read(SpecDocument spec, CancellationToken cancellationToken)
    {
        OpenApiDocument document;
        try
        {
            document = NswagDocument.Load(spec, cancellationToken);
        }
        catch (DocumentRefused refused)
        {
            return new(null, [refused.Diagnostic]);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What the Specs stage should not have let through.
            return new(null, [new(ApiRules.UnreadableDocument, NswagPlaces.Of(exception, spec), FirstLine(exception.Message))]);
        }

        return Read(document, spec, cancellationToken);
    }

    private static Parsed<ApiModel> Read(OpenApiDocument document, SpecDocument spec, CancellationToken cancellationToken)
    {
        var diagnostics = new List<DiagnosticInfo>();
        var schemas = new SchemaReader(spec, diagnostics);

        foreach (var schema in document.Components.Schemas)
            schemas.AddNamed("/components/schemas/" + JsonPointer.Escape(schema.Key), schema.Value);

        var operations = new List<Operation>();
        foreach (var path in document.Paths)
        {
            foreach (var operation in path.Value.ActualPathItem)
            {
                cancellationToken.ThrowIfCancellationRequested();
                operations.Add(new OperationReader(spec, schemas, diagnostics, path.Key, operation.Key).Read(operation.Value));
            }
        }

        var named = schemas.ReadNamed(cancellationToken);
        TypeDepth.Check(named, spec, diagnostics);
        var contracts = new PagingReader(spec, named, diagnostics);
        var api = new ApiModel(
            document.Info?.Title ?? "",
            DocText.Of(document.Info?.Description),
            ServerReader.Url(document, spec, diagnostics),
            operations.Select(contracts.WithPaging).ToEquatableArray(),
            named);

        var inOrder = diagnostics.OrderBy(d => d.Place.Line).ThenBy(d => d.Place.Column).ThenBy(d => d.Rule.Id, StringComparer.Ordinal);
        return new(api, inOrder.Distinct().ToEquatableArray());
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('\r');
}
