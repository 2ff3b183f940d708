using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Lifecycles;

/// <summary>Compares what documents say of the future of something: whether it is deprecated, when it will be removed, and what is promised of it.</summary>
internal static class LifecycleComparer
{
    private const string Deprecated = "deprecated";

    /// <summary>Compares an object that both documents have.</summary>
    public static void Compare(ComparisonContext context, ComparedObject compared)
    {
        foreach (var difference in Differences(compared, context.Terms))
            context.Add(difference);
    }

    /// <summary>The differences of an object that both documents have.</summary>
    public static IEnumerable<Difference> Differences(ComparedObject compared, LifecycleTerms terms)
    {
        if (compared is not { Old: { } old, Current: { } current })
            return [];

        var difference = (IsDeprecated(old), IsDeprecated(current)) switch
        {
            (false, true) => compared.At(Deprecated).Differs(Aspects.Deprecated, ChangeAction.Added, null, Sunset.Of(current).Text, AnnouncementTraits(current, terms)),
            (true, false) => compared.At(Deprecated).Differs(Aspects.Deprecated, ChangeAction.Removed, Sunset.Of(old).Text, null),
            (true, true) => CompareSunset(compared.At(Sunset.Key), old, current, terms),
            _ => null,
        };
        return new[] { difference, CompareStability(compared.At(StabilityLevels.Key), old, current) }.OfType<Difference>();
    }

    /// <summary>What the old document says of the removal of something that is gone.</summary>
    public static IEnumerable<string> RemovalTraits(PointedNode old, LifecycleTerms terms)
    {
        switch (StabilityLevels.Of(old))
        {
            case StabilityLevel.Invalid:
                yield return Traits.InvalidStability;
                break;
            case StabilityLevel.Draft or StabilityLevel.Alpha:
                yield return Traits.Unstable;
                break;
        }
        if (!IsDeprecated(old))
            yield break;

        yield return Traits.Deprecated;
        var sunset = Sunset.Of(old);
        if (sunset.IsInvalid)
            yield return Traits.InvalidSunset;
        else if (sunset.Date is { } date)
            yield return terms.Today.Date < date ? Traits.BeforeSunset : Traits.SunsetPassed;
    }

    private static bool IsDeprecated(PointedNode node) => node[Deprecated] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };

    private static string[] AnnouncementTraits(PointedNode node, LifecycleTerms terms)
    {
        var sunset = Sunset.Of(node);
        var days = StabilityLevels.DaysOf(node, terms);
        if (sunset.IsMissing)
            return days > 0 ? [Traits.SunsetMissing] : [];
        if (sunset.IsInvalid)
            return [Traits.InvalidSunset];
        return sunset.IsTooSoon(terms, days) ? [Traits.WithSunset, Traits.SunsetTooSoon] : [Traits.WithSunset];
    }

    private static Difference? CompareSunset(ComparedObject compared, PointedNode oldNode, PointedNode newNode, LifecycleTerms terms)
    {
        var (old, current) = (Sunset.Of(oldNode), Sunset.Of(newNode));
        if (old.Text == current.Text || (old.Date is not null && old.Date == current.Date))
            return null;

        var tooSoon = current.IsTooSoon(terms, StabilityLevels.DaysOf(newNode, terms));
        return (old.Date, current.Date) switch
        {
            _ when old.IsInvalid || current.IsInvalid => compared.Compared(Aspects.Sunset, old.Text, current.Text, Traits.InvalidSunset),
            ({ } before, { } after) when before > after =>
                compared.Differs(Aspects.Sunset, ChangeAction.Decreased, old.Text, current.Text, tooSoon ? [Traits.SunsetTooSoon] : []),
            ({ }, { }) => compared.Differs(Aspects.Sunset, ChangeAction.Increased, old.Text, current.Text),
            _ => compared.Compared(Aspects.Sunset, old.Text, current.Text, tooSoon ? [Traits.SunsetTooSoon] : []),
        };
    }

    private static Difference? CompareStability(ComparedObject compared, PointedNode oldNode, PointedNode newNode)
    {
        var (old, current) = (StabilityLevels.Of(oldNode), StabilityLevels.Of(newNode));
        var (oldText, newText) = (StabilityLevels.TextOf(oldNode), StabilityLevels.TextOf(newNode));
        if (old == current && (old != StabilityLevel.Invalid || oldText == newText))
            return null;

        return old == StabilityLevel.Invalid || current == StabilityLevel.Invalid
            ? compared.Differs(Aspects.Stability, ChangeAction.Changed, oldText, newText, Traits.InvalidStability)
            : compared.Differs(Aspects.Stability, old < current ? ChangeAction.Increased : ChangeAction.Decreased, Name(old), Name(current));
    }

    private static string Name(StabilityLevel level) => level.ToString().ToLowerInvariant();
}
