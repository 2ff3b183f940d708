using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Swagger;

/// <summary>Converts request and response bodies, whose media types 2.0 lists beside them in <c>consumes</c> and <c>produces</c>.</summary>
internal sealed class SwaggerBodies(SpecMap root)
{
    private const string Json = "application/json";
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    /// <summary>The media types that an operation accepts; JSON if neither it nor the document lists any.</summary>
    public IReadOnlyList<string> Consumed(SpecMap? operation) => MediaTypes(operation, "consumes");

    /// <summary>The media types that an operation returns; JSON if neither it nor the document lists any.</summary>
    public IReadOnlyList<string> Produced(SpecMap? operation) => MediaTypes(operation, "produces");

    /// <summary>Converts a parameter with <c>in: body</c> to a request body.</summary>
    public SpecMap ConvertBody(SpecMap parameter, IReadOnlyList<string> mediaTypes)
    {
        var schema = parameter["schema"] ?? SpecNodes.EmptyMap(parameter.Span);
        return parameter.Without(e => e.Key is not ("description" or "required") && !SpecGrammar.IsExtension(e.Key))
            .With("content", Content(parameter.Span, mediaTypes, _ => SpecNodes.EmptyMap(parameter.Span).With("schema", schema)));
    }

    /// <summary>Converts the parameters with <c>in: formData</c> of an operation to a request body.</summary>
    public SpecMap ConvertForm(IReadOnlyList<SpecMap> fields, SpecMap operation)
    {
        var span = fields[0].Span;
        var properties = fields
            .GroupBy(f => f["name"].AsText() ?? "", StringComparer.Ordinal)
            .Select(g => new SpecEntry(g.Key, g.Last().Span, FieldSchema(g.Last())))
            .ToArray();
        var schema = SpecNodes.EmptyMap(span).With("type", SpecNodes.Text(span, "object")).With("properties", new SpecMap(span, properties));
        var required = fields.Where(IsRequired).Select(f => f["name"]).OfType<SpecScalar>().ToArray();
        if (required.Length > 0)
            schema = schema.With("required", new SpecList(span, required));

        var mediaTypes = Consumed(operation).Where(m => m is UrlEncoded or Multipart).ToList();
        if (mediaTypes.Count == 0)
            mediaTypes.Add(fields.Any(f => f["format"].AsText() == "binary") ? Multipart : UrlEncoded);
        var body = SpecNodes.EmptyMap(span).With("content", Content(span, mediaTypes, _ => SpecNodes.EmptyMap(span).With("schema", schema)));
        return required.Length > 0 ? body.With("required", SpecNodes.True(span)) : body;
    }

    /// <summary>Converts a response: its schema and examples move to <c>content</c>.</summary>
    public SpecMap ConvertResponse(SpecMap response, IReadOnlyList<string> mediaTypes)
    {
        var converted = response.Without(e => e.Key is "schema" or "examples");
        if (response["headers"] is SpecMap headers)
            converted = converted.With("headers", headers.WithValues(h => h.Value is SpecMap header ? SwaggerParameters.Convert(header) : h.Value));
        if (response["schema"] is not { } schema)
            return converted;

        var examples = response["examples"] as SpecMap;
        return converted.With("content", Content(response.Span, mediaTypes, mediaType =>
        {
            var content = SpecNodes.EmptyMap(response.Span).With("schema", schema);
            return examples?[mediaType] is { } example ? content.With("example", example) : content;
        }));
    }

    // The description keeps its key's position, for a diagnostic about its length.
    private static SpecMap FieldSchema(SpecMap parameter)
    {
        var schema = SwaggerParameters.Schema(parameter);
        return parameter.Entry("description") is { } description ? new SpecMap(schema.Span, [.. schema.Entries, description]) : schema;
    }

    private static bool IsRequired(SpecMap parameter) => parameter["required"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };

    private static SpecMap Content(SpecSpan span, IEnumerable<string> mediaTypes, Func<string, SpecNode> content) =>
        new(span, mediaTypes.Select(m => new SpecEntry(m, span, content(m))).ToArray());

    private IReadOnlyList<string> MediaTypes(SpecMap? operation, string key)
    {
        var declared = (operation?[key] ?? root[key]).Texts().Distinct(StringComparer.Ordinal).ToList();
        return declared.Count == 0 ? [Json] : declared;
    }
}
