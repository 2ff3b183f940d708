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
        Deprecation.Of(operation.IsDeprecated, JsonPointer.Find(spec.Root, Pointer), operation.Summary, operation.Description),
        ReadParameters(operation),
        operation.ActualRequestBody is { } body ? ReadBody(body) : null,
        ReadResponses(operation),
        Paging: null)
    {
        Wish = ChosenNames.Of(spec, Pointer, diagnostics),
        PathWish = ChosenNames.Of(spec, pathPointer, diagnostics),
        IsAnonymous = IsAnonymous(),
    };

    // The operation's own list takes the place of the document's. An empty requirement in it is one that nothing is needed for.
    private bool IsAnonymous() =>
        JsonPointer.Find(spec.Root, Pointer + "/security") is SpecList list && list.Items.All(requirement => requirement is SpecMap { Entries.Count: 0 });

    private EquatableArray<Parameter> ReadParameters(OpenApiOperation operation)
    {
        var reader = new ParameterReader(spec, schemas, diagnostics);
        var places = ParameterPlaces();
        var parameters = operation.ActualParameters.Select(p => (Parameter: p, Pointer: places.TryGetValue((p.Name, p.Kind.ToString()), out var place) ? place : Pointer)).ToList();

        foreach (var cookie in parameters.Where(p => p.Parameter.Kind == OpenApiParameterKind.Cookie))
            diagnostics.Add(new(ApiRules.CookieNotSent, spec.PlaceOf(cookie.Pointer), cookie.Parameter.Name));

        // NSwag puts the body among the parameters too.
        return parameters
            .Where(p => p.Parameter.Kind is OpenApiParameterKind.Path or OpenApiParameterKind.Query or OpenApiParameterKind.Header)
            .Select(p => reader.Read(p.Parameter, p.Pointer))
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

    private EquatableArray<Response> ReadResponses(OpenApiOperation operation)
    {
        var responses = operation.Responses.Select(r => ReadResponse(r.Key, r.Value.ActualResponse)).ToEquatableArray();
        var successes = responses.Where(r => r.IsSuccess && r.Contents.Count > 0).ToList();
        foreach (var other in successes.Skip(1))
            diagnostics.Add(new(ApiRules.MultipleSuccessResponses, spec.PlaceOf($"{Pointer}/responses/{JsonPointer.Escape(other.Status)}"), successes[0].Status, other.Status));
        return responses;
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

    private EquatableArray<Content> ReadContents(IDictionary<string, OpenApiMediaType> bodies, string pointer)
    {
        foreach (var mediaType in bodies.Keys.Where(k => !MediaTypes.FitsHeader(k)))
            diagnostics.Add(new(ApiRules.InvalidMediaType, spec.PlaceOf($"{pointer}/content/{JsonPointer.Escape(mediaType)}"), mediaType));

        var contents = bodies
            .Where(c => MediaTypes.FitsHeader(c.Key))
            .Select(c => ReadContent(c.Key, c.Value.Schema, $"{pointer}/content/{JsonPointer.Escape(c.Key)}/schema"))
            .ToEquatableArray();

        var place = spec.PlaceOf(pointer + "/content");
        if (MediaTypes.Choose(contents) is { } chosen)
        {
            var others = contents.Where(c => c != chosen).Select(c => $"'{c.MediaType}'").ToList();
            if (others.Count > 0)
                diagnostics.Add(new(ApiRules.IgnoredMediaTypes, place, chosen.MediaType, string.Join(", ", others)));
            if (MediaTypes.KindOf(chosen.MediaType) == BodyKind.Stream && chosen.Schema is not (null or ScalarSchema { Type: "string" }))
                diagnostics.Add(new(ApiRules.StreamBody, place, chosen.MediaType));
        }
        return contents;
    }

    private Content ReadContent(string mediaType, JsonSchema? schema, string pointer)
    {
        if (schema is null)
            return new(mediaType, null);
        var use = schemas.Read(schema, pointer);
        return new(mediaType, use.Schema, use.IsNullable && use.Schema is not AnySchema);
    }

    private static string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);
}
