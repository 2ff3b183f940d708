using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations;

/// <summary>Reads operations: each from its skeleton and its node of the tree.</summary>
internal sealed class OperationReader(DocumentNodes document, ReadSchema read, ResolveSchema resolve, NameOverrides nameOverrides, List<DiagnosticInfo> diagnostics)
{
    private readonly ParameterReader parameters = new(document, read, resolve, nameOverrides, diagnostics);
    private readonly ContentReader contents = new(document, read, resolve, diagnostics);

    public Operation Read(OperationSkeleton operation)
    {
        var pathItem = document.PathItem(operation.Path)!.Value;
        var node = pathItem.Child(operation.Method)!.Value;
        return new(
            operation.Path,
            operation.Method.ToUpperInvariant(),
            DocText.Of(operation.Summary),
            DocText.Of(operation.Description),
            Deprecation.Of(operation.IsDeprecated, node.Node, operation.Summary, operation.Description),
            parameters.Read(operation.Parameters, node, pathItem),
            ReadBody(operation.Body, node),
            ReadResponses(operation.Responses, node),
            Paging: null)
        {
            NameOverride = nameOverrides.Read(node.Node),
            PathNameOverride = nameOverrides.Read(pathItem.Node),
            IsAnonymous = IsAnonymous(node),
        };
    }

    // An operation's list replaces the document's; an empty requirement in it needs no credentials.
    private static bool IsAnonymous(PointedNode node) =>
        node["security"] is SpecList list && list.Items.All(requirement => requirement is SpecMap { Entries.Count: 0 });

    private RequestBody? ReadBody(BodySkeleton? body, PointedNode node) =>
        body is null ? null : new(body.IsRequired, contents.Read(body.MediaTypes, Target(node.Child("requestBody")), ApiRules.RequestStream), DocText.Of(body.Description));

    private EquatableArray<Response> ReadResponses(IReadOnlyList<ResponseSkeleton> skeletons, PointedNode node)
    {
        var nodes = node.Child("responses");
        var responses = skeletons.Select(r => ReadResponse(r, Target(nodes?.Child(r.Status)))).ToEquatableArray();
        var successes = responses.Where(r => r.IsSuccess && r.Contents.Count > 0).ToList();
        foreach (var other in successes.Skip(1).Where(other => !HaveSameBody(successes[0], other)))
            diagnostics.Add(new(ApiRules.MultipleSuccessResponses, nodes!.Value.LocationOf(other.Status), successes[0].Status, other.Status));
        return responses;
    }

    private static bool HaveSameBody(Response first, Response other) =>
        (MediaTypes.Choose(first.Contents), MediaTypes.Choose(other.Contents)) is ({ } expected, { } actual)
        && MediaTypes.KindOf(expected.MediaType) == MediaTypes.KindOf(actual.MediaType)
        && (MediaTypes.KindOf(expected.MediaType) != BodyKind.Json || (expected.Schema ?? new AnySchema()).Equals(actual.Schema ?? new AnySchema()));

    private Response ReadResponse(ResponseSkeleton response, PointedNode? node)
    {
        var headers = response.Headers.Select(h => ReadHeader(h, Target(node?.Child("headers")?.Child(h.Name)))).ToEquatableArray();
        return new(response.Status, DocText.Of(response.Description), contents.Read(response.MediaTypes, node, ApiRules.ResponseStream), headers);
    }

    private Header ReadHeader(HeaderSkeleton header, PointedNode? node)
    {
        var schema = node?.Child("schema") is { } own ? read(document.Schema(own)).Schema : new AnySchema();
        if (node is { } owner && UnsupportedPart(owner, resolve(schema)) is { } what)
            diagnostics.Add(new(UnsupportedRules.HeaderAsString, owner.Location, header.Name, what));
        return new(header.Name, header.IsRequired, schema, DocText.Of(header.Description));
    }

    private static string? UnsupportedPart(PointedNode header, Schema schema) => schema switch
    {
        ArraySchema or TupleSchema => "an array",
        ObjectSchema or DictionarySchema => "an object",
        AnySchema when header["content"] is not null => "'content' instead of 'schema'",
        _ => null,
    };

    private PointedNode? Target(PointedNode? node) => node is { } reference ? document.Follow(reference) : null;
}
