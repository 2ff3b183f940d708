using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Api.Operations;
using Kiln.Generator.Api.Schemas;
using Kiln.Generator.Api.Unions;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Coverage;

namespace Kiln.Generator.Api;

/// <summary>The stage Api: reads what a document says of its API. NSwag reads the skeleton, the readers of this stage the schemas.</summary>
internal static class ApiReader
{
    /// <summary>The API, with the diagnostics in the order of the document; no value when the document cannot be read.</summary>
    public static StageResult<ApiModel> Read(SpecDocument spec, CancellationToken cancellationToken)
    {
        // An unpaired surrogate cannot be written as UTF-8.
        if (UnpairedSurrogateCheck.Find(spec.Root) is { } location)
            return new(null, [new(ApiRules.UnpairedSurrogate, location)]);

        var skeleton = SkeletonReader.Read(spec, cancellationToken);
        return skeleton.Value is null ? new(null, skeleton.Diagnostics) : Read(skeleton.Value, spec, cancellationToken);
    }

    private static StageResult<ApiModel> Read(DocumentSkeleton skeleton, SpecDocument spec, CancellationToken cancellationToken)
    {
        var diagnostics = new List<DiagnosticInfo>();
        UnusedKeyCheck.Check(spec.Root, diagnostics, cancellationToken);
        var document = new DocumentNodes(spec.Root);
        var nameOverrides = new NameOverrides(spec, diagnostics);
        // Shared, because it looks at each object once.
        var facts = new UnionCaseFactsReader(document);
        var schemas = new SchemaReader(document, facts, nameOverrides, diagnostics, cancellationToken);
        foreach (var schema in document.ComponentSchemas)
            schemas.AddNamed(schema);

        var reader = new OperationReader(document, schemas.Read, schemas.Resolve, nameOverrides, diagnostics);
        var operations = new List<Operation>();
        foreach (var operation in skeleton.Operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            operations.Add(reader.Read(operation));
        }

        var named = schemas.ReadNamed();
        TypeDepthCheck.Check(named, document, diagnostics);
        operations.ForEach(new UntypedErrorCheck(document, schemas.Resolve, diagnostics).Check);
        var paging = new PagingReader(document, named, diagnostics);
        var api = new ApiModel(
            skeleton.Title ?? "",
            DocText.Of(skeleton.Description),
            ServerReader.ReadUrl(skeleton, document, diagnostics),
            operations.Select(paging.WithPaging).ToEquatableArray(),
            named);

        var inOrder = diagnostics.OrderBy(d => d.Location.Line).ThenBy(d => d.Location.Column).ThenBy(d => d.Rule.Id, StringComparer.Ordinal);
        return new(api, inOrder.Distinct().ToEquatableArray());
    }
}
