using System.Globalization;
using System.Text.RegularExpressions;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations;

/// <summary>Reads <c>x-kiln-rate-limit</c>. The one that is nearest to an operation counts: its own, that of its path, or that of the document.</summary>
internal sealed class RateLimitReader(PointedNode root, List<DiagnosticInfo> diagnostics)
{
    private const string Key = "x-kiln-rate-limit";
    private const int MillisecondsOfDay = 24 * 60 * 60 * 1000;

    private static readonly Regex Duration = new("^([0-9]{1,8})(ms|s|m|h|d)$", RegexOptions.CultureInvariant);

    // The document and a path are asked once for each of their operations, and told of once.
    private readonly HashSet<SpecNode> reported = [];

    public RateLimit? Read(PointedNode operation, PointedNode pathItem, string path, string method) =>
        (operation[Key], pathItem[Key], root[Key]) switch
        {
            ({ } own, _, _) => Read(own, $"{method} {path}"),
            (_, { } ofPath, _) => Read(ofPath, path),
            (_, _, { } ofDocument) => Read(ofDocument, ""),
            _ => null,
        };

    private RateLimit? Read(SpecNode node, string scope)
    {
        if (node is SpecScalar { Kind: ScalarKind.Null } or SpecScalar { Kind: ScalarKind.Boolean, Text: "false" })
            return null;
        if (node is not SpecMap map)
            return Wrong(node, node, "the value must be an object such as { requests: 100, per: 1s, burst: 1000 }");
        if (map.Entries.FirstOrDefault(e => e.Key is not ("requests" or "per" or "burst")) is { Key: { } other } unknown)
            return Wrong(node, unknown.Value, $"'{other}' is not one of its keys (burst, per, requests)");
        if (Number(map["requests"]) is not { } requests)
            return Wrong(node, map["requests"] ?? node, "'requests' must be an integer of at least 1");
        if (MillisecondsOf(map["per"]) is not { } milliseconds)
            return Wrong(node, map["per"] ?? node, "'per' must be a time of at most a day, such as 500ms, 1s, 1m or 1h");
        if (map["burst"] is { } burst && Number(burst) is null)
            return Wrong(node, burst, "'burst' must be an integer of at least 1");
        return new(requests, milliseconds, Number(map["burst"]), scope);
    }

    private static int? Number(SpecNode? node) =>
        node is SpecScalar { Kind: ScalarKind.Number } scalar && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static int? MillisecondsOf(SpecNode? node)
    {
        if (node.AsText() is not { } text || Duration.Match(text) is not { Success: true } match)
            return null;
        var unit = match.Groups[2].Value switch { "ms" => 1L, "s" => 1000, "m" => 60_000, "h" => 3_600_000, _ => MillisecondsOfDay };
        var milliseconds = unit * int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return milliseconds is > 0 and <= MillisecondsOfDay ? (int)milliseconds : null;
    }

    private RateLimit? Wrong(SpecNode limit, SpecNode node, string problem)
    {
        if (reported.Add(limit))
            diagnostics.Add(new(ApiRules.InvalidRateLimit, node.Location, problem));
        return null;
    }
}
