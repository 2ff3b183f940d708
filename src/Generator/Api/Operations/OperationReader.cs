using Kiln.Generator.Api.Access;
using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Api.Operations.Streams;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations;

/// <summary>Reads operations: each from its skeleton and its node of the tree.</summary>
internal sealed class OperationReader(
    DocumentNodes document, ReadSchema read, ResolveSchema resolve, NameOverrides nameOverrides, AccessReader access, ItemContents items, Origins origins, List<DiagnosticInfo> diagnostics)
{
    private readonly ParameterReader parameters = new(document, read, resolve, nameOverrides, origins, diagnostics);
    private readonly ContentReader contents = new(document, read, resolve, items, diagnostics);
    private readonly HeaderReader headers = new(document, read, resolve, nameOverrides, origins, diagnostics);
    private readonly RequestBodyReader bodies = new(document, read, resolve, origins, diagnostics);

    private readonly IdempotencyKeyReader idempotencyKeys = new(document.Root, diagnostics);
    private readonly RateLimitReader rateLimits = new(document.Root, diagnostics);

    public Operation Read(OperationSkeleton operation)
    {
        var pathItem = document.PathItem(operation.Path)!.Value;
        var node = DocumentNodes.Operation(pathItem, operation.Method)!.Value;
        var (sent, security) = access.ReadSecurity(operation.Parameters, node, pathItem);
        return new(
            operation.Path,
            operation.Method,
            DocText.Of(operation.Summary),
            DocText.Of(operation.Description),
            Deprecation.Of(operation.IsDeprecated, node.Node, operation.Summary, operation.Description),
            parameters.Read(sent, node, pathItem),
            operation.Body is null ? null : bodies.Read(operation, operation.Body, Target(node.Child("requestBody"))),
            ReadResponses(operation.Responses, node),
            Paging: null)
        {
            Id = node["operationId"].AsText() is { Length: > 0 } id ? id : null,
            Origin = origins.Add(node.Pointer),
            NameOverride = nameOverrides.Read(node.Node),
            FlatNameOverride = nameOverrides.Read(node.Node, NameOverrideKeys.Operation),
            QueryNameOverride = nameOverrides.Read(node.Node, NameOverrideKeys.Query),
            ResultNameOverride = nameOverrides.Read(node.Node, NameOverrideKeys.Result),
            HeaderParametersNameOverride = nameOverrides.Read(node.Node, NameOverrideKeys.HeaderParameters),
            PathNameOverride = nameOverrides.Read(pathItem.Node),
            Security = security,
            Servers = access.ReadServers(node, pathItem),
            IdempotencyHeader = idempotencyKeys.Read(node, operation.Method),
            RateLimit = rateLimits.Read(node, pathItem, operation.Path, operation.Method),
        };
    }

    private EquatableArray<Response> ReadResponses(IReadOnlyList<ResponseSkeleton> skeletons, PointedNode node)
    {
        var nodes = node.Child("responses");
        return skeletons.Select(r => ReadResponse(r, Target(nodes?.Child(r.Status)))).ToEquatableArray();
    }

    private Response ReadResponse(ResponseSkeleton response, PointedNode? node)
    {
        var named = response.Headers.Select(h => headers.Read(h, Target(node?.Child("headers")?.Child(h.Name)))).ToEquatableArray();
        return new(response.Status, DocText.Of(response.Description), contents.Read(response.MediaTypes, node, response.Description), named)
        {
            Origin = origins.Add(node?.Pointer),
            HeadersNameOverride = nameOverrides.Read(node?.Node, NameOverrideKeys.Headers),
            ExceptionNameOverride = nameOverrides.Read(node?.Node, NameOverrideKeys.Exception),
        };
    }

    private PointedNode? Target(PointedNode? node) => node is { } reference ? document.Follow(reference) : null;
}
