using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Swagger;

/// <summary>Gives bodies the media types that 2.0 lists beside them, in <c>consumes</c> and <c>produces</c>.</summary>
internal sealed class SwaggerBodies(SpecMap root)
{
    private const string Json = "application/json";
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    /// <summary>What an operation takes; a document that does not say means JSON.</summary>
    public IReadOnlyList<string> Consumed(SpecMap? operation) => MediaTypes(operation, "consumes");

    /// <summary>What an operation answers.</summary>
    public IReadOnlyList<string> Produced(SpecMap? operation) => MediaTypes(operation, "produces");

    /// <summary>A parameter that is the body.</summary>
    public SpecNode OfParameter(SpecMap parameter, IReadOnlyList<string> mediaTypes)
    {
        var schema = parameter["schema"] ?? SpecNodes.EmptyMap(parameter.Span);
        return parameter.Without(e => e.Key is not ("description" or "required") && !SpecGrammar.IsExtension(e.Key))
            .With("content", Content(parameter.Span, mediaTypes, _ => SpecNodes.EmptyMap(parameter.Span).With("schema", schema)));
    }

    /// <summary>Parameters that are the fields of a form.</summary>
    public SpecNode OfForm(IReadOnlyList<SpecMap> fields, SpecMap operation)
    {
        var span = fields[0].Span;
        var properties = fields
            .GroupBy(f => f["name"].AsText() ?? "", StringComparer.Ordinal)
            .Select(g => new SpecEntry(g.Key, g.Last().Span, Field(g.Last())))
            .ToArray();
        var schema = SpecNodes.EmptyMap(span).With("type", SpecNodes.Text(span, "object")).With("properties", new SpecMap(span, properties));
        var required = fields.Where(IsRequired).Select(f => f["name"]).OfType<SpecScalar>().ToArray();
        if (required.Length > 0)
            schema = schema.With("required", new SpecList(span, required));

        var forms = Consumed(operation).Where(m => m is UrlEncoded or Multipart).ToList();
        if (forms.Count == 0)
            forms.Add(fields.Any(f => f["format"].AsText() == "binary") ? Multipart : UrlEncoded);
        var body = SpecNodes.EmptyMap(span).With("content", Content(span, forms, _ => SpecNodes.EmptyMap(span).With("schema", schema)));
        return required.Length > 0 ? body.With("required", SpecNodes.True(span)) : body;
    }

    /// <summary>An answer.</summary>
    public SpecNode OfResponse(SpecMap response, IReadOnlyList<string> mediaTypes)
    {
        var converted = response.Without(e => e.Key is "schema" or "examples");
        if (response["headers"] is SpecMap headers)
            converted = converted.With("headers", headers.WithValues(h => h.Value is SpecMap header ? SwaggerParameters.Convert(header) : h.Value));
        if (response["schema"] is not { } schema)
            return converted;

        var examples = response["examples"] as SpecMap;
        var names = mediaTypes.Concat(examples?.Entries.Select(e => e.Key).Where(k => k.Contains("/") && mediaTypes.Count == 0) ?? []).ToList();
        return converted.With("content", Content(response.Span, names, mediaType =>
        {
            var content = SpecNodes.EmptyMap(response.Span).With("schema", schema);
            return examples?[mediaType] is { } example ? content.With("example", example) : content;
        }));
    }

    private static SpecMap Field(SpecMap parameter)
    {
        var schema = SwaggerParameters.Schema(parameter);
        return parameter["description"] is { } description ? schema.With("description", description) : schema;
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
