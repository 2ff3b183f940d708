using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;

namespace Kiln.Generator.Specs.Checks;

/// <summary>
/// Whether there is more of something than can be made within seconds. It comes before all that could take long, looks at each node once, and stops
/// counting at the limit.
/// </summary>
internal static class SizeCheck
{
    public static void Check(SpecMap root, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        var inherited = new InheritedSize(root);
        var words = new WordSize();
        var shared = new SharedDescriptions(root);
        SpecWalk.Visit(root, SpecKind.Document, (map, kind) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            words.Add(map, kind, diagnostics);
            switch (kind)
            {
                case SpecKind.Document:
                    Count(map, "paths", ReadingLimits.Paths, "paths", "generate an SDK for a part of it, with a filter", diagnostics);
                    break;
                case SpecKind.PathItem:
                    CheckParameters(map, diagnostics);
                    shared.Add(map, diagnostics);
                    break;
                case SpecKind.Schema:
                    Count(map, "properties", ReadingLimits.Fields, "properties", "group them in nested objects, or declare additionalProperties", diagnostics);
                    inherited.Add(map, diagnostics);
                    break;
            }
        });
        CheckNumbers(root, diagnostics);
    }

    private static void CheckParameters(SpecMap path, List<DiagnosticInfo> diagnostics)
    {
        var shared = Size(path["parameters"]);
        var most = SpecGrammar.Methods.Select(m => Size((path[m] as SpecMap)?["parameters"])).Max();
        if (shared + most > ReadingLimits.Parameters)
            Tell(path, shared + most, ReadingLimits.Parameters, "parameters in one operation", "send them in the body", diagnostics);
    }

    private static void CheckNumbers(SpecNode node, List<DiagnosticInfo> diagnostics)
    {
        switch (node)
        {
            case SpecScalar { Kind: ScalarKind.Number } number when number.Text.Length > ReadingLimits.NumberLength:
                Tell(number, number.Text.Length, ReadingLimits.NumberLength, "characters in one number", "put it in quotes", diagnostics);
                break;
            case SpecMap map:
                for (var i = 0; i < map.Entries.Count; i++)
                    CheckNumbers(map.Entries[i].Value, diagnostics);
                break;
            case SpecList list:
                for (var i = 0; i < list.Items.Count; i++)
                    CheckNumbers(list.Items[i], diagnostics);
                break;
        }
    }

    private static void Count(SpecMap map, string key, int limit, string things, string way, List<DiagnosticInfo> diagnostics)
    {
        if (map[key] is { } value && Size(value) > limit)
            Tell(map.Entry(key)!.KeyPlace, Size(value), limit, things, way, diagnostics);
    }

    private static int Size(SpecNode? node) => node switch
    {
        SpecMap map => map.Entries.Count,
        SpecList list => list.Items.Count,
        _ => 0,
    };

    private static void Tell(SpecNode node, int count, int limit, string things, string way, List<DiagnosticInfo> diagnostics) =>
        Tell(node.Place, count, limit, things, way, diagnostics);

    private static void Tell(SourcePlace place, int count, int limit, string things, string way, List<DiagnosticInfo> diagnostics) =>
        diagnostics.Add(new DiagnosticInfo(SpecRules.LimitExceeded, place, $"{count}", things, $"{limit}", way));
}
