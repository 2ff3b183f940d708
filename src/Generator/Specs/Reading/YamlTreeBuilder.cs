using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Reading.Syntax;
using Kiln.Generator.Specs.Tree;
using YamlDotNet.Core.Events;

namespace Kiln.Generator.Specs.Reading;

/// <summary>Builds the tree of one YAML document from its events.</summary>
internal sealed class YamlTreeBuilder(YamlEvents events, SpecLines lines, List<DiagnosticInfo> diagnostics)
{
    private readonly YamlAnchors anchors = new(diagnostics);

    /// <summary>The root of the stream's only document; <see langword="null"/> if there is none, or, with a diagnostic, if it is invalid.</summary>
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
                diagnostics.Add(new DiagnosticInfo(SpecRules.MultipleDocuments, events.Span(next.Start, next.End).Location));
                return null;
            }

            root = events.Next() is { } first ? Build(first, depth: 1) : null;
            if (root is null)
                return null;
        }
        return root;
    }

    /// <summary>The node that an event begins; <see langword="null"/>, with a diagnostic, if reading cannot continue.</summary>
    private SpecNode? Build(ParsingEvent first, int depth)
    {
        var span = events.Span(first.Start, first.End);
        if (first is AnchorAlias alias)
            return anchors.Expand(alias.Value.Value, span, depth);
        if (first is Scalar scalar)
            return anchors.Register(scalar, YamlScalars.Read(scalar, span, diagnostics));
        if (depth > ReadingLimits.Depth)
        {
            diagnostics.Add(new DiagnosticInfo(SpecRules.NestedTooDeeply, span.Location, $"{ReadingLimits.Depth}"));
            return null;
        }

        // On some invalid texts the parser ends a collection where a value is expected.
        if (first is not (MappingStart or SequenceStart))
        {
            events.Fail(span.Start, "");
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
                return new SpecList(CollectionSpan(start, next, isFlow, items.Count == 0 ? null : items[items.Count - 1].Span), items.ToArray());
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
                return map.Build(CollectionSpan(start, next, isFlow, last));
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

    /// <summary>The text of a key; <see langword="null"/>, with a diagnostic, if it is not a scalar.</summary>
    private (string Text, SpecSpan Span)? BuildKey(ParsingEvent first, int depth)
    {
        var span = events.Span(first.Start, first.End);
        // A key is its text: the status code 200 and the string "200" are the same key.
        if (first is Scalar scalar)
        {
            anchors.Register(scalar, YamlScalars.Read(scalar, span, diagnostics));
            return (YamlStandIns.Show(scalar.Value), span);
        }
        if (first is AnchorAlias)
        {
            return Build(first, depth) switch
            {
                SpecScalar target => (target.Source, span),
                { } => RejectKey(span),
                null => null,
            };
        }
        return RejectKey(span);
    }

    private (string, SpecSpan)? RejectKey(SpecSpan span)
    {
        diagnostics.Add(new DiagnosticInfo(SpecRules.NonScalarKey, span.Location));
        return null;
    }

    /// <summary>The range from a collection's start to its closing bracket, or to the end of its last child: the end event of a block comes after the blank lines and comments that follow it.</summary>
    private SpecSpan CollectionSpan(SpecSpan start, ParsingEvent end, bool isFlow, SpecSpan? last)
    {
        // The end event of a flow collection has no length.
        if (isFlow)
            return new SpecSpan(lines, start.Start, events.Span(end.Start, end.Start).End + 1);
        // The target of an alias can be anywhere before.
        return last is { } child && child.End > start.End ? start.To(child) : start;
    }
}
