using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using NJsonSchema;
using NSwag;

namespace Kiln.Generator.Api;

/// <summary>Reads one operation of a path.</summary>
internal sealed class OperationReader(SpecDocument spec, SchemaReader schemas, List<DiagnosticInfo> diagnostics, string path, string method)
{
    private readonly string pathPointer = "/paths/" + JsonPointer.Escape(path);

    private string Pointer => $"{pathPointer}/{method}";

    public Operation Read(OpenApiOperation operation) => new(
        path,
        method.ToUpperInvariant(),
        DocText.Of(operation.Summary),
        DocText.Of(operation.Description),
        operation.IsDeprecated,
        ReadParameters(operation),
        operation.ActualRequestBody is { } body ? ReadBody(body) : null,
        operation.Responses.Select(r => ReadResponse(r.Key, r.Value.ActualResponse)).ToEquatableArray(),
        Paging: null);

    private EquatableArray<Parameter> ReadParameters(OpenApiOperation operation)
    {
        var reader = new ParameterReader(spec, schemas, diagnostics);
        var places = ParameterPlaces();
        return operation.ActualParameters
            .Where(p => p.Kind is OpenApiParameterKind.Path or OpenApiParameterKind.Query or OpenApiParameterKind.Header or OpenApiParameterKind.Cookie)
            .Select(p => reader.Read(p, places.TryGetValue((p.Name, p.Kind.ToString()), out var place) ? place : Pointer))
            .ToEquatableArray();
    }

    // By name and location, the two that make a parameter one of its own (OpenAPI 3.0.3, "Parameter Object"); the operation's win over the path's.
    private Dictionary<(string, string), string> ParameterPlaces()
    {
        var places = new Dictionary<(string, string), string>();
        foreach (var owner in new[] { Pointer, pathPointer })
        {
            if (JsonPointer.Find(spec.Root, owner + "/parameters") is not SpecList list)
                continue;
            for (var i = 0; i < list.Items.Count; i++)
            {
                var pointer = SpecReferences.Follow(spec.Root, $"{owner}/parameters/{i}");
                var name = SchemaFacts.Text(spec.Root, pointer + "/name") ?? "";
                var location = SchemaFacts.Text(spec.Root, pointer + "/in") ?? "";
                var key = (name, Capitalized(location));
                if (!places.ContainsKey(key))
                    places.Add(key, pointer);
            }
        }
        return places;
    }

    private RequestBody ReadBody(OpenApiRequestBody body)
    {
        var pointer = SpecReferences.Follow(spec.Root, Pointer + "/requestBody");
        return new(body.IsRequired, ReadContents(body.Content, pointer), DocText.Of(body.Description));
    }

    private Response ReadResponse(string status, OpenApiResponse response)
    {
        var pointer = SpecReferences.Follow(spec.Root, $"{Pointer}/responses/{JsonPointer.Escape(status)}");
        var headers = response.Headers
            .Select(h => ReadHeader(h.Key, h.Value, SpecReferences.Follow(spec.Root, $"{pointer}/headers/{JsonPointer.Escape(h.Key)}")))
            .ToEquatableArray();
        return new(status, DocText.Of(response.Description), ReadContents(response.Content, pointer), headers);
    }

    private Header ReadHeader(string name, OpenApiHeader header, string pointer)
    {
        var actual = header.ActualParameter;
        var schema = actual.Schema is null ? new AnySchema() : schemas.Read(actual.Schema, pointer + "/schema").Schema;
        return new(name, actual.IsRequired, schema, DocText.Of(actual.Description));
    }

    private EquatableArray<Content> ReadContents(IDictionary<string, OpenApiMediaType> contents, string pointer) => contents
        .Select(c => new Content(c.Key, ReadSchema(c.Value.Schema, $"{pointer}/content/{JsonPointer.Escape(c.Key)}/schema")))
        .ToEquatableArray();

    private Schema? ReadSchema(JsonSchema? schema, string pointer) => schema is null ? null : schemas.Read(schema, pointer).Schema;

    private static string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);
}
