namespace Kiln.Generator.Tests.Requests.Document;

/// <summary>Reads the operations of a document of any version, 2.0 to 3.2.</summary>
internal static class RawOperations
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    // OpenAPI 3.0, "Parameter Object": these are said elsewhere.
    private static readonly string[] HeadersThatAreNone = ["Accept", "Content-Type", "Authorization"];

    public static IReadOnlyList<RawOperation> Of(RawNode root)
    {
        var isSwagger = root.TextOf("swagger") is not null;
        return
        [
            .. from path in root["paths"]?.Entries ?? []
               where !path.Key.StartsWith("x-", StringComparison.Ordinal)
               from operation in Operations(path.Value)
               select (isSwagger ? ReadSwagger(root, path.Key, path.Value, operation.Method, operation.Node) : Read(path.Key, path.Value, operation.Method, operation.Node)) with { Node = operation.Node },
        ];
    }

    private static IEnumerable<(string Method, RawNode Node)> Operations(RawNode item) =>
        item.Entries.Where(e => Methods.Contains(e.Key) && e.Value.IsMap).Select(e => (e.Key.ToUpperInvariant(), e.Value))
            .Concat((item["additionalOperations"]?.Entries ?? []).Select(e => (e.Key, e.Value)));

    // Those of the operation stand for those of the path with the same name and place.
    private static IReadOnlyList<RawNode> Parameters(RawNode item, RawNode operation) =>
    [
        .. (item["parameters"]?.Items ?? []).Concat(operation["parameters"]?.Items ?? [])
            .GroupBy(p => (p.TextOf("name"), p.TextOf("in")))
            .Select(g => g.Last()),
    ];

    private static RawOperation Read(string path, RawNode item, string method, RawNode operation)
    {
        var body = operation["requestBody"];
        return new(
            method, path,
            [.. Parameters(item, operation).Select(Parameter).OfType<RawParameter>()],
            [.. (body?["content"]?.Entries ?? []).Select(e => new RawContent(e.Key, e.Value["schema"], e.Value["encoding"]))],
            body?["required"]?.IsTrue ?? false)
        {
            BasePaths = [.. (operation["servers"] ?? item["servers"])?.Items.Select(BasePath) ?? []],
        };
    }

    // Variables have their defaults.
    private static string BasePath(RawNode server)
    {
        var url = server.TextOf("url") ?? "";
        foreach (var (name, variable) in server["variables"]?.Entries ?? [])
            url = url.Replace($"{{{name}}}", variable.TextOf("default"));
        var host = url.IndexOf("://", StringComparison.Ordinal);
        var start = host < 0 ? 0 : url.IndexOf('/', host + 3);
        return start < 0 ? "" : "/" + url[start..].Trim('/', '.');
    }

    private static RawParameter? Parameter(RawNode node)
    {
        if (node.TextOf("name") is not { } name || !Enum.TryParse<Place>(node.TextOf("in"), ignoreCase: true, out var place) || IsNone(place, name))
            return null;
        // Credentials are given to the client.
        if (node["x-kiln-credential"] is not null)
            return null;
        var (mediaType, content) = node["content"]?.Entries.FirstOrDefault() ?? default;
        var style = node.TextOf("style") ?? (place is Place.Path or Place.Header ? "simple" : "form");
        return new(
            name, place, node["required"]?.IsTrue ?? place == Place.Path, mediaType is null ? node["schema"] : content["schema"],
            mediaType is not null ? new("content", false, mediaType) : new(style, node["explode"]?.IsTrue ?? (node["explode"] is null && style is "form" or "cookie"), null, node["allowReserved"]?.IsTrue ?? false),
            node);
    }

    private static RawOperation ReadSwagger(RawNode root, string path, RawNode item, string method, RawNode operation)
    {
        var nodes = Parameters(item, operation);
        var consumes = operation["consumes"] is null ? root.TextsOf("consumes") : operation.TextsOf("consumes");
        var fields = nodes.Where(p => p.TextOf("in") == "formData").Select(p => SwaggerParameter(p, Place.Query)).ToList();
        var bodies = nodes.Where(p => p.TextOf("in") == "body").ToList();
        return new(
            method, path,
            [.. nodes.Where(p => p.TextOf("in") is "path" or "query" or "header").Select(p => SwaggerParameter(p, Enum.Parse<Place>(p.TextOf("in")!, ignoreCase: true))).Where(p => !IsNone(p.In, p.Name))],
            bodies.Count > 0 ? [.. (consumes.Count > 0 ? consumes : ["application/json"]).Select(c => new RawContent(c, bodies[0]["schema"], null))]
                : fields.Count > 0 ? [.. Forms(consumes, fields).Select(c => new RawContent(c, null, null, fields))]
                : [],
            bodies.Count > 0 ? bodies[0]["required"]?.IsTrue ?? false : fields.Any(f => f.IsRequired));
    }

    private static IEnumerable<string> Forms(IReadOnlyList<string> consumes, IReadOnlyList<RawParameter> fields)
    {
        var forms = consumes.Where(c => c is "multipart/form-data" or "application/x-www-form-urlencoded").ToList();
        return forms.Count > 0 ? forms : [fields.Any(f => f.Node.TextOf("type") == "file") ? "multipart/form-data" : "application/x-www-form-urlencoded"];
    }

    // The parameter is its own schema.
    private static RawParameter SwaggerParameter(RawNode node, Place place)
    {
        var format = node.TextOf("collectionFormat") ?? "csv";
        var style = format switch
        {
            "ssv" => "spaceDelimited",
            "tsv" => "tabDelimited",
            "pipes" => "pipeDelimited",
            _ => place is Place.Path or Place.Header ? "simple" : "form",
        };
        return new(node.TextOf("name")!, place, node["required"]?.IsTrue ?? false, node, new(style, format == "multi"), node);
    }

    private static bool IsNone(Place place, string name) => place == Place.Header && HeadersThatAreNone.Contains(name, StringComparer.OrdinalIgnoreCase);
}
