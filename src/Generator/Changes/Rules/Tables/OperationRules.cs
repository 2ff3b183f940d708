using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules.Model;

namespace Kiln.Generator.Changes.Rules.Tables;

/// <summary>Operations, what they are called, and what the service calls: webhooks and callbacks.</summary>
internal static class OperationRules
{
    private const FindingSeverity Breaking = FindingSeverity.Breaking;
    private const FindingSeverity Warning = FindingSeverity.Warning;
    private const FindingSeverity Info = FindingSeverity.Info;

    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new("operation-added", Aspects.Operation, ChangeAction.Added, "The operation was added", "Clients can call it.") { Always = Info, Aliases = ["endpoint-added"] },
        new("operation-removed-before-sunset", Aspects.Operation, ChangeAction.Removed, "The operation was removed before the date of its removal", "Clients that call it stop working.")
        {
            Always = Breaking,
            When = [Traits.BeforeSunset],
            Aliases = ["whole-path: api-path-removed-before-sunset", "!whole-path: api-removed-before-sunset"],
        },
        new("operation-removed", Aspects.Operation, ChangeAction.Removed, "The operation was removed, and the date of its removal was not a date", "Clients that call it stop working.")
        {
            Always = Breaking,
            When = [Traits.InvalidSunset],
            Aliases = ["api-path-sunset-parse"],
        },
        new("operation-removed", Aspects.Operation, ChangeAction.Removed, "The operation was removed, and its stability level was unknown", "Clients that call it stop working.")
        {
            Always = Breaking,
            When = [Traits.InvalidStability],
            Aliases = ["api-invalid-stability-level"],
        },
        new("deprecated-operation-removed", Aspects.Operation, ChangeAction.Removed, "The deprecated operation was removed after the date of its removal", "Clients knew that it would be removed.")
        {
            Always = Info,
            When = [Traits.SunsetPassed],
        },
        new("deprecated-operation-removed", Aspects.Operation, ChangeAction.Removed, "The deprecated operation was removed", "Clients knew that it would be removed.")
        {
            Always = Info,
            When = [Traits.Deprecated],
            Aliases = ["whole-path: api-path-removed-with-deprecation", "!whole-path: api-removed-with-deprecation"],
        },
        new("unstable-operation-removed", Aspects.Operation, ChangeAction.Removed, "The operation, of which nothing was promised, was removed", "Its stability level was draft or alpha.")
        {
            Always = Info,
            When = [Traits.Unstable],
        },
        new("operation-removed", Aspects.Operation, ChangeAction.Removed, "The operation was removed", "Clients that call it stop working.")
        {
            Always = Breaking,
            Aliases = ["whole-path: api-path-removed-without-deprecation", "!whole-path: api-removed-without-deprecation"],
        },
        new("operation-moved", Aspects.Operation, ChangeAction.Renamed, "The operation {old} became {new}", "Clients call it by its old method and path.")
        {
            Always = Breaking,
            Aliases = ["whole-path: api-path-removed-without-deprecation", "!whole-path: api-removed-without-deprecation", "endpoint-added"],
        },

        new("operation-id-added", Aspects.OperationId, ChangeAction.Added, "The operation id '{new}' was added", "It names methods of the SDK.") { Always = Info, Aliases = ["api-operation-id-added"] },
        new("operation-id-renamed", Aspects.OperationId, ChangeAction.Renamed, "The operation id '{old}' became '{new}'", "It names methods of the SDK.")
        {
            Always = Info,
            Aliases = ["api-operation-id-removed"],
        },
        new("operation-id-removed", Aspects.OperationId, ChangeAction.Removed, "The operation id '{old}' was removed", "It named methods of the SDK.")
        {
            Always = Info,
            Aliases = ["api-operation-id-removed"],
        },
        new("tag-added", Aspects.Tag, ChangeAction.Added, "The tag '{new}' was added", "It groups operations for people.") { Always = Info, Aliases = ["api-tag-added"] },
        new("tag-removed", Aspects.Tag, ChangeAction.Removed, "The tag '{old}' was removed", "It grouped operations for people.") { Always = Info, Aliases = ["api-tag-removed"] },

        new("webhook-added", Aspects.Webhook, ChangeAction.Added, "The webhook '{new}' was added", "The service may send it.") { Always = Info, Aliases = ["webhook-added"] },
        new("webhook-renamed", Aspects.Webhook, ChangeAction.Renamed, "The webhook '{old}' became '{new}'", "Its name is not sent.") { Always = Info },
        new("webhook-removed", Aspects.Webhook, ChangeAction.Removed, "The webhook '{old}' was removed", "Clients no longer receive it.") { Always = Breaking, Aliases = ["webhook-removed"] },
        new("callback-added", Aspects.Callback, ChangeAction.Added, "The callback '{new}' was added", "The service may send it.") { Always = Info },
        new("callback-changed", Aspects.Callback, ChangeAction.Changed, "The callback '{name}' changed", "The service may send it in another way.") { Always = Warning },
        new("callback-renamed", Aspects.Callback, ChangeAction.Renamed, "The callback '{old}' became '{new}'", "Its name is not sent.") { Always = Info },
        new("callback-removed", Aspects.Callback, ChangeAction.Removed, "The callback '{old}' was removed", "Clients no longer receive it.") { Always = Breaking },
        new("link-added", Aspects.Link, ChangeAction.Added, "The link '{new}' was added", "It says which operation to call next.") { Always = Info },
        new("link-changed", Aspects.Link, ChangeAction.Changed, "The link '{name}' changed", "It leads to another operation, or with other parameters.") { Always = Warning },
        new("link-removed", Aspects.Link, ChangeAction.Removed, "The link '{old}' was removed", "It said which operation to call next.") { Always = Warning },
    ];
}
