using Kiln.Tests.Forms;
using YamlDotNet.RepresentationModel;

namespace Kiln.Generator.Tests.Changes.Rules;

/// <summary>The pairs of documents in <c>Pairs/*.yaml</c>, where one row stands for one change in several slots of a document.</summary>
/// <remarks>
/// A row says the <c>rule</c>, the <c>old</c> and <c>new</c> content of a slot, and the <c>ids</c> that it must give. The slot of an id is found by its
/// beginning (<see cref="PairSlots"/>), unless the row has a <c>slot</c>. Rows without ids of oasdiff list their <c>slots</c>. <c>reversed</c> has the rule and
/// ids for the same two contents the other way round.
/// </remarks>
internal static class RulePairs
{
    private static readonly Lazy<IReadOnlyList<RulePair>> Read = new(() => [.. Files().SelectMany(RowsOf).SelectMany(PairsOf)]);

    public static IReadOnlyList<RulePair> All => Read.Value;

    private static IEnumerable<string> Files() =>
        Directory.GetFiles(Checkout.PathOf("tests", "Generator.Tests", "Changes", "Rules", "Pairs"), "*.yaml").Order(StringComparer.Ordinal);

    private static IEnumerable<YamlMappingNode> RowsOf(string file)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(file);
        stream.Load(reader);
        return ((YamlSequenceNode)stream.Documents[0].RootNode).Cast<YamlMappingNode>();
    }

    private static IEnumerable<RulePair> PairsOf(YamlMappingNode row)
    {
        var (old, current) = (row.Children["old"], row.Children["new"]);
        foreach (var pair in PairsOf(row, row, old, current))
            yield return pair;

        if (Child(row, "reversed") is not YamlMappingNode reversed)
            yield break;

        foreach (var pair in PairsOf(row, reversed, current, old))
            yield return pair;
    }

    private static IEnumerable<RulePair> PairsOf(YamlMappingNode row, YamlMappingNode expected, YamlNode old, YamlNode current)
    {
        var rule = Text(expected, "rule")!;
        var slots = Texts(expected, "slots").Select(s => (Id: $"{rule} {s}", Slot: s));
        var ids = Texts(expected, "ids").Select(id => (Id: id, Slot: Text(row, "slot") ?? PairSlots.Of(id)));

        foreach (var (id, slot) in ids.Concat(slots))
        {
            var form = new PairForm(slot, Text(row, "openapi") ?? "3.1.0");
            yield return new(id, PairDocument.Of(form, old), PairDocument.Of(form, current))
            {
                Rule = rule,
                Slot = slot,
                Also = [.. Texts(expected, "also")],
                AlsoIds = [.. Texts(expected, "alsoIds")],
                SameKindReversed = Text(row, "sameKind") == "true",
            };
        }
    }

    private static YamlNode? Child(YamlMappingNode map, string key) => map.Children.TryGetValue(key, out var value) ? value : null;

    private static string? Text(YamlMappingNode map, string key) => (Child(map, key) as YamlScalarNode)?.Value;

    private static IEnumerable<string> Texts(YamlMappingNode map, string key) =>
        Child(map, key) is YamlSequenceNode list ? list.Cast<YamlScalarNode>().Select(s => s.Value!) : [];
}
