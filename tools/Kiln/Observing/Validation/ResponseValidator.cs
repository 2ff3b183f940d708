using System.Text.Json;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Observing.Matching;
using Kiln.Tool.Observing.Traffic;
using Kiln.Tool.Observing.Validation.Schemas;

namespace Kiln.Tool.Observing.Validation;

/// <summary>Compares a response with what its operation documents.</summary>
internal sealed class ResponseValidator(SchemaFactsTable facts, IContradictions sink)
{
    // Not described by a document, whatever it has under their names (OpenAPI 3.1.1, "Response Object").
    private static readonly string[] IgnoredHeaders = ["Content-Type"];

    public void Check(DocumentedOperation operation, Exchange exchange, int status)
    {
        var body = exchange.ResponseBody is { Bytes.IsEmpty: false } sent && exchange.Method != "HEAD" ? sent : null;
        if (operation.Response(facts.Document, status) is not { } response)
        {
            CheckUndocumented(operation, status, body);
            return;
        }
        if (exchange.ResponseHeaders is { } headers)
            CheckHeaders(response, headers);
        if (body is not null)
            CheckBody(response, body);
        if (exchange.Violations.Count > 0)
            CheckViolations(response, exchange);
    }

    private void CheckUndocumented(DocumentedOperation operation, int status, TrafficBody? body)
    {
        // What is not changed is described by the response that it was got with.
        if (status == 304)
            return;
        using var json = body is not null && BodyJson.IsJson(body.MediaType) ? BodyJson.Parse(body.Bytes) : null;
        var name = body?.MediaType is { } mediaType ? $" {MediaTypes.NameOf(mediaType)}" : "";
        sink.Add(ContradictionKind.UndocumentedStatus, operation.Node.Pointer, $"{status}{name}", null, json?.RootElement);
    }

    private void CheckHeaders(PointedNode response, TrafficHeaders headers)
    {
        foreach (var (name, node) in response.Entries("headers"))
        {
            var header = facts.Document.Follow(node);
            if (IgnoredHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
                continue;
            if (headers[name] is not { } text)
            {
                if (header["required"] is SpecScalar { Text: "true" })
                    sink.Add(ContradictionKind.MissingHeader, header.Pointer, name, null, null);
            }
            else if (header.Child("schema") is { Node: SpecMap } schema && TextValues.Read(header, facts.Document.Schema(schema), [text], facts) is { } value)
            {
                new SchemaValidator(new(facts, Direction.Response), new WithoutPath(sink), new()).Check(value, facts.Document.Schema(schema));
            }
        }
    }

    private void CheckBody(PointedNode response, TrafficBody body)
    {
        var contents = response.Entries("content").ToList();
        var mediaType = body.MediaType;
        var content = mediaType is null ? contents.Select(c => c.Node).FirstOrDefault(c => BodyJson.IsJson(JsonPointer.Parse(c.Pointer)[^1])) : DocumentedOperation.Content(response, mediaType) ?? default;
        if (content.Node is null)
        {
            if (mediaType is null)
                return;
            using var undocumented = BodyJson.IsJson(mediaType) ? BodyJson.Parse(body.Bytes) : null;
            sink.Add(ContradictionKind.UndocumentedMediaType, response.Pointer, MediaTypes.NameOf(mediaType), null, undocumented?.RootElement);
            return;
        }
        if (mediaType is not null && !BodyJson.IsJson(mediaType))
            return;

        using var json = BodyJson.Parse(body.Bytes);
        if (json is null)
            sink.Add(ContradictionKind.InvalidJson, content.Pointer, "", null, null);
        else if (content.Child("schema") is { Node: SpecMap } schema)
            new SchemaValidator(new(facts, Direction.Response), sink, new()).Check(json.RootElement, facts.Document.Schema(schema));
    }

    private void CheckViolations(PointedNode response, Exchange exchange)
    {
        // A body that was kept says it all itself.
        if (exchange.ResponseBody is not null || response.Entries("content").Select(c => c.Node.Child("schema")).FirstOrDefault(s => s is { Node: SpecMap }) is not { } schema)
            return;
        foreach (var violation in exchange.Violations)
            new ViolationReader(facts, sink).Read(violation, facts.Document.Schema(schema));
    }
}
