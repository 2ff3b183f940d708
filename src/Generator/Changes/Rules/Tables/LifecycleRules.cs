using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules.Model;

namespace Kiln.Generator.Changes.Rules.Tables;

/// <summary>Deprecation, the date of a removal, and stability levels: of operations, parameters, headers and properties.</summary>
internal static class LifecycleRules
{
    private const FindingSeverity Breaking = FindingSeverity.Breaking;
    private const FindingSeverity Warning = FindingSeverity.Warning;
    private const FindingSeverity Info = FindingSeverity.Info;

    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        // Most documents never say when something will be removed, and clients lose nothing by that alone; oasdiff has it only where a period was asked for.
        new("deprecated-sunset-missing", Aspects.Deprecated, ChangeAction.Added, "The {kind} was deprecated without a date for its removal ('x-sunset')", "Clients do not know how long they can use it.")
        {
            Always = Warning,
            When = [Traits.SunsetMissing],
            Aliases =
            [
                "operation: api-deprecated-sunset-missing",
                "operation: endpoint-deprecated",
                "request-{parameter,property}-deprecated-sunset-missing",
                "request-{parameter,property}-deprecated",
                "response-{property}-deprecated-sunset-missing",
                "response-{property}-deprecated",
            ],
        },
        new("deprecated-sunset-invalid", Aspects.Deprecated, ChangeAction.Added, "The {kind} was deprecated, and the date of its removal ({new}) is not a date", "Clients do not know how long they can use it.")
        {
            Always = Breaking,
            When = [Traits.InvalidSunset],
            Aliases =
            [
                "operation: api-deprecated-sunset-parse",
                "request-{parameter}-sunset-parse",
                "request-{property}-deprecated-sunset-invalid",
                "response-{property}-deprecated-sunset-invalid",
            ],
        },
        new("deprecated-sunset-too-soon", Aspects.Deprecated, ChangeAction.Added, "The {kind} was deprecated, and the date of its removal ({new}) is too soon", "Clients have less time than they need to change.")
        {
            Always = Breaking,
            When = [Traits.SunsetTooSoon],
            Aliases = ["operation: api-sunset-date-too-small", "request-{parameter,property}-sunset-date-too-small", "response-{property}-sunset-date-too-small"],
        },
        new("deprecated", Aspects.Deprecated, ChangeAction.Added, "The {kind} was deprecated, and will be removed after {new}", "Clients should stop using it in time.")
        {
            Always = Info,
            When = [Traits.WithSunset],
            Aliases =
            [
                "operation: endpoint-deprecated-with-sunset",
                "request-{parameter}-deprecated",
                "request-{property}-deprecated-with-sunset",
                "response-{property}-deprecated-with-sunset",
            ],
        },
        new("deprecated", Aspects.Deprecated, ChangeAction.Added, "The {kind} was deprecated", "Clients should stop using it.")
        {
            Always = Info,
            Aliases = ["operation: endpoint-deprecated", "request-{parameter,property}-deprecated", "response-{property}-deprecated"],
        },
        new("reactivated", Aspects.Deprecated, ChangeAction.Removed, "The {kind} is no longer deprecated", "Clients can go on using it.")
        {
            Always = Info,
            Aliases = ["operation: endpoint-reactivated", "request-{parameter,property}-reactivated", "response-{property}-reactivated"],
        },

        // Of two dates, one is earlier: what only changed is no date in one of the documents.
        Invalid(ChangeAction.Changed),
        Invalid(ChangeAction.Added) with { When = [Traits.InvalidSunset] },
        Invalid(ChangeAction.Removed) with { When = [Traits.InvalidSunset] },
        new("sunset-added", Aspects.Sunset, ChangeAction.Added, "The {kind} will be removed after {new}, which is too soon", "Clients have less time than they need to change.")
        {
            Always = Breaking,
            When = [Traits.SunsetTooSoon],
        },
        new("sunset-added", Aspects.Sunset, ChangeAction.Added, "The {kind} will be removed after {new}", "Clients should stop using it in time.") { Always = Info },
        new("sunset-earlier", Aspects.Sunset, ChangeAction.Decreased, "The date of the removal changed from {old} to {new}, which is too soon", "Clients have less time than they need to change.")
        {
            Always = Breaking,
            When = [Traits.SunsetTooSoon],
            Aliases = ["operation: api-sunset-date-changed-too-small", "request-{parameter}-sunset-date-changed-too-small"],
        },
        new("sunset-earlier", Aspects.Sunset, ChangeAction.Decreased, "The date of the removal changed to an earlier one, from {old} to {new}", "Clients have less time than they were promised.") { Always = Warning },
        new("sunset-later", Aspects.Sunset, ChangeAction.Increased, "The date of the removal changed to a later one, from {old} to {new}", "Clients have more time.") { Always = Info },
        new("sunset-removed", Aspects.Sunset, ChangeAction.Removed, "The date of the removal ({old}) was removed", "Clients do not know how long they can use it.")
        {
            Always = Breaking,
            Aliases = ["operation: sunset-deleted", "request-{parameter}-sunset-deleted"],
        },

        new("stability-invalid", Aspects.Stability, ChangeAction.Changed, "The stability level is unknown: it was {old}, and is {new}", "Clients do not know what they can rely on.")
        {
            Always = Breaking,
            Aliases = ["api-invalid-stability-level"],
        },
        new("stability-decreased", Aspects.Stability, ChangeAction.Decreased, "The stability level was decreased from {old} to {new}", "Clients were promised more.")
        {
            Always = Breaking,
            Aliases = ["operation: api-stability-decreased", "request-{property}-stability-decreased", "response-{property}-stability-decreased"],
        },
        new("stability-increased", Aspects.Stability, ChangeAction.Increased, "The stability level was increased from {old} to {new}", "Clients are promised more than before.")
        {
            Always = Info,
            Aliases = ["operation: api-stability-increased", "request-{property}-stability-increased", "response-{property}-stability-increased"],
        },
    ];

    private static ChangeRule Invalid(ChangeAction action) =>
        new("sunset-invalid", Aspects.Sunset, action, "The date of the removal is not a date: it was {old}, and is {new}", "Clients do not know how long they can use it.")
        {
            Always = Breaking,
            Aliases = ["operation: api-path-sunset-parse", "request-{parameter}-sunset-parse"],
        };
}
