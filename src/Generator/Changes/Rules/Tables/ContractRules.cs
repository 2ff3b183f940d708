using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules.Model;

namespace Kiln.Generator.Changes.Rules.Tables;

/// <summary>Paging, streaming and what else is agreed on beside schemas; components; and what is written for people.</summary>
internal static class ContractRules
{
    private const FindingSeverity Breaking = FindingSeverity.Breaking;
    private const FindingSeverity Warning = FindingSeverity.Warning;
    private const FindingSeverity Info = FindingSeverity.Info;

    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new("paging-extended", Aspects.Paging, ChangeAction.Changed, "The paging was extended: {new}", "Pages are asked for and found as before.") { Always = Info, When = [Traits.Extended] },
        .. All3("paging", Aspects.Paging, "paging", "Pages are asked for and found in another way."),
        .. All3("streaming", Aspects.Streaming, "streaming", "Responses are written in another way."),
        .. All3("rate-limit", Aspects.RateLimit, "rate limit", "Clients may be asked to wait in another way.", Info),
        .. All3("idempotency-header", Aspects.IdempotencyHeader, "idempotency header", "Retried requests may be executed twice.", Warning),

        new("schema-added", Aspects.SchemaComponent, ChangeAction.Added, "The schema '{new}' was added", "It is used by what refers to it.") { Always = Info },
        new("schema-renamed", Aspects.SchemaComponent, ChangeAction.Renamed, "The schema '{old}' became '{new}'", "Its name is not sent; it names types of the SDK.") { Always = Info },
        new("schema-removed", Aspects.SchemaComponent, ChangeAction.Removed, "The schema '{old}' was removed", "What is sent does not depend on it; it named types of the SDK.")
        {
            Always = Info,
            Aliases = ["api-schema-removed"],
        },

        .. Text(Aspects.Title, "title"),
        .. Text(Aspects.Description, "description"),
        .. Text(Aspects.Summary, "summary"),
        .. Text(Aspects.Example, "example"),
        .. Text(Aspects.InfoTitle, "title of the API"),
        new("version-not-bumped", Aspects.InfoVersion, ChangeAction.Changed, "The version is still {new}", "It does not say that something changed.")
        {
            Always = Info,
            When = [Traits.NotBumped],
            Aliases = ["api-version-not-bumped"],
        },
        new("major-version-not-bumped", Aspects.InfoMajorVersion, ChangeAction.Changed, "Changes are breaking, and the version {new} has the same first number as {old}", "It does not say that a change is breaking.")
        {
            Always = Info,
            Aliases = ["api-major-version-not-bumped"],
        },
        new("version-decreased", Aspects.InfoVersion, ChangeAction.Decreased, "The version was decreased from {old} to {new}", "Newer documents have higher versions.") { Always = Info, Aliases = ["api-version-decreased"] },
        new("version-increased", Aspects.InfoVersion, ChangeAction.Increased, "The version was increased from {old} to {new}", "It says that something changed.") { Always = Info },
        new("version-added", Aspects.InfoVersion, ChangeAction.Added, "The version {new} was added", "It says that something changed.") { Always = Info },
        new("version-removed", Aspects.InfoVersion, ChangeAction.Removed, "The version {old} was removed", "It said what a document is of.") { Always = Info },
        new("version-changed", Aspects.InfoVersion, ChangeAction.Changed, "The version changed from {old} to {new}", "It says that something changed.") { Always = Info },
    ];

    private static IEnumerable<ChangeRule> All3(string id, string aspect, string name, string meaning, FindingSeverity severity = Breaking) =>
    [
        new($"{id}-added", aspect, ChangeAction.Added, $"The {name} ({{new}}) was added", meaning) { Always = Info },
        new($"{id}-changed", aspect, ChangeAction.Changed, $"The {name} changed from {{old}} to {{new}}", meaning) { Always = severity },
        new($"{id}-removed", aspect, ChangeAction.Removed, $"The {name} ({{old}}) was removed", meaning) { Always = severity },
    ];

    private static IEnumerable<ChangeRule> Text(string aspect, string name) =>
        from action in new[] { ChangeAction.Added, ChangeAction.Changed, ChangeAction.Removed }
        select new ChangeRule($"{aspect}-changed", aspect, action, $"The {name} {VerbOf(action)}", "It is written for people.") { Always = Info };

    private static string VerbOf(ChangeAction action) =>
        action switch
        {
            ChangeAction.Added => "was added",
            ChangeAction.Removed => "was removed",
            _ => "changed",
        };
}
