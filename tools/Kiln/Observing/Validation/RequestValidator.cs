using System.Text.Json;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Observing.Matching;
using Kiln.Tool.Observing.Traffic;
using Kiln.Tool.Observing.Validation.Schemas;

namespace Kiln.Tool.Observing.Validation;

/// <summary>Compares a request that the service accepted with what its operation documents. What the service refused says nothing: the document may be right.</summary>
internal sealed class RequestValidator(SchemaFactsTable facts, IContradictions sink)
{
    // Described elsewhere in a document, and removed from recordings by careful tools.
    private static readonly string[] IgnoredHeaders = ["Accept", "Content-Type", "Authorization", "Cookie"];

    private HashSet<string>? credentials;

    public void Check(DocumentedOperation operation, Exchange exchange, Uri url, IReadOnlyDictionary<string, string> pathValues)
    {
        var parameters = operation.Parameters(facts.Document);
        var query = QueryValues.Of(url);
        foreach (var parameter in parameters)
            CheckParameter(parameter, TextsOf(parameter, query, exchange.RequestHeaders, pathValues));
        CheckUndocumented(operation, parameters, query);
        if (exchange.RequestBody is { Bytes.IsEmpty: false } body)
            CheckBody(operation, body);
    }

    /// <summary>The texts that were sent; <see langword="null"/> if it cannot be told.</summary>
    private static IReadOnlyList<string>? TextsOf(PointedNode parameter, IReadOnlyDictionary<string, List<string>> query, TrafficHeaders? headers, IReadOnlyDictionary<string, string> pathValues)
    {
        var name = parameter["name"].AsText() ?? "";
        return parameter["in"].AsText() switch
        {
            "query" when parameter["x-kiln-whole-query"] is null => query.GetValueOrDefault(name) ?? [],
            "path" => pathValues.TryGetValue(name, out var value) ? [value] : null,
            "header" when headers is not null && !IgnoredHeaders.Contains(name, StringComparer.OrdinalIgnoreCase) => headers[name] is { } text ? [text] : [],
            _ => null,
        };
    }

    private void CheckParameter(PointedNode parameter, IReadOnlyList<string>? texts)
    {
        if (texts is null || parameter.Child("schema") is not { Node: SpecMap } node)
            return;
        var schema = facts.Document.Schema(node);
        if (texts.Count == 0)
        {
            // An object may have been sent as parameters of its own.
            if (parameter["required"] is SpecScalar { Text: "true" } && !facts.Of(schema.Unwrapped()).Types.Contains("object"))
                sink.Add(ContradictionKind.MissingParameter, parameter.Pointer, "", null, null);
            return;
        }
        if (texts[0].Length == 0 && parameter["allowEmptyValue"] is SpecScalar { Text: "true" })
            return;
        if (TextValues.Read(parameter, schema, texts, facts) is { } value)
            new SchemaValidator(new(facts, Direction.Request), new WithoutPath(sink), new()).Check(value, schema);
    }

    private void CheckUndocumented(DocumentedOperation operation, IReadOnlyList<PointedNode> parameters, IReadOnlyDictionary<string, List<string>> query)
    {
        if (query.Count == 0)
            return;
        var documented = parameters.Where(p => p["in"].AsText() == "query").ToList();
        var objects = documented.Select(p => p.Child("schema")).Where(s => s is { Node: SpecMap }).Select(s => facts.Of(facts.Document.Schema(s!.Value).Unwrapped())).Where(s => s.Types.Contains("object")).ToList();
        if (documented.Exists(p => p["x-kiln-whole-query"] is not null) || objects.Exists(o => o.Schema.Properties.Count == 0 || o.Schema.AdditionalProperties is not null || o.AllowsOthers))
            return;

        credentials ??= QueryCredentials();
        foreach (var (name, values) in query)
        {
            // Brackets are how objects and lists are written in many ways.
            var outer = name.Split('[')[0];
            if (!credentials.Contains(name) && !documented.Exists(p => p["name"].AsText() is { } known && (known == name || known.Split('[')[0] == outer)) && !objects.Exists(o => o.Property(outer) is not null))
                sink.Add(ContradictionKind.UndocumentedParameter, operation.Node.Pointer, name, null, JsonSerializer.SerializeToElement(values[0]));
        }
    }

    private HashSet<string> QueryCredentials() => facts.Document.Root.Child("components")?.Entries("securitySchemes")
        .Select(s => facts.Document.Follow(s.Node)).Where(s => s["in"].AsText() == "query").Select(s => s["name"].AsText() ?? "").ToHashSet(StringComparer.Ordinal) ?? [];

    private void CheckBody(DocumentedOperation operation, TrafficBody body)
    {
        if (operation.Node.Child("requestBody") is not { } node || body.MediaType is not { } mediaType || !BodyJson.IsJson(mediaType))
            return;
        var requestBody = facts.Document.Follow(node);
        using var json = BodyJson.Parse(body.Bytes);
        if (DocumentedOperation.Content(requestBody, mediaType) is not { } content)
            sink.Add(ContradictionKind.UndocumentedMediaType, requestBody.Pointer, MediaTypes.NameOf(mediaType), null, json?.RootElement);
        else if (json is null)
            sink.Add(ContradictionKind.InvalidJson, content.Pointer, "", null, null);
        else if (content.Child("schema") is { Node: SpecMap } schema)
            new SchemaValidator(new(facts, Direction.Request, MediaTypes.IsMergePatch(mediaType)), sink, new()).Check(json.RootElement, facts.Document.Schema(schema));
    }
}
