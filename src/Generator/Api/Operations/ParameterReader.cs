using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Api.Schemas.Objects;
using Kiln.Generator.Api.Unions;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations;

/// <summary>Reads the parameters of operations.</summary>
internal sealed class ParameterReader(DocumentNodes document, UnionCaseFactsReader facts, ReadSchema read, NameOverrides nameOverrides, List<DiagnosticInfo> diagnostics)
{
    /// <summary>The parameters of an operation; cookies are left out, with a diagnostic.</summary>
    public EquatableArray<Parameter> Read(IReadOnlyList<ParameterSkeleton> skeletons, PointedNode operation, PointedNode pathItem)
    {
        var nodes = FindNodes(operation, pathItem);
        var parameters = skeletons.Select(p => (Skeleton: p, Node: nodes.TryGetValue((p.Name, p.In), out var node) ? node : operation)).ToList();
        foreach (var (cookie, node) in parameters.Where(p => p.Skeleton.In == "cookie"))
            diagnostics.Add(new(ApiRules.CookieNotSent, node.Location, cookie.Name));
        return parameters.Where(p => p.Skeleton.In is "path" or "query" or "header").Select(p => Read(p.Skeleton, p.Node)).ToEquatableArray();
    }

    // By name and location, which together identify a parameter (OpenAPI 3.0.3, "Parameter Object"); the operation's win over the path item's.
    private Dictionary<(string Name, string In), PointedNode> FindNodes(PointedNode operation, PointedNode pathItem)
    {
        var nodes = new Dictionary<(string, string), PointedNode>();
        foreach (var node in operation.Items("parameters").Concat(pathItem.Items("parameters")).Select(document.Follow))
        {
            var key = (node["name"].AsText() ?? "", node["in"].AsText() ?? "");
            if (!nodes.ContainsKey(key))
                nodes.Add(key, node);
        }
        return nodes;
    }

    private Parameter Read(ParameterSkeleton parameter, PointedNode node)
    {
        var location = parameter.In switch
        {
            "path" => ParameterLocation.Path,
            "header" => ParameterLocation.Header,
            _ => ParameterLocation.Query,
        };
        var declared = node.Child("schema") is { } child ? document.Schema(child) : null;
        var schema = declared is null ? new AnySchema() : read(declared).Schema;
        if (schema.Title is { } title && TypeTitles.AreAlike(title, parameter.Name))
            schema = schema with { Title = null };
        var style = StyleOf(parameter, location);
        if (FindUnsupported(parameter, declared?.Actual, location, style) is { } what)
        {
            diagnostics.Add(new(ApiRules.UnsupportedSerialization, node.Location, parameter.Name, what));
            schema = new ScalarSchema("string", null);
        }
        else if (schema is ArraySchema { Items: var item } && NestedItems(item) is { } items)
        {
            diagnostics.Add(new(ApiRules.ItemsSentAsStrings, node.Location, parameter.Name, items));
            schema = new ArraySchema(new ScalarSchema("string", null), ItemsAreNullable: false);
        }

        return new(
            parameter.Name,
            location,
            parameter.IsRequired || location == ParameterLocation.Path,
            schema,
            style ?? ParameterStyle.Form,
            parameter.Explode ?? style is ParameterStyle.Form,
            declared?.Actual.Limit("maximum") is { } maximum and >= long.MinValue and <= long.MaxValue ? (long)maximum : null,
            DocText.Of(parameter.Description),
            Deprecation.Of(parameter.IsDeprecated, node.Node, parameter.Description))
        {
            Default = new SchemaAnnotations(declared).ReadDefault(diagnostics),
            NameOverride = nameOverrides.Read(node.Node),
        };
    }

    // The defaults are those of OpenAPI 3.0.3, "Parameter Object": form in the query, simple in paths and headers.
    private static ParameterStyle? StyleOf(ParameterSkeleton parameter, ParameterLocation location) => parameter.Style switch
    {
        null => location is ParameterLocation.Path or ParameterLocation.Header ? ParameterStyle.Simple : ParameterStyle.Form,
        "Simple" => ParameterStyle.Simple,
        "Form" => ParameterStyle.Form,
        "SpaceDelimeted" => ParameterStyle.SpaceDelimited, // NSwag's spelling
        "PipeDelimited" => ParameterStyle.PipeDelimited,
        _ => null,
    };

    /// <summary>The unsupported part of a parameter, for a message; <see langword="null"/> for nothing.</summary>
    private string? FindUnsupported(ParameterSkeleton parameter, SchemaNode? schema, ParameterLocation location, ParameterStyle? style)
    {
        if (style is null)
            return $"the style '{parameter.Style}'";

        return schema switch
        {
            null => "'content' instead of 'schema'",
            { Type: "object" } => "an object as its value",
            // Gathered as for a model, so that a parameter is an object here when it would be a class there.
            not null when new AllOfFlattener(schema).Properties.Count > 0 => "an object as its value",
            not null when IsOfSeveralKinds(schema) => "a union that includes objects or arrays as its value",
            { Type: "array" } or { Items: not null } when location != ParameterLocation.Query => "an array outside the query",
            _ => null,
        };
    }

    // A union of scalars has a string form, whichever of them it is.
    private bool IsOfSeveralKinds(SchemaNode schema)
    {
        var value = schema.Items?.Actual ?? schema;
        return value.Alternatives.Count > 0 && facts.Read(0, value) is var forms
            && forms.Any(f => f.Kind is JsonKind.Array or JsonKind.Object) && forms.Select(f => f.Kind).Distinct().Skip(1).Any();
    }

    private string? NestedItems(Schema item) => item switch
    {
        ArraySchema or TupleSchema => "arrays",
        ObjectSchema or DictionarySchema => "objects",
        ReferenceSchema { Pointer: var pointer } => NestedItems(document.FindSchema(pointer)),
        _ => null,
    };

    // The target may not have been read yet, so its node is used.
    private static string? NestedItems(SchemaNode? schema) => schema switch
    {
        { Type: "array" } => "arrays",
        { Type: "object" } or { Properties.Count: > 0 } => "objects",
        _ => null,
    };
}
