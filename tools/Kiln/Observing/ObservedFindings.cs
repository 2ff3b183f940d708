using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Shapes.Names;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Observing.Validation;
using Kiln.Tool.Observing.Validation.Schemas;

namespace Kiln.Tool.Observing;

/// <summary>Makes findings of what was seen in traffic.</summary>
internal sealed class ObservedFindings
{
    private readonly ObservedDocument document;
    private readonly Dictionary<string, NameUse> names = new(StringComparer.Ordinal);

    private ObservedFindings(ObservedDocument document)
    {
        this.document = document;
        foreach (var name in document.Names.Names)
        {
            if (name.Pointer is { } pointer)
                names.TryAdd(pointer, name);
        }
    }

    /// <summary>The findings, the most severe first, then in the order of the document.</summary>
    public static IReadOnlyList<Finding> Of(ObservedDocument document, TrafficSummary summary)
    {
        var findings = new ObservedFindings(document);
        IEnumerable<Finding> all =
        [
            .. summary.Observations.All.Select(findings.Of),
            .. summary.Undocumented.Select(calls => findings.Of(calls, summary.Observations.Responses)),
            .. summary.Faults.Select(faults => Of(faults, summary.Entries)),
            .. summary.Observations.Responses == 0 ? [findings.OfNothing()] : Array.Empty<Finding>(),
        ];
        return [.. all.OrderByDescending(f => f.Severity).ThenBy(f => f.New?.File, StringComparer.Ordinal).ThenBy(f => f.New?.Line).ThenBy(f => f.New?.Column).ThenBy(f => f.Id, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal)];
    }

    private Finding Of(Observed observed)
    {
        var rule = ObservedRules.Of(observed.Kind);
        var root = document.Names.Spec.Root;
        var node = JsonPointer.Find(root, observed.Pointer) as SpecMap ?? root;
        var subject = ObservedSubject.Of(root, IsOfProperty(observed) ? $"{observed.Pointer}/properties/{JsonPointer.Escape(observed.Detail)}" : observed.Pointer);
        return new(rule.Id, rule.Severity(observed), OneLine.Of(rule.Message(observed, node)))
        {
            Direction = observed.Direction,
            Subject = OneLine.Of(subject),
            Member = MemberOf(observed),
            New = LocationOf(node, observed, rule.Keyword(observed)),
            OldText = rule.Keyword(observed) is { } keyword && node[keyword] is SpecScalar said ? $"{keyword}: {said.Text}" : null,
            NewText = observed.Detail.Length > 0 ? OneLine.Of(observed.Detail) : observed.Schema.Types.Count > 0 ? string.Join(", ", observed.Schema.Types.Order(StringComparer.Ordinal)) : null,
            Operations = observed.Operations.ToEquatableArray(),
            Observation = new(observed.Count, observed.Total, observed.Path, observed.Example),
        };
    }

    private Finding Of(UndocumentedCalls calls, long total) =>
        new(ObservedRules.UndocumentedOperation, FindingSeverity.Info, OneLine.Of($"{calls.Method} {calls.Shape} is called, and is not an operation of the document"))
        {
            Subject = OneLine.Of($"{calls.Method} {calls.Shape}"),
            New = document.Names.Spec.LocationOf(calls.Template is null ? "/paths" : $"/paths/{JsonPointer.Escape(calls.Template)}"),
            Observation = new(calls.Count, total + calls.Count, null, null),
        };

    private static Finding Of(TrafficFaults faults, long entries) =>
        new(ObservedRules.UnreadableTraffic, FindingSeverity.Warning, OneLine.Of(faults.First.Entry > 0 ? $"Entry {faults.First.Entry}: {faults.Reason}" : $"{char.ToUpperInvariant(faults.Reason[0])}{faults.Reason[1..]}"))
        {
            Subject = OneLine.Of(Path.GetFileName(faults.First.File)),
            New = new(faults.First.File, faults.First.Line, 1, faults.First.Line, 1),
            Observation = new(faults.Count, entries, null, null),
        };

    private Finding OfNothing() => new(ObservedRules.NoTraffic, FindingSeverity.Warning, "The traffic has no response of an operation of the document, so nothing was compared")
    {
        New = SourceLocation.StartOf(document.Names.Spec.Path),
        Observation = new(0, 0, null, null),
    };

    private static bool IsOfProperty(Observed observed) => observed.Kind is ContradictionKind.MissingProperty or ContradictionKind.UndocumentedProperty;

    private string? MemberOf(Observed observed)
    {
        var pointer = observed.Kind == ContradictionKind.MissingProperty ? $"{observed.Pointer}/properties/{JsonPointer.Escape(observed.Detail)}" : observed.Pointer;
        return (names.GetValueOrDefault(pointer) ?? names.GetValueOrDefault(observed.Pointer))?.FullName;
    }

    private static SourceLocation LocationOf(SpecMap node, Observed observed, string? keyword)
    {
        var value = keyword is null ? null : node[keyword];
        var item = observed.Kind == ContradictionKind.MissingProperty ? (value as SpecList)?.Items.FirstOrDefault(i => i.AsText() == observed.Detail) : null;
        // A map or list of YAML begins in the line after its keyword.
        return item?.Location ?? (value is SpecScalar ? value.Location : keyword is null ? null : node.Entry(keyword)?.KeyLocation) ?? node.Location;
    }
}
