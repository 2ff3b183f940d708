using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations;

/// <summary>Reads the parameters of operations.</summary>
internal sealed class ParameterReader(DocumentNodes document, ReadSchema read, ResolveSchema resolve, NameOverrides nameOverrides, List<DiagnosticInfo> diagnostics)
{
    private readonly ParameterValues values = new(resolve);

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
        if ((style is null ? $"the style '{parameter.Style}'" : declared is null ? "'content' instead of 'schema'" : values.FindUnsupported(schema, location)) is { } what)
        {
            diagnostics.Add(new(ApiRules.UnsupportedSerialization, node.Location, parameter.Name, what));
            schema = new ScalarSchema("string", null);
        }
        else if (values.FindNestedItems(schema) is { } items)
        {
            diagnostics.Add(new(ApiRules.ItemsSentAsStrings, node.Location, parameter.Name, items));
            schema = new ArraySchema(new ScalarSchema("string", null), ItemsAreNullable: false);
        }

        var annotations = new SchemaAnnotations(declared);
        return new(
            parameter.Name,
            location,
            parameter.IsRequired || location == ParameterLocation.Path,
            schema,
            style ?? ParameterStyle.Form,
            parameter.Explode ?? style is ParameterStyle.Form,
            annotations.Limit("maximum") is { } maximum and >= long.MinValue and <= long.MaxValue ? (long)maximum : null,
            DocText.Of(parameter.Description),
            Deprecation.Of(parameter.IsDeprecated, node.Node, parameter.Description))
        {
            Default = annotations.ReadDefault(diagnostics),
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
}
