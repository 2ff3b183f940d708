using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules.Model;
using Kiln.Generator.Changes.Rules.Tables;

namespace Kiln.Generator.Changes.Rules;

/// <summary>All rules, by area.</summary>
internal static class RuleInventory
{
    /// <summary>The areas in the order in which they are listed.</summary>
    public static IReadOnlyList<RuleArea> Areas { get; } =
    [
        new("Operations", OperationRules.All),
        new("Parameters", ParameterRules.All),
        new("Bodies, responses and headers", BodyRules.All),
        new("Properties", PropertyRules.All),
        new("Types and formats", TypeRules.All),
        new("Values", ValueRules.All),
        new("Limits", [.. LimitRules.All]),
        new("Combined schemas", CompositionRules.All),
        new("Conditions", ConditionRules.All),
        new("Deprecation and stability", LifecycleRules.All),
        new("Servers and security", AccessRules.All),
        new("Paging, streaming, names and texts", ContractRules.All),
    ];

    /// <summary>All rules. Of those for one aspect and action, the first whose conditions hold is applied.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } = [.. Areas.SelectMany(a => a.Rules)];

    /// <summary>All by which a finding of a rule can be named: the ids of the rules, and those of oasdiff.</summary>
    public static IReadOnlyCollection<string> Names { get; } = new HashSet<string>(All.SelectMany(r => r.Aliases.Concat(r.UnsentAliases).SelectMany(RuleAlias.AllOf).Prepend(r.Id)).Append(ChangeRules.Unknown), StringComparer.Ordinal);

    /// <summary>The rules as a list for people, one in each line; those that differ only in what they are found by are one.</summary>
    /// <example><c>became-enum  request breaking, response info  Other values are no longer accepted.  request-{body,property,parameter}-became-enum</c></example>
    public static IEnumerable<string> Lines()
    {
        var entries = All.Select(r => new[] { r.Id, SeveritiesOf(r), ConditionOf(r), r.Meaning, string.Join(" ", AliasesOf(r)) }).ToList();
        var (ids, severities) = (entries.Max(e => e[0].Length), entries.Max(e => e[1].Length));
        return entries.Select(e => $"{e[0].PadRight(ids)}  {e[1].PadRight(severities)}  {string.Join("  ", e.Skip(2).Where(t => t.Length > 0))}").Distinct();
    }

    /// <summary>What a rule means by direction.</summary>
    /// <example><c>request breaking, response info</c>; <c>warning</c> for any direction.</example>
    public static string SeveritiesOf(ChangeRule rule)
    {
        if (rule.Neither is { } always && rule.Request == always && rule.Response == always)
            return Name(always);
        var byDirection = new[] { ("request", rule.Request), ("response", rule.Response), ("neither", rule.Neither) };
        return string.Join(", ", byDirection.Where(d => d.Item2 is not null).Select(d => $"{d.Item1} {Name(d.Item2!.Value)}"));
    }

    /// <summary>What has to be true for a rule to be applied; empty for nothing.</summary>
    /// <example><c>if in parameters, required</c></example>
    public static string ConditionOf(ChangeRule rule)
    {
        List<string> conditions = [.. rule.When];
        if (rule.Places != ChangePlaces.None)
            conditions.Insert(0, $"in {string.Join(" or ", PlacesOf(rule))}");
        if (rule.From is not null)
            conditions.Add($"from {rule.From}");
        if (rule.To is not null)
            conditions.Add($"to {rule.To}");
        return conditions.Count == 0 ? "" : $"if {string.Join(", ", conditions)}";
    }

    /// <summary>The ids of oasdiff for a rule, as patterns.</summary>
    /// <example><c>request-{body,property}-max-set</c></example>
    public static IEnumerable<string> AliasesOf(ChangeRule rule) => rule.Aliases.Concat(rule.UnsentAliases).Select(RuleAlias.Shown).Distinct();

    private static IEnumerable<string> PlacesOf(ChangeRule rule) =>
        from name in new (ChangePlaces Place, string Name)[]
        {
            (ChangePlaces.Parameter, "parameters"),
            (ChangePlaces.ParameterProperty, "properties of parameters"),
            (ChangePlaces.Header, "headers"),
        }
        where (rule.Places & name.Place) != 0
        select name.Name;

    private static string Name(FindingSeverity severity) => severity.ToString().ToLowerInvariant();
}

/// <summary>Rules that belong together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Rules">The rules.</param>
internal sealed record RuleArea(string Title, IReadOnlyList<ChangeRule> Rules);
