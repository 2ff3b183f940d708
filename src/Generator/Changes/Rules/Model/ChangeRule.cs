using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Changes.Rules.Model;

/// <summary>What one kind of difference means to clients.</summary>
/// <param name="Id">The id of its findings. Rules that differ only in their conditions share it.</param>
/// <param name="Aspect">What differs: one of <see cref="Aspects"/>.</param>
/// <param name="Action">What happened to it.</param>
/// <param name="Message">The message, with <c>{old}</c>, <c>{new}</c>, <c>{name}</c> (the last name of the subject) and <c>{kind}</c> (what it is: an operation, a property).</param>
/// <param name="Meaning">What clients notice of it, for the list of rules.</param>
internal sealed record ChangeRule(string Id, string Aspect, ChangeAction Action, string Message, string Meaning)
{
    /// <summary>What it means in requests; <see langword="null"/> if the rule is not about them.</summary>
    public FindingSeverity? Request { get; init; }

    /// <summary>What it means in responses; <see langword="null"/> if the rule is not about them.</summary>
    public FindingSeverity? Response { get; init; }

    /// <summary>What it means where no data goes either way; <see langword="null"/> if the rule is not about that.</summary>
    public FindingSeverity? Neither { get; init; }

    /// <summary>What it means, whatever the direction.</summary>
    public FindingSeverity Always
    {
        init => (Request, Response, Neither) = (value, value, value);
    }

    /// <summary>Where the schema has to be used, in one of these places; none for everywhere.</summary>
    public ChangePlaces Places { get; init; }

    /// <summary>The traits that the difference has to have, all of them.</summary>
    public EquatableArray<string> When { get; init; } = [];

    /// <summary>The old value that the difference has to have; <see langword="null"/> for any.</summary>
    public string? From { get; init; }

    /// <summary>The new value that the difference has to have; <see langword="null"/> for any.</summary>
    public string? To { get; init; }

    /// <summary>The ids that oasdiff gives the same change; see <see cref="RuleAlias"/>.</summary>
    public EquatableArray<string> Aliases { get; init; } = [];

    /// <summary>The same for a property whose values do not go in this direction: <c>readOnly</c> in requests, <c>writeOnly</c> in responses.</summary>
    public EquatableArray<string> UnsentAliases { get; init; } = [];

    /// <summary>What it means in a direction; <see langword="null"/> if the rule is not about it.</summary>
    /// <remarks>What changes in a schema that no operation uses concerns only its type in the SDK.</remarks>
    public FindingSeverity? In(Direction direction) =>
        direction switch
        {
            Direction.Request => Request,
            Direction.Response => Response,
            _ => Neither ?? FindingSeverity.Info,
        };

    /// <summary>Whether the rule is about a difference in one of its places.</summary>
    public bool Fits(Difference difference, ChangePlaces place) =>
        (Places == ChangePlaces.None || (Places & place) != 0)
        && In(difference.Direction) is not null
        && (From is null || From == difference.OldValue)
        && (To is null || To == difference.NewValue)
        && When.Items.All(difference.Has);
}
