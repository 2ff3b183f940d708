using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Operations;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Webhooks;

/// <summary>
/// Reads the requests that the service sends: <c>webhooks</c>, <c>x-webhooks</c> of documents before OpenAPI 3.1, and the callbacks of operations. NSwag reads none of them, so all is
/// read from the tree.
/// </summary>
internal sealed class WebhookReader(DocumentNodes document, ReadSchema read, ResolveSchema resolve, NameOverrides nameOverrides, Origins origins, List<DiagnosticInfo> diagnostics)
{
    private const string Components = "/components/callbacks/";

    private readonly SigningReader signing = new(diagnostics);
    private readonly HeaderReader headers = new(document, read, resolve, nameOverrides, origins, diagnostics);

    // By where they are, as one callback may be that of several operations; a callback whose own operation has it again is read once.
    private readonly Dictionary<string, Webhook> callbacks = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private readonly List<Webhook> found = [];
    private WebhookSigning? ofAll;

    /// <summary>The webhooks, then the callbacks, each in the order of the document.</summary>
    /// <param name="operations">The operations of the document.</param>
    public EquatableArray<Webhook> Read(IEnumerable<OperationKey> operations)
    {
        ofAll = signing.Read(document.Root);
        foreach (var (name, item) in document.Root.Entries("webhooks").Concat(document.Root.Entries("x-webhooks")).Where(e => !SpecGrammar.IsExtension(e.Key)))
        {
            foreach (var (webhook, operation) in ReadItem(name, document.Follow(item), ofAll))
            {
                found.Add(webhook);
                AddCallbacks(operation, caller: null);
            }
        }

        foreach (var key in operations)
        {
            if (document.PathItem(key.Path) is { } item && DocumentNodes.Operation(document.Follow(item), key.Method) is { } operation)
                AddCallbacks(operation, key);
        }
        return [.. found, .. order.Select(pointer => callbacks[pointer])];
    }

    // What is sent may have callbacks again; where it came from is then no operation of the client.
    private void AddCallbacks(PointedNode operation, OperationKey? caller)
    {
        EquatableArray<OperationKey> callers = caller is null ? [] : [caller];
        foreach (var (key, reference) in operation.Entries("callbacks"))
        {
            var callback = document.Follow(reference);
            var isComponent = callback.Pointer.StartsWith(Components, StringComparison.Ordinal);
            var name = isComponent ? JsonPointer.Parse(callback.Pointer).Last() : key;
            foreach (var (expression, item) in Entries(callback))
            {
                foreach (var (webhook, inner) in ReadItem(name, document.Follow(item), signing.Read(callback) ?? ofAll))
                {
                    // By the expression too: several may lead to one path item.
                    var pointer = $"{callback.Pointer} {expression} {webhook.Method}";
                    if (callbacks.TryGetValue(pointer, out var known))
                    {
                        callbacks[pointer] = known with { Callers = known.Callers.Concat(callers).Distinct().ToEquatableArray() };
                        continue;
                    }
                    callbacks.Add(pointer, webhook with { Expression = expression, Callers = callers, IsComponent = isComponent });
                    order.Add(pointer);
                    AddCallbacks(inner, caller: null);
                }
            }
        }
    }

    private static IEnumerable<(string Expression, PointedNode Item)> Entries(PointedNode callback) =>
        (callback.Node as SpecMap)?.Entries.Where(e => !SpecGrammar.IsExtension(e.Key)).Select(e => (e.Key, callback.Child(e.Key)!.Value)) ?? [];

    private IEnumerable<(Webhook Webhook, PointedNode Operation)> ReadItem(string name, PointedNode item, WebhookSigning? ofOwner)
    {
        if (item.Node is not SpecMap map)
            yield break;
        foreach (var method in SpecGrammar.Methods.Where(m => map[m] is SpecMap))
            yield return (Read(name, method.ToUpperInvariant(), item.Child(method)!.Value, item, ofOwner), item.Child(method)!.Value);
        foreach (var (method, operation) in item.Entries(PathOperations.Additional))
            yield return (Read(name, method, operation, item, ofOwner), operation);
    }

    private Webhook Read(string name, string method, PointedNode operation, PointedNode item, WebhookSigning? ofOwner)
    {
        var summary = DocText.Of(operation["summary"].AsText() ?? item["summary"].AsText());
        var description = DocText.Of(operation["description"].AsText() ?? item["description"].AsText());
        return new(name, method, ReadHeaders(operation, item), ReadBody(operation), ReadResponses(operation))
        {
            Summary = summary,
            Description = description,
            Deprecation = Deprecation.Of(operation["deprecated"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" }, operation.Node, summary, description),
            NameOverride = nameOverrides.Read(operation.Node),
            Signing = signing.Read(operation) ?? signing.Read(item) ?? ofOwner,
            Origin = origins.Add(operation.Pointer),
        };
    }

    private EquatableArray<Header> ReadHeaders(PointedNode operation, PointedNode item)
    {
        // By name and location, of which those of the operation win (OpenAPI 3.0.3, "Parameter Object").
        var parameters = operation.Items("parameters").Concat(item.Items("parameters"))
            .Select(document.Follow)
            .Select(node => (Node: node, Name: node["name"].AsText(), In: node["in"].AsText()))
            .Where(p => p.Name is not null && p.In is "header" or "query" or "cookie")
            .GroupBy(p => (p.In == "header" ? p.Name!.ToUpperInvariant() : p.Name, p.In))
            .Select(g => g.First())
            .ToList();
        foreach (var other in parameters.Where(p => p.In != "header"))
            diagnostics.Add(new(WebhookRules.ParameterNotRead, other.Node.Location, other.Name!, other.In == "query" ? "query" : "cookies"));
        return parameters.Where(p => p.In == "header").Select(p => ReadHeader(p.Name!, p.Node)).ToEquatableArray();
    }

    private Header ReadHeader(string name, PointedNode node)
    {
        var isRequired = node["required"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };
        return headers.Read(new(name, isRequired, node["description"].AsText()), node);
    }

    private Content? ReadBody(PointedNode operation)
    {
        if (operation.Child("requestBody") is not { } reference)
            return null;
        Content? body = null;
        foreach (var (mediaType, node) in document.Follow(reference).Entries("content"))
        {
            if (MediaTypes.KindOf(mediaType) != BodyKind.Json)
                diagnostics.Add(new(WebhookRules.BodyWithoutReader, node.Location, mediaType));
            else
                body ??= ReadContent(mediaType, document.Follow(node).Child("schema"));
        }
        return body;
    }

    private Content ReadContent(string mediaType, PointedNode? schema)
    {
        if (schema is not { } node)
            return new(mediaType, null);
        var use = read(document.Schema(node));
        return new(mediaType, use.Schema, use.IsNullable && resolve(use.Schema) is not AnySchema);
    }

    private EquatableArray<WebhookResponse> ReadResponses(PointedNode operation) => operation.Entries("responses")
        .Where(r => !SpecGrammar.IsExtension(r.Key))
        .Select(r => new WebhookResponse(r.Key, DocText.Of(document.Follow(r.Node)["description"].AsText())))
        .ToEquatableArray();
}
