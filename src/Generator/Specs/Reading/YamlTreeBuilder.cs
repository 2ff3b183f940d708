using Kiln.Generator.Diagnostics;
using YamlDotNet.Core.Events;

namespace Kiln.Generator.Specs.Reading;

/// <summary>Builds the tree of one YAML document from its events.</summary>
internal sealed class YamlTreeBuilder(YamlEvents events, SpecLines lines, List<DiagnosticInfo> diagnostics)
{
    private readonly YamlAnchors anchors = new(diagnostics);

    /// <summary>The root of the stream's one document; <see langword="null"/> when there is none, or none that can be built.</summary>
    public SpecNode? BuildDocument()
    {
        SpecNode? root = null;
        var documents = 0;
        while (events.Next() is { } next)
        {
            if (next is not DocumentStart)
                continue;
            if (++documents > 1)
            {
                diagnostics.Add(new DiagnosticInfo(SpecRules.MultipleDocuments, events.Span(next.Start, next.End).Place));
                return null;
            }

            root = events.Next() is { } first ? Build(first, depth: 1) : null;
            if (root is null)
                return null;
        }
        return root;
    }

    /// <summary>The node that an event begins; <see langword="null"/>, with a diagnostic, when reading cannot go on.</summary>
    private SpecNode? Build(ParsingEvent first, int depth)
    {
        var span = events.Span(first.Start, first.End);
        if (first is AnchorAlias alias)
            return anchors.Expand(alias.Value.Value, span, depth);
        if (first is Scalar scalar)
            return anchors.Register(scalar, YamlScalars.Read(scalar, span, diagnostics));
        if (depth > ReadingLimits.Depth)
        {
            diagnostics.Add(new DiagnosticInfo(SpecRules.NestedTooDeeply, span.Place, $"{ReadingLimits.Depth}"));
            return null;
        }

        // On some damaged texts the parser ends a collection where a value should begin.
        if (first is not (MappingStart or SequenceStart))
        {
            diagnostics.Add(new DiagnosticInfo(SpecRules.InvalidYaml, span.Place, "A value is expected here."));
            return null;
        }

        var open = anchors.Open((NodeEvent)first);
        SpecNode? node = first is MappingStart map
            ? BuildMap(span, map.Style == MappingStyle.Flow, depth)
            : BuildList(span, first is SequenceStart { Style: SequenceStyle.Flow }, depth);
        if (node is not null)
            anchors.Close(open, node);
        return node;
    }

    private SpecList? BuildList(SpecSpan start, bool isFlow, int depth)
    {
        List<SpecNode> items = [];
        while (events.Next() is { } next)
        {
            if (next is SequenceEnd)
                return new SpecList(Whole(start, next, isFlow, items.Count == 0 ? null : items[items.Count - 1].Span), items.ToArray());
            if (Build(next, depth + 1) is not { } item)
                return null;
            items.Add(item);
        }
        return null;
    }

    private SpecMap? BuildMap(SpecSpan start, bool isFlow, int depth)
    {
        var map = new SpecMapBuilder(diagnostics);
        List<SpecEntry> merges = [];
        SpecSpan? last = null;
        while (events.Next() is { } next)
        {
            if (next is MappingEnd)
            {
                foreach (var merge in merges)
                    YamlMergeKeys.Merge(merge, map, diagnostics);
                return map.Build(Whole(start, next, isFlow, last));
            }
            if (BuildKey(next, depth + 1) is not { } key || events.Next() is not { } valueStart || Build(valueStart, depth + 1) is not { } value)
                return null;

            last = value.Span;
            var entry = new SpecEntry(key.Text, key.Span, value);
            if (YamlMergeKeys.IsMergeKey(next))
                merges.Add(entry);
            else
                map.Add(entry);
        }
        return null;
    }

    private (string Text, SpecSpan Span)? BuildKey(ParsingEvent first, int depth)
    {
        var span = events.Span(first.Start, first.End);
        // A key is its characters: the status code 200 and the string "200" are one key.
        if (first is Scalar scalar)
        {
            anchors.Register(scalar, YamlScalars.Read(scalar, span, diagnostics));
            return (YamlLineBreaks.Show(scalar.Value), span);
        }
        if (first is AnchorAlias)
        {
            return Build(first, depth) switch
            {
                SpecScalar target => (target.Text, span),
                { } => Refuse(span),
                null => null,
            };
        }
        return Refuse(span);
    }

    private (string, SpecSpan)? Refuse(SpecSpan span)
    {
        diagnostics.Add(new DiagnosticInfo(SpecRules.NonScalarKey, span.Place));
        return null;
    }

    /// <summary>From a collection's start to its closing bracket, or to the end of its last child: the end event of a block stands behind the blank lines and comments that follow.</summary>
    private SpecSpan Whole(SpecSpan start, ParsingEvent end, bool isFlow, SpecSpan? last)
    {
        // The event of a closing bracket has no length.
        if (isFlow)
            return new SpecSpan(lines, start.Start, events.Span(end.Start, end.Start).End + 1);
        // An alias's target can stand anywhere before.
        return last is { } child && child.End > start.End ? start.To(child) : start;
    }
}
