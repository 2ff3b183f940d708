using System.Globalization;
using System.Text.RegularExpressions;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Overlays;

/// <summary>Limits the number of nodes that all queries of a document's overlays may visit.</summary>
internal sealed class QueryBudget
{
    // GitHub's document has half a million nodes, each of which some ten queries may visit twice.
    private int remaining = 10_000_000;

    /// <summary>Counts a visit of a node; false if the limit is exceeded.</summary>
    public bool TryVisit() => --remaining >= 0;
}

/// <summary>Evaluates a query within a budget.</summary>
internal sealed class JsonPathEvaluator(SpecNode root, QueryBudget budget, CancellationToken cancellationToken)
{
    private static readonly TimeSpan RegexTimeout = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, Regex?> patterns = new(StringComparer.Ordinal);
    private int visits;

    /// <summary>The selected nodes; <see langword="null"/> if the query exceeds the budget or a regular expression its time limit.</summary>
    public static IReadOnlyList<PathMatch>? Evaluate(JsonPath path, SpecNode root, QueryBudget budget, CancellationToken cancellationToken)
    {
        try
        {
            var start = new PathMatch(root, null, "");
            return [.. new JsonPathEvaluator(root, budget, cancellationToken).Evaluate(path, start)];
        }
        catch (Exception exception) when (exception is BudgetExceededException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private IEnumerable<PathMatch> Evaluate(JsonPath path, PathMatch start)
    {
        IEnumerable<PathMatch> matches = [start];
        foreach (var segment in path.Segments)
        {
            var current = segment.IsDescendant ? matches.SelectMany(WithDescendants) : matches;
            matches = current.SelectMany(m => segment.Selectors.Items.SelectMany(s => Select(s, m)));
        }
        return matches;
    }

    private IEnumerable<PathMatch> WithDescendants(PathMatch match)
    {
        Stack<PathMatch> pending = new([match]);
        while (pending.Count > 0)
        {
            Visit();
            var next = pending.Pop();
            yield return next;
            foreach (var child in next.Children().Where(c => c.Node is not SpecScalar).Reverse())
                pending.Push(child);
        }
    }

    private IEnumerable<PathMatch> Select(PathSelector selector, PathMatch match)
    {
        Visit();
        return selector switch
        {
            NameSelector { Name: var name } => match.Child(name) is { } child ? [child] : [],
            IndexSelector { Index: var index } => match.Child(index) is { } item ? [item] : [],
            WildcardSelector => match.Children().Select(Counted),
            SliceSelector slice => Slice(slice, match),
            FilterSelector { Condition: var condition } => match.Children().Select(Counted).Where(c => IsTrue(condition, c)),
            _ => [],
        };
    }

    // RFC 9535, section 2.3.4.2.2.
    private static IEnumerable<PathMatch> Slice(SliceSelector slice, PathMatch match)
    {
        if (match.Node is not SpecList { Items.Count: var count } || slice.Step == 0)
            yield break;

        var forward = slice.Step > 0;
        var lower = forward ? Bound(slice.Start ?? 0, 0, count) : Bound(slice.End ?? -count - 1, -1, count - 1);
        var upper = forward ? Bound(slice.End ?? count, 0, count) : Bound(slice.Start ?? count - 1, -1, count - 1);
        for (long i = forward ? lower : upper; forward ? i < upper : i > lower; i += slice.Step)
            yield return match.Child((int)i)!;

        int Bound(int index, int least, int most) => Math.Min(Math.Max(index >= 0 ? index : index + count, least), most);
    }

    private bool IsTrue(PathCondition condition, PathMatch current) => condition switch
    {
        OrCondition or => IsTrue(or.Left, current) || IsTrue(or.Right, current),
        AndCondition and => IsTrue(and.Left, current) && IsTrue(and.Right, current),
        NotCondition not => !IsTrue(not.Inner, current),
        ExistsCondition exists => Query(exists.Query, current).Any(),
        MatchCondition match => Matches(match, current),
        CompareCondition compare => Compare(Value(compare.Left, current), compare.Operator, Value(compare.Right, current)),
        _ => false,
    };

    private bool Matches(MatchCondition match, PathMatch current)
    {
        if (Value(match.Text, current).AsText() is not { } text || Value(match.Pattern, current).AsText() is not { } pattern)
            return false;
        var key = match.IsWhole ? $"^(?:{pattern})$" : pattern;
        if (!patterns.TryGetValue(key, out var regex))
            patterns.Add(key, regex = Compile(key));
        return regex?.IsMatch(text) ?? false;
    }

    /// <summary>The regular expression; <see langword="null"/> if the pattern is invalid.</summary>
    private static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, RegexTimeout);
        }
        catch (ArgumentException)
        {
            // RFC 9535, section 2.4.6: an invalid regular expression matches nothing.
            return null;
        }
    }

    private IEnumerable<PathMatch> Query(PathQuery query, PathMatch current) =>
        Evaluate(query.Path, query.FromRoot ? new PathMatch(root, null, "") : current);

    /// <summary>The value of an expression; <see langword="null"/> for none, such as that of a query that selects nothing.</summary>
    private SpecNode? Value(PathValue value, PathMatch current) => value switch
    {
        LiteralValue literal => new SpecScalar(root.Span, literal.Kind, literal.Text),
        PathQuery query => Query(query, current).Take(2).ToArray() is [var only] ? only.Node : null,
        LengthValue { Of: var of } => Length(Value(of, current)) is { } length ? Number(length) : null,
        CountValue { Of: var of } => Number(Query(of, current).Count()),
        _ => null,
    };

    private SpecScalar Number(int value) => new(root.Span, ScalarKind.Number, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The length of a string, list or map; <see langword="null"/> for any other node.</summary>
    private static int? Length(SpecNode? node) => node switch
    {
        SpecMap map => map.Entries.Count,
        SpecList list => list.Items.Count,
        SpecScalar { Kind: ScalarKind.String } text => text.Text.Count(c => !char.IsLowSurrogate(c)),
        _ => null,
    };

    private static bool Compare(SpecNode? left, string comparison, SpecNode? right) => comparison switch
    {
        "==" => AreEqual(left, right),
        "!=" => !AreEqual(left, right),
        "<" => IsLess(left, right),
        ">" => IsLess(right, left),
        "<=" => IsLess(left, right) || AreEqual(left, right),
        _ => IsLess(right, left) || AreEqual(left, right),
    };

    private static bool AreEqual(SpecNode? left, SpecNode? right) => (left, right) switch
    {
        (null, null) => true,
        (SpecScalar { Kind: ScalarKind.Number } a, SpecScalar { Kind: ScalarKind.Number } b) => ToNumber(a).Equals(ToNumber(b)),
        (SpecScalar a, SpecScalar b) => a.Kind == b.Kind && a.Text == b.Text,
        (SpecList a, SpecList b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items, AreEqual).All(equal => equal),
        (SpecMap a, SpecMap b) => a.Entries.Count == b.Entries.Count && a.Entries.All(e => b.Entry(e.Key) is { } other && AreEqual(e.Value, other.Value)),
        _ => false,
    };

    private static bool IsLess(SpecNode? left, SpecNode? right) => (left, right) switch
    {
        (SpecScalar { Kind: ScalarKind.Number } a, SpecScalar { Kind: ScalarKind.Number } b) => ToNumber(a) < ToNumber(b),
        (SpecScalar { Kind: ScalarKind.String } a, SpecScalar { Kind: ScalarKind.String } b) => string.CompareOrdinal(a.Text, b.Text) < 0,
        _ => false,
    };

    private static double ToNumber(SpecScalar number) => double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

    private PathMatch Counted(PathMatch match)
    {
        Visit();
        return match;
    }

    private void Visit()
    {
        if (!budget.TryVisit())
            throw new BudgetExceededException();
        if (++visits % 1024 == 0)
            cancellationToken.ThrowIfCancellationRequested();
    }

    private sealed class BudgetExceededException : Exception;
}
