using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Checks;

/// <summary>
/// Reports a document that is too large to be generated within seconds. Runs before anything that could take long, visits each node once, and stops
/// counting at the limit.
/// </summary>
internal static class SizeCheck
{
    public static void Check(SpecMap root, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        var inherited = new InheritedPropertyLimit(root);
        var texts = new LiteralTextLimit();
        var descriptions = new ParameterDescriptionLimit(root);
        SpecWalk.Visit(root, OpenApiObjectKind.Document, (map, kind) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            texts.Count(map, kind, diagnostics);
            switch (kind)
            {
                case OpenApiObjectKind.Document:
                    CheckCount(map, "paths", ReadingLimits.Paths, "paths", "generate an SDK for a part of it, with a filter", diagnostics);
                    break;
                case OpenApiObjectKind.PathItem:
                    CheckParameters(map, diagnostics);
                    descriptions.Count(map, diagnostics);
                    break;
                case OpenApiObjectKind.Schema:
                    CheckCount(map, "properties", ReadingLimits.Properties, "properties", "group them in nested objects, or declare additionalProperties", diagnostics);
                    inherited.Count(map, diagnostics);
                    break;
            }
        });
        CheckNumbers(root, diagnostics);
    }

    private static void CheckParameters(SpecMap path, List<DiagnosticInfo> diagnostics)
    {
        var shared = Size(path["parameters"]);
        var most = PathOperations.Of(path).Select(o => Size((o.Value as SpecMap)?["parameters"])).DefaultIfEmpty().Max();
        if (shared + most > ReadingLimits.Parameters)
            Report(path, shared + most, ReadingLimits.Parameters, "parameters in one operation", "send them in the body", diagnostics);
    }

    private static void CheckNumbers(SpecNode node, List<DiagnosticInfo> diagnostics)
    {
        switch (node)
        {
            case SpecScalar { Kind: ScalarKind.Number } number when number.Text.Length > ReadingLimits.NumberLength:
                Report(number, number.Text.Length, ReadingLimits.NumberLength, "characters in one number", "put it in quotes", diagnostics);
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

    private static void CheckCount(SpecMap map, string key, int limit, string things, string remedy, List<DiagnosticInfo> diagnostics)
    {
        if (map[key] is { } value && Size(value) > limit)
            Report(map.Entry(key)!.KeyLocation, Size(value), limit, things, remedy, diagnostics);
    }

    private static int Size(SpecNode? node) => node switch
    {
        SpecMap map => map.Entries.Count,
        SpecList list => list.Items.Count,
        _ => 0,
    };

    private static void Report(SpecNode node, int count, int limit, string things, string remedy, List<DiagnosticInfo> diagnostics) =>
        Report(node.Location, count, limit, things, remedy, diagnostics);

    private static void Report(SourceLocation location, int count, int limit, string things, string remedy, List<DiagnosticInfo> diagnostics) =>
        diagnostics.Add(new DiagnosticInfo(SpecRules.LimitExceeded, location, $"{count}", things, $"{limit}", remedy));
}
