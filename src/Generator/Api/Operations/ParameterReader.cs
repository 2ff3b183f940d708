using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations;

/// <summary>Reads the parameters of operations.</summary>
internal sealed class ParameterReader(DocumentNodes document, ReadSchema read, ResolveSchema resolve, NameOverrides nameOverrides, Origins origins, List<DiagnosticInfo> diagnostics)
{
    private readonly ParameterValues values = new(resolve);

    /// <summary>The parameters of an operation.</summary>
    public EquatableArray<Parameter> Read(IReadOnlyList<ParameterSkeleton> skeletons, PointedNode operation, PointedNode pathItem)
    {
        var nodes = FindNodes(operation, pathItem);
        return skeletons
            .Where(p => p.In is "path" or "query" or "header" or "cookie")
            .Select(p => Read(p, nodes.TryGetValue((p.Name, p.In), out var node) ? node : operation, operation.Node))
            .ToEquatableArray();
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

    private Parameter Read(ParameterSkeleton parameter, PointedNode node, SpecNode operation)
    {
        var location = LocationOf(parameter, node);
        var content = ContentOf(node);
        var declared = (content is { } typed ? typed.Node.Child("schema") : node.Child("schema")) is { } child ? document.Schema(child) : null;
        var schema = declared is null ? new AnySchema() : read(declared).Schema;
        if (schema.Title is { } title && TypeTitles.AreAlike(title, parameter.Name))
            schema = schema with { Title = null };
        var style = content is { } of ? ReadContent(parameter.Name, of, location, ref schema) : ReadStyle(parameter.Name, node, location, schema);

        var annotations = new SchemaAnnotations(declared);
        return new(
            parameter.Name,
            location,
            parameter.IsRequired || location == ParameterLocation.Path,
            schema,
            style,
            annotations.Limit("maximum") is { } maximum and >= long.MinValue and <= long.MaxValue ? (long)maximum : null,
            DocText.Of(parameter.Description),
            Deprecation.Of(parameter.IsDeprecated, node.Node, parameter.Description))
        {
            Kind = style == ParameterStyle.Json ? ParameterKind.Composite : values.KindOf(schema),
            AllowsReserved = IsTrue(node, "allowReserved"),
            AllowsEmpty = IsTrue(node, "allowEmptyValue"),
            Limits = ValueLimits.Of(annotations),
            Default = annotations.ReadDefault(diagnostics),
            Origin = origins.Add(node.Pointer),
            NameOverride = nameOverrides.ReadEntry(operation, NameOverrideKeys.Parameters, parameter.Name) ?? nameOverrides.Read(node.Node),
        };
    }

    private static ParameterLocation LocationOf(ParameterSkeleton parameter, PointedNode node) => parameter.In switch
    {
        "path" => ParameterLocation.Path,
        "header" => ParameterLocation.Header,
        "cookie" => ParameterLocation.Cookie,
        _ => IsTrue(node, ParameterKeys.WholeQuery) ? ParameterLocation.QueryString : ParameterLocation.Query,
    };

    // The one entry of its content, which an empty map does not have.
    private (string MediaType, PointedNode Node)? ContentOf(PointedNode node) =>
        node.Entries("content").Select(e => ((string, PointedNode)?)(e.Key, document.Follow(e.Node))).FirstOrDefault();

    private ParameterStyle ReadContent(string name, (string MediaType, PointedNode Node) content, ParameterLocation location, ref Schema schema)
    {
        var kind = MediaTypes.KindOf(content.MediaType);
        if (kind == BodyKind.Json)
            return ParameterStyle.Json;
        if (location == ParameterLocation.QueryString && MediaTypes.IsForm(content.MediaType))
            return ParameterStyle.FormExploded;
        if (kind != BodyKind.Text || values.KindOf(schema) != ParameterKind.Single)
        {
            diagnostics.Add(new(ApiRules.ParameterContentAsString, content.Node.Location, name, content.MediaType));
            schema = new ScalarSchema("string", null);
        }
        return ParameterStyles.Of(null, null, location, ParameterStyle.DeepObject) ?? ParameterStyle.Form;
    }

    private ParameterStyle ReadStyle(string name, PointedNode node, ParameterLocation location, Schema schema)
    {
        var explode = node["explode"] is SpecScalar { Kind: ScalarKind.Boolean } scalar ? scalar.Text == "true" : (bool?)null;
        var declared = node["style"].AsText();
        var style = ParameterStyles.Of(declared, explode, location, ReadListNames(node));
        if (style is null)
        {
            diagnostics.Add(new(
                ApiRules.UnsupportedSerialization,
                node.LocationOf("style"),
                name,
                $"the style '{declared}' of a parameter with 'in: {node["in"].AsText()}'",
                $"it is sent in the style '{ParameterStyles.DefaultOf(location)}'"));
            style = ParameterStyles.Of(null, explode, location, ParameterStyle.DeepObject) ?? ParameterStyle.Form;
        }

        if (values.FindFormlessItems(schema, style.Value) is { } items)
            diagnostics.Add(new(ApiRules.ItemsSentAsJson, node.Location, name, items));
        else if (values.FindFormless(schema, style.Value) is { } what)
            diagnostics.Add(new(ApiRules.UnsupportedSerialization, node.Location, name, $"{what} in the style '{declared ?? ParameterStyles.DefaultOf(location)}'", "they are sent as JSON; 'style: deepObject' and 'content' have a form for them"));
        return style.Value;
    }

    private ParameterStyle ReadListNames(PointedNode node)
    {
        if (node[ParameterKeys.ListNames] is not { } value)
            return ParameterStyle.DeepObject;
        if (value.AsText() is { } word && ParameterStyles.OfListNames(word) is { } names)
            return names;
        diagnostics.Add(new(ApiRules.InvalidListNames, value.Location, ParameterKeys.ListNames));
        return ParameterStyle.DeepObject;
    }

    private static bool IsTrue(PointedNode node, string key) => node[key] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };
}
