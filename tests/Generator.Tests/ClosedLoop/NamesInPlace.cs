using System.Text.Json.Nodes;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Paths;
using Kiln.Generator.Shapes.Types.Values;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.ClosedLoop;

/// <summary>
/// Puts names of an SDK back into its document, in its normal form: into each operation, object and enum those of the class that is made of it, and some of all
/// others, in turn. Of a large document only a part of the paths is kept, so that the test stays affordable.
/// </summary>
internal sealed class NamesInPlace
{
    private const int MaxOperations = 20;
    private const int MaxFiles = 60;
    private const int MaxNewSchemas = 60;
    private const int OthersForEach = 6;
    private const int SegmentsForEach = 12;

    private readonly JsonObject document;
    private readonly SdkPlan plan;
    private readonly Dictionary<string, IReadOnlyList<string>> ownNames;
    private readonly IReadOnlyList<string> allNames;
    private readonly List<string> keptPaths = [];
    private readonly bool isLarge;
    private int next;

    private NamesInPlace(SpecMap root, SdkPlan plan, IReadOnlyList<SyntaxTree> files)
    {
        isLarge = files.Count > MaxFiles;
        document = JsonNode.Parse(SpecJson.Write(root))!.AsObject();
        this.plan = plan;
        ownNames = files.ToDictionary(CoinedNames.HintNameOf, f => CoinedNames.Of([f]), StringComparer.Ordinal);
        allNames = CoinedNames.Of(files);
    }

    /// <summary>The paths that are kept, the new ones among them; <see langword="null"/> for all.</summary>
    public IReadOnlyList<string>? KeptPaths => isLarge ? keptPaths : null;

    /// <summary>The document with the names in it.</summary>
    public string Json => document.ToJsonString();

    public static NamesInPlace Of(SpecMap root, ApiModel api, SdkPlan plan, IReadOnlyList<SyntaxTree> files)
    {
        var names = new NamesInPlace(root, plan, files);
        names.AddToSchemas(api);
        names.AddToOperations();
        names.AddSchemas();
        return names;
    }

    private void AddToSchemas(ApiModel api)
    {
        foreach (var schema in api.Schemas)
        {
            if (document["components"]?["schemas"]?[schema.Name] is not JsonObject node)
                continue;
            var type = plan.Types.Plan(new ReferenceSchema(schema.Pointer), "Unused");
            if (schema.Schema is ObjectSchema && node["properties"] is JsonObject properties && type is ModelType model)
            {
                foreach (var name in Some(model.Name.Name, OthersForEach))
                    properties.TryAdd(name, new JsonObject { ["type"] = "string", ["nullable"] = next % 2 == 0 });
            }
            else if (node["enum"] is JsonArray values && node["type"]?.ToString() == "string" && type is EnumType @enum)
            {
                var known = values.Select(v => v?.ToString()).ToHashSet(StringComparer.Ordinal);
                foreach (var name in HasNoNames(node) ? Some(@enum.Name.Name, OthersForEach).Where(known.Add) : [])
                    values.Add(name);
            }
        }
    }

    // Lists of names have to be as long as that of the values.
    private static bool HasNoNames(JsonObject schema) => !schema.Any(p => p.Key.StartsWith("x-", StringComparison.Ordinal));

    private void AddToOperations()
    {
        var builders = plan.Client.AndBelow().Where(b => b.Calls.Count > 0).ToList();
        var kept = Enumerable.Range(0, Math.Min(MaxOperations, builders.Count)).Select(i => builders[(int)((long)i * builders.Count / Math.Min(MaxOperations, builders.Count))]).ToList();
        foreach (var builder in kept)
        {
            foreach (var call in builder.Calls)
                AddTo(call, builder.Name.Name);

            var path = builder.Calls[0].Operation.Path;
            var item = document["paths"]![path]!.AsObject();
            var names = ownNames.Where(f => f.Key.EndsWith(builder.Name.Name, StringComparison.Ordinal)).Take(1).SelectMany(f => f.Value).ToList();
            foreach (var name in Some(builder.Name.Name, SegmentsForEach).Concat(Rotated(names, SegmentsForEach)).Where(n => n.IndexOfAny(['/', '{', '}', '#', '?']) < 0).Distinct())
                AddPath($"{path.TrimEnd('/')}/{name}", item);
            AddPath($"{path.TrimEnd('/')}/{{{builder.Name.Name}}}", item);
        }
    }

