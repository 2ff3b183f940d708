using Kiln.Generator.Api.Access;
using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Links;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Api.Operations;
using Kiln.Generator.Api.Operations.Streams;
using Kiln.Generator.Api.Schemas;
using Kiln.Generator.Api.Unions;
using Kiln.Generator.Api.Webhooks;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Coverage;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

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
        var origins = new Origins();
        // Shared, because it looks at each object once.
        var facts = new UnionCaseFactsReader(document);
        var schemas = new SchemaReader(document, facts, nameOverrides, origins, diagnostics, cancellationToken);
        foreach (var schema in document.ComponentSchemas)
            schemas.AddNamed(schema);

        var security = new SecurityReader(document, nameOverrides, diagnostics);
        var servers = new ServerReader(nameOverrides, diagnostics);
        var streams = new StreamReaders(document, schemas.Read, schemas.Resolve, diagnostics);
        var reader = new OperationReader(
            document, schemas.Read, schemas.Resolve, nameOverrides, new(security, servers, document, nameOverrides, diagnostics), streams.Contents, origins, diagnostics);
        var operations = new List<Operation>();
        foreach (var operation in skeleton.Operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            operations.Add(streams.Operations.WithStreams(reader.Read(operation)));
        }

        var webhooks = new WebhookReader(document, schemas.Read, schemas.Resolve, nameOverrides, origins, diagnostics).Read(operations.Select(o => new OperationKey(o.Path, o.Method)));
        var webhookEvent = WebhookEvents.Of(webhooks, schemas.Resolve);

        var links = new LinkReader(document, operations, schemas.Resolve, nameOverrides, diagnostics);

        var named = schemas.ReadNamed();
        TypeDepthCheck.Check(named, document, diagnostics);
        security.CheckRequired(operations.Count, document.Root);
        var paging = new OperationPaging(document, named, operations, spec.InfersPaging, diagnostics);
        var api = new ApiModel(
            skeleton.Title ?? "",
            DocText.Of(skeleton.Description),
            operations.Select(o => links.WithLinks(paging.WithPaging(o))).ToEquatableArray(),
            named)
        {
            Webhooks = webhooks,
            WebhookEvent = webhookEvent,
            Servers = servers.Read(document.Root),
            SecuritySchemes = security.Required,
            Security = security.Default,
            PathNames = nameOverrides.ReadPaths(),
            Origins = origins.All,
            PathPrefix = PathPrefixReader.Read(spec, operations, diagnostics),
        };

        var inOrder = diagnostics.OrderBy(d => d.Location.Line).ThenBy(d => d.Location.Column).ThenBy(d => d.Rule.Id, StringComparer.Ordinal);
        return new(api, inOrder.Distinct().ToEquatableArray());
    }
}
