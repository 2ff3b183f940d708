using System.Globalization;
using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Overlays;

/// <summary>Parses a query (RFC 9535); names after a dot may also contain hyphens, as in the examples of the Overlay Specification.</summary>
internal sealed class JsonPathParser
{
    // Known queries are nested less than ten levels deep.
    private const int MaxDepth = 32;

    private readonly JsonPathScanner scan;
    private int depth;

    private JsonPathParser(string text) => scan = new JsonPathScanner(text);

    /// <summary>The query; <see langword="null"/>, with the problem, if the text is not one.</summary>
    public static JsonPath? Parse(string text, out string problem)
    {
        problem = "";
        try
        {
            var parser = new JsonPathParser(text);
            parser.scan.Expect("$");
            var path = parser.Segments();
            return parser.scan.IsAtEnd ? path : throw parser.scan.Error("a segment such as '.name' or '[...]'");
        }
        catch (FormatException exception)
        {
            problem = exception.Message;
            return null;
        }
    }

    private JsonPath Segments()
    {
        List<PathSegment> segments = [];
        while (true)
        {
            var before = scan.Position;
            scan.SkipSpace();
            if (scan.Take(".."))
                segments.Add(new(IsDescendant: true, scan.Peek == '[' ? Bracketed() : [Dotted()]));
            else if (scan.Take("."))
                segments.Add(new(IsDescendant: false, [Dotted()]));
            else if (scan.Peek == '[')
                segments.Add(new(IsDescendant: false, Bracketed()));
            else
            {
                scan.Position = before;
                return new(segments.ToEquatableArray());
            }
        }
    }

    private PathSelector Dotted() => scan.Take("*") ? new WildcardSelector() : new NameSelector(scan.Name());

    private EquatableArray<PathSelector> Bracketed()
    {
        scan.Expect("[");
        List<PathSelector> selectors = [];
        do
        {
            scan.SkipSpace();
            selectors.Add(Selector());
            scan.SkipSpace();
        }
        while (scan.Take(","));
        scan.Expect("]");
        return selectors.ToEquatableArray();
    }

    private PathSelector Selector()
    {
        if (scan.Take("*"))
            return new WildcardSelector();
        if (scan.Peek is '\'' or '"')
            return new NameSelector(scan.Quoted());
        if (scan.Take("?"))
        {
            scan.SkipSpace();
            return new FilterSelector(Or());
        }
        return IndexOrSlice();
    }

    private PathSelector IndexOrSlice()
    {
        var start = scan.Integer();
        scan.SkipSpace();
        if (!scan.Take(":"))
            return new IndexSelector(start ?? throw scan.Error("a name in quotes, a number, '*' or '?'"));
        scan.SkipSpace();
        var end = scan.Integer();
        scan.SkipSpace();
        var step = scan.Take(":") ? Step() : 1;
        return new SliceSelector(start, end, step);
    }

    private int Step()
    {
        scan.SkipSpace();
        return scan.Integer() ?? 1;
    }

    private PathCondition Or()
    {
        if (++depth > MaxDepth)
            throw scan.Error("fewer nested conditions");
        var condition = And();
        while (Operator("||"))
            condition = new OrCondition(condition, And());
        depth--;
        return condition;
    }

    private PathCondition And()
    {
        var condition = Basic();
        while (Operator("&&"))
            condition = new AndCondition(condition, Basic());
        return condition;
    }

    private PathCondition Basic()
    {
        scan.SkipSpace();
        if (scan.Take("!"))
        {
            scan.SkipSpace();
            return new NotCondition(scan.Peek == '(' ? InParentheses() : Test());
        }
        return scan.Peek == '(' ? InParentheses() : Test();
    }

    private PathCondition InParentheses()
    {
        scan.Expect("(");
        var condition = Or();
        scan.SkipSpace();
        scan.Expect(")");
        return condition;
    }

    private PathCondition Test()
    {
        if (scan.Take("match("))
            return Match(isWhole: true);
        if (scan.Take("search("))
            return Match(isWhole: false);

        var left = Value();
        scan.SkipSpace();
        foreach (var comparison in JsonPathScanner.Comparisons)
        {
            if (!scan.Take(comparison))
                continue;
            scan.SkipSpace();
            return new CompareCondition(left, comparison, Value());
        }
        return left is PathQuery query ? new ExistsCondition(query) : throw scan.Error("a comparison");
    }

    private MatchCondition Match(bool isWhole)
    {
        scan.SkipSpace();
        var text = Value();
        scan.SkipSpace();
        scan.Expect(",");
        scan.SkipSpace();
        var pattern = Value();
        Close();
        return new MatchCondition(text, pattern, isWhole);
    }

    private PathValue Value()
    {
        if (scan.Peek is '\'' or '"')
            return new LiteralValue(ScalarKind.String, scan.Quoted());
        if (scan.Peek is '@' or '$')
            return Query();
        if (scan.Take("length("))
            return Argument(() => new LengthValue(Value()));
        if (scan.Take("count("))
            return Argument(() => new CountValue(Query()));
        if (scan.Take("value("))
            return Argument(Query);
        if (scan.TakeKeyword("true") || scan.TakeKeyword("false"))
            return new LiteralValue(ScalarKind.Boolean, scan.LastKeyword);
        if (scan.TakeKeyword("null"))
            return new LiteralValue(ScalarKind.Null, "null");
        return scan.Number() is { } number
            ? new LiteralValue(ScalarKind.Number, number.ToString("R", CultureInfo.InvariantCulture))
            : throw scan.Error("a value: a query from '@' or '$', a string in quotes, a number, true, false, null, length(), count() or value()");
    }

    private PathValue Argument(Func<PathValue> read)
    {
        if (++depth > MaxDepth)
            throw scan.Error("fewer nested functions");
        scan.SkipSpace();
        var value = read();
        Close();
        depth--;
        return value;
    }

    private PathQuery Query()
    {
        if (++depth > MaxDepth)
            throw scan.Error("fewer nested queries");
        var fromRoot = scan.Take("$");
        if (!fromRoot)
            scan.Expect("@");
        var query = new PathQuery(fromRoot, Segments());
        depth--;
        return query;
    }

    private void Close()
    {
        scan.SkipSpace();
        scan.Expect(")");
    }

    private bool Operator(string sign)
    {
        var before = scan.Position;
        scan.SkipSpace();
        if (scan.Take(sign))
            return true;
        scan.Position = before;
        return false;
    }
}
