using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules.Model;

namespace Kiln.Generator.Changes.Rules.Tables;

/// <summary>The parameters of operations. What their values may be is in the tables of schemas.</summary>
internal static class ParameterRules
{
    private const FindingSeverity Breaking = FindingSeverity.Breaking;
    private const FindingSeverity Warning = FindingSeverity.Warning;
    private const FindingSeverity Info = FindingSeverity.Info;

    private const string Sent = "Requests are written in another way.";

    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new("parameter-added", Aspects.Parameter, ChangeAction.Added, "The path parameter '{new}' was added", "Clients do not replace it in the path.")
        {
            Request = Breaking,
            Response = Info,
            When = [Traits.InPath],
            Aliases = ["new-request-path-parameter"],
        },
        new("parameter-added", Aspects.Parameter, ChangeAction.Added, "The required parameter '{new}' was added", "Requests without the parameter are rejected.")
        {
            Request = Breaking,
            Response = Info,
            When = [Traits.Required],
            Aliases = ["path-level: new-required-request-default-parameter-to-existing-path", "!path-level: new-required-request-parameter"],
        },
        new("parameter-added", Aspects.Parameter, ChangeAction.Added, "The parameter '{new}' was added", "Sending it is optional.")
        {
            Always = Info,
            Aliases = ["path-level: new-optional-request-default-parameter-to-existing-path", "!path-level: new-optional-request-parameter"],
        },
        new("parameter-removed-before-sunset", Aspects.Parameter, ChangeAction.Removed, "The parameter '{old}' was removed before the date of its removal", "Requests with the parameter may be rejected.")
        {
            Always = Breaking,
            When = [Traits.BeforeSunset],
            Aliases = ["request-{parameter}-removed-before-sunset"],
        },
        new("parameter-removed", Aspects.Parameter, ChangeAction.Removed, "The parameter '{old}' was removed, and the date of its removal was not a date", "Requests with the parameter may be rejected.")
        {
            Always = Breaking,
            When = [Traits.InvalidSunset],
            Aliases = ["request-{parameter}-sunset-parse"],
        },
        new("deprecated-parameter-removed", Aspects.Parameter, ChangeAction.Removed, "The deprecated parameter '{old}' was removed after the date of its removal", "Clients knew that it would be removed.")
        {
            Always = Info,
            When = [Traits.SunsetPassed],
        },
        new("deprecated-parameter-removed", Aspects.Parameter, ChangeAction.Removed, "The deprecated parameter '{old}' was removed", "Clients knew that it would be removed.")
        {
            Always = Info,
            When = [Traits.Deprecated],
            Aliases = ["request-{parameter}-removed-with-deprecation"],
        },
        new("parameter-removed", Aspects.Parameter, ChangeAction.Removed, "The parameter '{old}' was removed", "The service may ignore it, or reject requests that have it.")
        {
            Always = Warning,
            Aliases = ["request-{parameter}-removed"],
        },
        new("path-parameter-renamed", Aspects.Parameter, ChangeAction.Renamed, "The path parameter '{old}' became '{new}'", "Its name is not sent.")
        {
            Always = Info,
            When = [Traits.InPath],
        },
        new("parameter-renamed", Aspects.Parameter, ChangeAction.Renamed, "The parameter '{old}' became '{new}'", "Clients send it by its old name.")
        {
            Always = Breaking,
            Aliases = ["request-{parameter}-removed"],
        },
        new("became-required", Aspects.Required, ChangeAction.Added, "The parameter '{name}' became required", "Requests without the parameter are rejected.")
        {
            Request = Breaking,
            Response = Info,
            Places = ChangePlaces.Parameter,
            Aliases = ["request-{parameter}-became-required"],
        },
        new("became-optional", Aspects.Required, ChangeAction.Removed, "The parameter '{name}' became optional", "Clients need not send it.")
        {
            Request = Info,
            Response = Breaking,
            Places = ChangePlaces.Parameter,
            Aliases = ["request-{parameter}-became-optional"],
        },
        new("parameter-location-changed", Aspects.ParameterLocation, ChangeAction.Changed, "The parameter '{name}' moved from {old} to {new}", "Clients send it where the service does not look.")
        {
            Always = Breaking,
            Aliases = ["request-{parameter}-removed"],
        },
        new("parameter-style-changed", Aspects.ParameterStyle, ChangeAction.Changed, "The style of the parameter '{name}' changed from {old} to {new}", Sent) { Always = Breaking },
        new("allow-reserved-added", Aspects.AllowReserved, ChangeAction.Added, "Reserved characters of the parameter '{name}' are no longer escaped", Sent) { Always = Warning },
        new("allow-reserved-removed", Aspects.AllowReserved, ChangeAction.Removed, "Reserved characters of the parameter '{name}' are escaped", Sent) { Always = Warning },
        new("allow-empty-value-added", Aspects.AllowEmptyValue, ChangeAction.Added, "The parameter '{name}' may be empty", "Clients may leave out its value.") { Request = Info, Response = Warning },
        new("allow-empty-value-removed", Aspects.AllowEmptyValue, ChangeAction.Removed, "The parameter '{name}' must not be empty", "Requests without its value are rejected.") { Request = Breaking, Response = Info },
    ];
}
