using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Reading;

/// <summary>Builds the tree of a JSON text. A method that returns <see langword="null"/> has reported an error, which ends the reading.</summary>
internal sealed class JsonTreeBuilder(JsonCursor cursor, SpecLines lines, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
{
    private const int NodesBetweenChecks = 4096;

    // Reused for the next map or list, because a large document has very many.
    private readonly Stack<SpecMapBuilder> mapBuilders = new();
    private readonly Stack<List<SpecNode>> itemLists = new();
    private int nodes;

    public SpecNode? Build(int depth)
    {
        if (++nodes % NodesBetweenChecks == 0)
            cancellationToken.ThrowIfCancellationRequested();

        cursor.SkipWhitespace();
        switch (cursor.Current)
        {
            case '{':
            case '[':
                if (depth > ReadingLimits.Depth)
                {
                    diagnostics.Add(new DiagnosticInfo(SpecRules.NestedTooDeeply, lines.Location(cursor.Offset, cursor.Offset + 1), $"{ReadingLimits.Depth}"));
                    return null;
                }
                return cursor.Current == '{' ? BuildMap(depth) : BuildList(depth);
            case '"':
                var start = cursor.Offset;
                return cursor.ReadString() is { } text ? new SpecScalar(SpanFrom(start), ScalarKind.String, text) : null;
            case '-' or (>= '0' and <= '9'):
                return BuildNumber();
            default:
                return BuildLiteral();
        }
    }

    private SpecMap? BuildMap(int depth)
    {
        var start = cursor.Offset;
        cursor.Skip();
        cursor.SkipWhitespace();
        if (cursor.TrySkip('}'))
            return SpecNodes.EmptyMap(SpanFrom(start));

        var outer = cursor.OpenBracket;
        cursor.OpenBracket = start;
        var map = mapBuilders.Count > 0 ? mapBuilders.Pop() : new SpecMapBuilder(diagnostics);
        while (true)
        {
            cursor.SkipWhitespace();
            var keyStart = cursor.Offset;
            if (cursor.Current != '"')
                return cursor.FailAtKey() as SpecMap;
            if (cursor.ReadString() is not { } key)
                return null;

            var keySpan = SpanFrom(keyStart);
            cursor.SkipWhitespace();
            if (!cursor.TrySkip(':'))
                return cursor.Fail("a ':' and a value are expected after the key") as SpecMap;
            if (Build(depth + 1) is not { } value)
                return null;

            map.Add(new SpecEntry(key, keySpan, value));
            cursor.SkipWhitespace();
            if (cursor.TrySkip('}'))
            {
                cursor.OpenBracket = outer;
                mapBuilders.Push(map);
                return map.Build(SpanFrom(start));
            }
            if (!cursor.TrySkip(','))
                return cursor.Fail("a ',' or the object's '}' is expected here") as SpecMap;
        }
    }

    private SpecList? BuildList(int depth)
    {
        var start = cursor.Offset;
        cursor.Skip();
        cursor.SkipWhitespace();
        if (cursor.TrySkip(']'))
            return new SpecList(SpanFrom(start), []);

        var outer = cursor.OpenBracket;
        cursor.OpenBracket = start;
        var items = itemLists.Count > 0 ? itemLists.Pop() : [];
        while (true)
        {
            if (Build(depth + 1) is not { } item)
                return null;

            items.Add(item);
            cursor.SkipWhitespace();
            if (cursor.TrySkip(']'))
            {
                cursor.OpenBracket = outer;
                var list = new SpecList(SpanFrom(start), items.ToArray());
                items.Clear();
                itemLists.Push(items);
                return list;
            }
            if (!cursor.TrySkip(','))
                return cursor.Fail("a ',' or the array's ']' is expected here") as SpecList;
        }
    }

    private SpecScalar? BuildNumber()
    {
        var start = cursor.Offset;
        return cursor.ReadNumber() is { } number ? new SpecScalar(SpanFrom(start), ScalarKind.Number, number) : null;
    }

    private SpecScalar? BuildLiteral()
    {
        var start = cursor.Offset;
        return cursor.ReadName() switch
        {
            "true" => new SpecScalar(SpanFrom(start), ScalarKind.Boolean, "true"),
            "false" => new SpecScalar(SpanFrom(start), ScalarKind.Boolean, "false"),
            "null" => new SpecScalar(SpanFrom(start), ScalarKind.Null, "null"),
            _ => cursor.FailAtValue(start) as SpecScalar,
        };
    }

    private SpecSpan SpanFrom(int start) => new(lines, start, cursor.Offset);
}
