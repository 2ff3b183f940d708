using Kiln.Generator.Changes.CSharp.Linking;
using Kiln.Generator.Changes.Rules;
using Kiln.Generator.Changes.Rules.Model;
using Kiln.Tool.Observing;
using Kiln.Tool.Pinned;
using Kiln.Tool.Reports;

namespace Kiln.Tool.Gates;

/// <summary>The rules of <c>kiln diff</c>: those of documents, of the C# members alone, and of the files of settings.</summary>
internal static class KnownRules
{
    private const string Info = "info";
    private const string Warning = "warning";

    /// <summary>All, by area. Rules that differ only in their conditions share an id.</summary>
    public static IReadOnlyList<ListedRule> All { get; } =
    [
        .. RuleInventory.Areas.SelectMany(a => a.Rules.Select(r => Of(a.Title, r))),
        .. MemberFindings.Ids.Select(id => new ListedRule("C# members", id, Info, "", "The C# of the SDK differs where the API does not.", [])),
        new("C# members", PinnedMembers.TextChanged, Info, "", "kiln drift: pinned files differ in comments, or in code that no member depends on.", []),
        new("Other", ChangeRules.Unknown, Warning, "", "There is no other rule for the change.", []),
        new("Other", Baseline.ExpiredId, Warning, "", "An accepted finding is no longer accepted: its day has passed.", []),
        new("Other", Baseline.UnusedId, Warning, "", "An accepted finding, or a line of an ignore file, is not needed any more.", []),
    ];

    private static readonly Dictionary<string, RuleDescription> Descriptions =
        All.GroupBy(r => r.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => RuleDescription.FromId(g.Key) with { Help = string.Join(' ', g.Select(r => r.Meaning).Distinct()) }, StringComparer.Ordinal);

    /// <summary>The ids and aliases of all, and the ids of <c>kiln observe</c>: one file of settings is for both.</summary>
    public static RuleNames Names { get; } = new([.. All.SelectMany(r => r.Aliases.Prepend(r.Id)), .. ObservedRuleTexts.All.Select(r => r.Id)]);

    /// <summary>What a rule says in general; <see langword="null"/> for an id that is not one.</summary>
    public static RuleDescription? DescriptionOf(string id) => Descriptions.GetValueOrDefault(id);

    private static ListedRule Of(string area, ChangeRule rule) => new(
        area, rule.Id, RuleInventory.SeveritiesOf(rule), RuleInventory.ConditionOf(rule), rule.Meaning, [.. rule.Aliases.Concat(rule.UnsentAliases).SelectMany(RuleAlias.AllOf).Distinct()]);
}

/// <summary>A rule as it is listed.</summary>
/// <param name="Area">What it is about.</param>
/// <param name="Id">Its id.</param>
/// <param name="Severity">Its severity, or those of requests and responses.</param>
/// <param name="Condition">When it is applied; empty for always.</param>
/// <param name="Meaning">What clients notice of it.</param>
/// <param name="Aliases">The ids that oasdiff has for it.</param>
internal sealed record ListedRule(string Area, string Id, string Severity, string Condition, string Meaning, IReadOnlyList<string> Aliases);
