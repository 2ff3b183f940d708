using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules.Model;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Changes.Rules.Tables;

/// <summary>Which properties objects have, and which of them are required.</summary>
internal static class PropertyRules
{
    private const FindingSeverity Breaking = FindingSeverity.Breaking;
    private const FindingSeverity Warning = FindingSeverity.Warning;
    private const FindingSeverity Info = FindingSeverity.Info;

    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new("property-added", Aspects.Property, ChangeAction.Added, "The required property '{new}' was added", "Requests without the property are rejected; in responses it is always there.")
        {
            Request = Breaking,
            Response = Info,
            When = [Traits.Required],
            Aliases =
            [
                "has-default: new-required-request-{property}-with-default",
                "!has-default: new-required-request-{property}",
                "new-required-request-{header-property}",
                "response-required-property-added",
            ],
            UnsentAliases = ["response-required-write-only-property-added"],
        },
        new("property-added", Aspects.Property, ChangeAction.Added, "The property '{new}' was added", "Sending it is optional, and clients can ignore it.")
        {
            Request = Info,
            Response = Info,
            Aliases = ["new-optional-request-{property}", "response-optional-property-added"],
            UnsentAliases = ["response-optional-write-only-property-added"],
        },
        new("property-removed", Aspects.Property, ChangeAction.Removed, "The required property '{old}' was removed", "Clients expect it in responses, and the service may ignore it in requests.")
        {
            Request = Warning,
            Response = Breaking,
            When = [Traits.Required],
            Aliases = ["request-{property}-removed", "response-required-property-removed"],
            UnsentAliases = ["response-required-write-only-property-removed"],
        },
        new("property-removed", Aspects.Property, ChangeAction.Removed, "The property '{old}' was removed", "Clients may expect it in responses, and the service may ignore it in requests.")
        {
            Request = Warning,
            Response = Warning,
            Aliases = ["request-{property}-removed", "response-optional-property-removed"],
            UnsentAliases = ["response-optional-write-only-property-removed"],
        },
        new("property-renamed", Aspects.Property, ChangeAction.Renamed, "The property '{old}' was renamed to '{new}'", "Clients send and expect the old name.")
        {
            Request = Breaking,
            Response = Breaking,
            Aliases =
            [
                "request-{property}-removed",
                "required: response-required-property-removed",
                "!required: response-optional-property-removed",
            ],
        },

        new("became-required", Aspects.Required, ChangeAction.Added, "The property '{name}' became required", "Requests without the property are rejected.")
        {
            Request = Breaking,
            Response = Info,
            Aliases =
            [
                "has-default: request-{property}-became-required-with-default",
                "!has-default: request-{property}-became-required",
                "request-{header-property}-became-required",
                "response-property-became-required",
            ],
            UnsentAliases = ["response-write-only-property-became-required"],
        },
        new("became-optional", Aspects.Required, ChangeAction.Removed, "The property '{name}' became optional", "Clients may receive objects without the property.")
        {
            Request = Info,
            Response = Breaking,
            Aliases = ["request-{property}-became-optional", "response-property-became-optional"],
            UnsentAliases = ["response-write-only-property-became-optional"],
        },

        .. Mutability("read-only", Aspects.ReadOnly, "'readOnly'"),
        .. Mutability("write-only", Aspects.WriteOnly, "'writeOnly'"),
    ];

    private static IEnumerable<ChangeRule> Mutability(string id, string aspect, string keyword)
    {
        yield return new($"became-{id}", aspect, ChangeAction.Added, $"The property became {keyword}", "Its values go one way only.")
        {
            Request = Info,
            Response = Info,
            Aliases = Ids("became"),
        };

        // It is required of the service to send what it did not send before, and clients may not expect it.
        yield return new($"became-not-{id}", aspect, ChangeAction.Removed, $"The property is no longer {keyword}", "Its values go both ways.")
        {
            Request = Info,
            Response = aspect == Aspects.WriteOnly ? Warning : Info,
            When = [Traits.Required],
            Aliases = [$"request-required-property-became-not-{id}", $"response-required-property-became-not-{id}"],
        };
        yield return new($"became-not-{id}", aspect, ChangeAction.Removed, $"The property is no longer {keyword}", "Its values go both ways.")
        {
            Request = Info,
            Response = Info,
            Aliases = [$"request-optional-property-became-not-{id}", $"response-optional-property-became-not-{id}"],
        };

        EquatableArray<string> Ids(string verb) =>
        [
            $"required: request-required-property-{verb}-{id}",
            $"!required: request-optional-property-{verb}-{id}",
            $"required: response-required-property-{verb}-{id}",
            $"!required: response-optional-property-{verb}-{id}",
        ];
    }
}