    // Below a path that has parameters of its own.
    private void AddPath(string path, JsonObject parent)
    {
        var parameters = new JsonArray();
        foreach (var name in PathTemplate.Split(path).Where(p => p.IsParameter).Select(p => p.Text).Distinct())
            parameters.Add(Declared(parent, name) ?? new JsonObject { ["name"] = name, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" } });
        var added = document["paths"]!.AsObject().TryAdd(path, new JsonObject
        {
            ["delete"] = new JsonObject { ["parameters"] = parameters, ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "x" } } },
        });
        if (added)
            keptPaths.Add(path);
    }

    private static JsonNode? Declared(JsonObject item, string name) => item
        .Select(e => e.Key == "parameters" ? e.Value : (e.Value as JsonObject)?["parameters"])
        .OfType<JsonArray>()
        .SelectMany(list => list)
        .FirstOrDefault(p => p?["name"]?.ToString() == name && p["in"]?.ToString() == "path")?
        .DeepClone();

    private void AddTo(CallPlan call, string builder)
    {
        keptPaths.Add(call.Operation.Path);
        var operation = PathOperations.KeysOf(call.Operation.Method).Aggregate(document["paths"]![call.Operation.Path]!, (node, key) => node[key]!).AsObject();
        if (operation["parameters"] is not JsonArray parameters)
            operation["parameters"] = parameters = [];
        var known = call.Operation.Parameters.Select(p => p.WireName).ToHashSet(StringComparer.Ordinal);
        string[] own = [builder, call.Parameters.Query?.Name ?? $"{builder}Query", call.Parameters.Headers?.Name ?? $"{builder}HeaderParameters", call.Headers?.Name ?? $"{builder}Headers"];
        foreach (var name in own.Concat(Some(builder, OthersForEach)).Where(known.Add))
            parameters.Add(new JsonObject { ["name"] = name, ["in"] = "query", ["required"] = next++ % 2 == 0, ["schema"] = new JsonObject { ["type"] = "string" } });
        if (call.Operation.Success is { } success && operation["responses"]?[success.Status] is JsonObject response && response["$ref"] is null)
        {
            if (response["headers"] is not JsonObject headers)
                response["headers"] = headers = [];
            foreach (var name in own.Where(n => n.All(c => c is > ' ' and < (char)127)))
                headers.TryAdd(name, new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } });
        }
    }

    // One operation uses them all, so that none is left out with the paths that are not kept.
    private void AddSchemas()
    {
        if (document["components"] is not JsonObject components)
            document["components"] = components = [];
        if (components["schemas"] is not JsonObject schemas)
            components["schemas"] = schemas = [];
        var uses = new JsonObject();
        foreach (var name in Rotated(allNames, MaxNewSchemas))
        {
            if (schemas.TryAdd(name, new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { [name] = new JsonObject { ["type"] = "string" } } }))
                uses.Add(name, new JsonObject { ["$ref"] = $"#/components/schemas/{Uri.EscapeDataString(name)}" });
        }
        var content = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object", ["properties"] = uses } } };
        if (document["paths"] is not JsonObject paths)
            document["paths"] = paths = [];
        paths.Add("/kiln-loop", new JsonObject { ["get"] = new JsonObject { ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "x", ["content"] = content } } } });
        keptPaths.Add("/kiln-loop");
    }

    // The name of the class itself, and others in turn, so that all are tried somewhere.
    private IEnumerable<string> Some(string own, int count) => Rotated(allNames, count).Prepend(own).Distinct();

    private IEnumerable<string> Rotated(IReadOnlyList<string> names, int count)
    {
        for (var i = 0; i < Math.Min(count, names.Count); i++)
            yield return names[next++ % names.Count];
    }
}
