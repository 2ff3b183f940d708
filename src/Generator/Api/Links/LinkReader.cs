using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Links;

/// <summary>Reads the links of responses, and checks them against the operations that they lead to.</summary>
internal sealed class LinkReader
{
    private readonly DocumentNodes document;
    private readonly ResolveSchema resolve;
    private readonly NameOverrides nameOverrides;
    private readonly List<DiagnosticInfo> diagnostics;
    private readonly Dictionary<OperationKey, Operation> byKey = [];
    private readonly Dictionary<string, Operation> byId = new(StringComparer.Ordinal);

    /// <param name="document">The document.</param>
    /// <param name="operations">All of its operations.</param>
    /// <param name="resolve">Resolves schemas.</param>
    /// <param name="nameOverrides">The names that the document chooses.</param>
    /// <param name="diagnostics">Gets the diagnostics.</param>
    public LinkReader(DocumentNodes document, IEnumerable<Operation> operations, ResolveSchema resolve, NameOverrides nameOverrides, List<DiagnosticInfo> diagnostics)
    {
        (this.document, this.resolve, this.nameOverrides, this.diagnostics) = (document, resolve, nameOverrides, diagnostics);
        foreach (var operation in operations)
        {
            byKey[new(operation.Path, operation.Method)] = operation;
            if (operation.Id is { } id)
                byId[id] = operation;
        }
    }

    /// <summary>The operation with the links of its successful responses.</summary>
    public Operation WithLinks(Operation operation)
    {
        if (document.PathItem(operation.Path) is not { } item || DocumentNodes.Operation(document.Follow(item), operation.Method) is not { } node)
            return operation;
        var links = new List<Link>();
        foreach (var (status, reference) in node.Entries("responses").Where(r => !SpecGrammar.IsExtension(r.Key)))
        {
            foreach (var (name, link) in document.Follow(reference).Entries("links").Where(l => !SpecGrammar.IsExtension(l.Key)))
            {
                var isRead = status is ['2', ..] || status == operation.Success?.Status;
                if ((isRead ? Read(name, document.Follow(link), operation, status) : Wrong(name, link, $"the response '{status}' is an error, which has no result")) is { } read)
                    links.Add(read);
            }
        }
        return links.Count == 0 ? operation : operation with { Links = links.Distinct().ToEquatableArray() };
    }

    private Link? Read(string name, PointedNode node, Operation operation, string status)
    {
        if (node["server"] is { } server)
            return Wrong(name, new(server, ""), "it leads to another server");
        if (TargetOf(node, out var problem) is not { } target)
            return Wrong(name, node, problem);

        var sources = new Dictionary<string, LinkSource>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Entries("parameters"))
        {
            if (ParameterOf(target, key) is not { } parameter)
                return Wrong(name, value, $"its target has no parameter '{key}'");
            if (value.Node.AsScalarText() is not { } text || LinkExpression.Read(text) is not { } source)
                return Wrong(name, value, $"'{value.Node.AsScalarText() ?? value.Node.Describe()}' is not a value of the response, of the request, or a constant");
            if (parameter is { In: ParameterLocation.Path, Kind: not ParameterKind.Single } && source is not CallerSource)
                return Wrong(name, value, $"its parameter '{key}' is not a single value");
            if (parameter.In == ParameterLocation.Path)
                sources[parameter.WireName] = source;
            else
                Report(value.Node, name, $"does not fill '{parameter.WireName}', which is not in the path; pass it to the method of the operation");
        }
        if (node["requestBody"] is { } body)
            Report(body, name, "does not fill the request body; pass it to the method of the operation");

        var values = target.Parameters
            .Where(p => p.In == ParameterLocation.Path)
            .Select(p => new LinkValue(p.WireName, sources.TryGetValue(p.WireName, out var source) ? source : new CallerSource(p.WireName, null)))
            .ToEquatableArray();
        var link = new Link(name, new(target.Path, target.Method), values) { Description = DocText.Of(node["description"].AsText()), NameOverride = nameOverrides.Read(node.Node) };
        return Check(link, node, operation, status);
    }

    // A link is a method of the body that has the properties which it names, or else of the response.
    private Link? Check(Link link, PointedNode node, Operation operation, string status)
    {
        var cases = operation.Answers.Primary?.Cases.ToList() ?? [];
        var content = (cases.Find(c => c.Statuses.Contains(status)) ?? (cases.Count == 1 ? cases[0] : null))?.Content;
        if (content is { Kind: BodyKind.Stream })
            return Wrong(link.Name, node, "the response is a stream");
        var body = content is { Kind: BodyKind.Json, Schema: { } schema } ? resolve(schema) : null;
        var paths = link.Values.Select(v => v.Source).OfType<BodySource>().ToList();
        var needsHeaders = link.Values.Any(v => v.Source is HeaderSource);
        link = link with { Content = content, IsOfItem = body is ArraySchema && paths.Count > 0 };
        if (body is ArraySchema array && link.IsOfItem)
            body = resolve(array.Items);
        link = link with { IsOfResponse = needsHeaders || (body is not ObjectSchema && !link.IsOfItem) };
        if (needsHeaders && link.IsOfItem)
            return Wrong(link.Name, node, "it needs a header and the items of an array");
        if (link.IsOfResponse && cases.Count > 1)
            return Wrong(link.Name, node, "the status decides what the response has");
        foreach (var source in paths)
        {
            if (FaultOf(source, body) is { } fault)
                return Wrong(link.Name, node, fault);
        }
        return link;
    }

    private string? FaultOf(BodySource source, Schema? body)
    {
        var schema = body;
        foreach (var step in source.Path)
        {
            schema = schema is ObjectSchema @object && @object.Properties.FirstOrDefault(p => p.WireName == step) is { } property ? resolve(property.Schema) : null;
            if (schema is null)
                return $"the response has no property '{source.Expression}'";
        }
        return schema is ScalarSchema or EnumSchema ? null : $"'{source.Expression}' is not a single value";
    }

    private Operation? TargetOf(PointedNode node, out string problem)
    {
        problem = "";
        if (node["operationId"].AsText() is { } id)
        {
            problem = $"no operation has the id '{id}'";
            return byId.TryGetValue(id, out var operation) ? operation : null;
        }
        if (node["operationRef"].AsText() is not { } reference)
        {
            problem = "it has neither 'operationId' nor 'operationRef'";
            return null;
        }
        problem = $"'{reference}' is not an operation of this document";
        return SpecReference.ResolveTokens((SpecMap)document.Root.Node, reference) is ["paths", { } path, { } method] && byKey.TryGetValue(new(path, method.ToUpperInvariant()), out var target)
            ? target
            : null;
    }

    // By its name, or with its location before it where several have one name: "path.id" (OpenAPI 3.1.1, "Link Object").
    private static Parameter? ParameterOf(Operation target, string key) =>
        target.Parameters.FirstOrDefault(p => p.In.ToString().ToLowerInvariant() + "." + p.WireName == key)
        ?? target.Parameters.Where(p => p.WireName == key).OrderBy(p => p.In).FirstOrDefault();

    private Link? Wrong(string name, PointedNode node, string problem)
    {
        Report(node.Node, name, $"has no method: {problem}");
        return null;
    }

    private void Report(SpecNode node, string name, string problem) => diagnostics.Add(new(WebhookRules.IncompleteLink, node.Location, name, problem));
}
