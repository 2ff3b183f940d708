using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Operations.Terms;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations;

/// <summary>Finds what a paging contract names in its operation: parameters, and places of the bodies and headers. What is not there is an error in the document.</summary>
/// <param name="map">The contract.</param>
/// <param name="operation">Its operation.</param>
/// <param name="body">The body of a page.</param>
/// <param name="schemas">The named schemas.</param>
/// <param name="diagnostics">Takes the errors.</param>
internal sealed class PagingPlaces(SpecMap map, Operation operation, Schema body, SchemaTargets schemas, List<DiagnosticInfo> diagnostics)
{
    /// <summary>A place of the body of a page; <see langword="null"/> if it is not named, or wrong.</summary>
    /// <param name="key">The key that names it.</param>
    /// <param name="isNeeded">Whether it must be named.</param>
    /// <param name="fits">Which schemas it can have.</param>
    /// <param name="what">What these are.</param>
    /// <param name="mayBeBody">Whether it can be the body itself.</param>
    public FieldPath? Field(string key, bool isNeeded, Func<Schema, bool> fits, string what, bool mayBeBody = false)
    {
        switch (map[key])
        {
            case null:
                return isNeeded ? Wrong<FieldPath>(map, $"'{key}' is missing") : null;
            case SpecScalar { Kind: ScalarKind.String, Text: "" } whole when mayBeBody:
                return fits(schemas.Actual(body)) ? new("", []) : Wrong<FieldPath>(whole, $"the response body must be {what}");
            case SpecScalar { Kind: ScalarKind.String, Text: ['/', ..] } pointer:
                return Path(pointer, body, fits, what, "the response body");
            case var other:
                return Wrong<FieldPath>(other, $"'{key}' must be a JSON pointer into the response body, such as /data");
        }
    }

    /// <summary>A place of an item of a page.</summary>
    public FieldPath? ItemField(string key, Schema item, Func<Schema, bool> fits, string what) => map[key] switch
    {
        SpecScalar { Kind: ScalarKind.String, Text: ['/', ..] } pointer => Path(pointer, item, fits, what, "an item"),
        var other => Wrong<FieldPath>(other ?? map, $"'{key}' must be a JSON pointer into an item, such as /id"),
    };

    /// <summary>A place of a page that is in its body or, by another key, a header.</summary>
    public PageOutput? Output(string key, string headerKey, Func<Schema, bool> fits, string what)
    {
        if (map[headerKey] is null)
            return Field(key, isNeeded: false, fits, what) is { } field ? new(field) : null;
        return Header(headerKey) is { } header ? new(null, header) : null;
    }

    /// <summary>A query parameter.</summary>
    public Parameter? Query(string key, Func<Schema, bool> fits, string what) => map[key] switch
    {
        null => null,
        SpecScalar { Kind: ScalarKind.String } name when Find(name.Text) is { } parameter =>
            fits(schemas.Actual(parameter.Schema)) ? parameter : Wrong<Parameter>(name, $"the parameter '{name.Text}' must be {what}"),
        SpecScalar { Kind: ScalarKind.String } name => Wrong<Parameter>(name, $"the operation has no query parameter '{name.Text}'"),
        var other => Wrong<Parameter>(other, $"'{key}' must be the name of a query parameter"),
    };

    /// <summary>A place of the request: a query parameter or, by another key, a place of the JSON body.</summary>
    public PageInput? Input(string key, string bodyKey, bool isNeeded, Func<Schema, bool> fits, string what)
    {
        switch (map[bodyKey])
        {
            case null when map[key] is null:
                return isNeeded ? Wrong<PageInput>(map, $"'{key}' is missing") : null;
            case null:
                return Query(key, fits, what) is { } parameter ? new(parameter.WireName) : null;
            case SpecScalar { Kind: ScalarKind.String, Text: ['/', ..] } pointer:
                return JsonBody() is { } request ? InBody(pointer, request, fits, what) : Wrong<PageInput>(pointer, "the operation has no JSON request body");
            case var other:
                return Wrong<PageInput>(other, $"'{bodyKey}' must be a JSON pointer into the request body, such as /page");
        }
    }

    /// <summary>The names of query parameters.</summary>
    public EquatableArray<string> Queries(string key) => Texts(key).Where(name => Find(name) is not null
        || Wrong<object>(map[key]!, $"the operation has no query parameter '{name}'") is not null).ToEquatableArray();

    /// <summary>A list of texts.</summary>
    public EquatableArray<string> Texts(string key)
    {
        switch (map[key])
        {
            case null:
                return [];
            case SpecList list when list.Items.All(i => i is SpecScalar { Kind: ScalarKind.String }):
                return list.Items.Select(i => ((SpecScalar)i).Text).ToEquatableArray();
            case var other:
                Wrong<object>(other, $"'{key}' must be an array of strings");
                return [];
        }
    }

    /// <summary>Reports an error.</summary>
    /// <returns>Always <see langword="null"/>.</returns>
    public T? Wrong<T>(SpecNode node, string message)
        where T : class
    {
        diagnostics.Add(new(ApiRules.InvalidPaging, node.Location, message));
        return null;
    }

    private FieldPath? Path(SpecScalar pointer, Schema start, Func<Schema, bool> fits, string what, string where)
    {
        var steps = JsonPointer.Parse(pointer.Text).ToEquatableArray();
        var schema = start;
        foreach (var step in steps)
        {
            var property = (schemas.Actual(schema) as ObjectSchema)?.Properties.Items.FirstOrDefault(p => p.WireName == step);
            if (property is null)
                return Wrong<FieldPath>(pointer, $"{where} has no property '{pointer.Text}'");
            schema = property.Schema;
        }
        return fits(schemas.Actual(schema)) ? new(pointer.Text, steps) : Wrong<FieldPath>(pointer, $"the property '{pointer.Text}' must be {what}");
    }

    private PageInput? InBody(SpecScalar pointer, Schema request, Func<Schema, bool> fits, string what)
    {
        var isText = false;
        var path = Path(pointer, request, schema =>
        {
            isText = schema is ScalarSchema { Type: "string" } or EnumSchema;
            return fits(schema);
        }, what, "the request body");
        return path is null ? null : new(path.Pointer, InBody: true) { IsJson = !isText };
    }

    private string? Header(string key)
    {
        switch (map[key])
        {
            case SpecScalar { Kind: ScalarKind.String, Text: { Length: > 0 } name } node when IsToken(name):
                // Web links belong to HTTP itself (RFC 8288).
                if (!"Link".Equals(name, StringComparison.OrdinalIgnoreCase) && operation.Success?.Headers.Items.Any(h => name.Equals(h.WireName, StringComparison.OrdinalIgnoreCase)) != true)
                    diagnostics.Add(new(PagingRules.UndeclaredPagingHeader, node.Location, name));
                return name;
            case var other:
                return Wrong<string>(other!, $"'{key}' must be the name of a response header");
        }
    }

    private Schema? JsonBody() => operation.Body?.Contents.Items.FirstOrDefault(c => MediaTypes.KindOf(c.MediaType) == BodyKind.Json)?.Schema;

    private Parameter? Find(string name) => operation.Parameters.Items.FirstOrDefault(p => p.In == ParameterLocation.Query && p.WireName == name);

    // RFC 9110, section 5.6.2.
    private static bool IsToken(string name) =>
        name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0);
}
