using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules.Model;

namespace Kiln.Generator.Changes.Rules.Tables;

/// <summary>The bodies of requests, responses with their headers, and media types.</summary>
internal static class BodyRules
{
    private const FindingSeverity Breaking = FindingSeverity.Breaking;
    private const FindingSeverity Warning = FindingSeverity.Warning;
    private const FindingSeverity Info = FindingSeverity.Info;

    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new("request-body-added", Aspects.RequestBody, ChangeAction.Added, "A required request body was added", "Requests without a body are rejected.")
        {
            Request = Breaking,
            Response = Info,
            When = [Traits.Required],
            Aliases = ["request-body-added-required"],
        },
        new("request-body-added", Aspects.RequestBody, ChangeAction.Added, "An optional request body was added", "Sending it is optional.") { Always = Info, Aliases = ["request-body-added-optional"] },
        new("request-body-removed", Aspects.RequestBody, ChangeAction.Removed, "The request body was removed", "Requests with a body may be rejected.") { Always = Breaking, Aliases = ["request-body-removed"] },
        new("request-body-became-required", Aspects.RequestBodyRequired, ChangeAction.Added, "The request body became required", "Requests without a body are rejected.")
        {
            Request = Breaking,
            Response = Info,
            Aliases = ["request-body-became-required"],
        },
        new("request-body-became-optional", Aspects.RequestBodyRequired, ChangeAction.Removed, "The request body became optional", "Sending it is optional.")
        {
            Request = Info,
            Response = Breaking,
            Aliases = ["request-body-became-optional"],
        },

        new("media-type-added", Aspects.MediaType, ChangeAction.Added, "The media type {new} was added", "Clients that do not ask for it can ignore it.")
        {
            Always = Info,
            Aliases = ["request-{body}-media-type-added", "response-media-type-added"],
        },
        new("media-type-removed", Aspects.MediaType, ChangeAction.Removed, "The media type {old} was removed", "Clients that send or expect it stop working.")
        {
            Always = Breaking,
            Aliases = ["request-{body}-media-type-removed", "response-media-type-removed"],
        },
        new("media-type-changed", Aspects.MediaType, ChangeAction.Changed, "The media type {old} became {new}", "Its parameters are others.")
        {
            Request = Warning,
            Response = Info,
            Aliases = ["response-media-type-name-changed"],
        },
        new("media-type-widened", Aspects.MediaType, ChangeAction.Widened, "The media type {old} was widened to {new}", "Responses may have media types that clients do not know.")
        {
            Request = Info,
            Response = Breaking,
            Aliases = ["response-media-type-name-generalized"],
        },
        new("media-type-narrowed", Aspects.MediaType, ChangeAction.Narrowed, "The media type {old} was narrowed to {new}", "Requests of other media types are rejected.")
        {
            Request = Breaking,
            Response = Info,
            Aliases = ["response-media-type-name-specialized"],
        },
        .. SchemaOf(Aspects.MediaTypeSchema, "media-type-schema", "body"),
        .. SchemaOf(Aspects.ItemSchema, "item-schema", "items"),
        .. Encoding(),

        new("response-added", Aspects.Response, ChangeAction.Added, "The response {new} was added", "Clients may receive a status of success that they do not know.")
        {
            Always = Info,
            When = [Traits.Success],
            Aliases = ["response-success-status-added"],
        },
        new("response-added", Aspects.Response, ChangeAction.Added, "The response {new} was added", "Clients treat an unknown status as an error.") { Always = Info, Aliases = ["response-non-success-status-added"] },
        new("response-removed", Aspects.Response, ChangeAction.Removed, "The response {old} was removed", "Clients no longer receive it.")
        {
            Always = Breaking,
            When = [Traits.Success],
            Aliases = ["response-success-status-removed"],
        },
        new("response-removed", Aspects.Response, ChangeAction.Removed, "The response {old} was removed", "Clients no longer receive it.") { Always = Info, Aliases = ["response-non-success-status-removed"] },

        new("response-header-added", Aspects.ResponseHeader, ChangeAction.Added, "The header '{new}' was added", "Clients can ignore it.") { Always = Info, Aliases = ["response-header-added"] },
        new("response-header-removed", Aspects.ResponseHeader, ChangeAction.Removed, "The required header '{old}' was removed", "Clients expect it.")
        {
            Always = Breaking,
            When = [Traits.Required],
            Aliases = ["required-response-header-removed"],
        },
        new("response-header-removed", Aspects.ResponseHeader, ChangeAction.Removed, "The header '{old}' was removed", "Clients may expect it.") { Always = Warning, Aliases = ["optional-response-header-removed"] },
        new("response-header-renamed", Aspects.ResponseHeader, ChangeAction.Renamed, "The header '{old}' became '{new}'", "Clients read it by its old name.") { Always = Breaking },
        new("became-required", Aspects.Required, ChangeAction.Added, "The header '{name}' became required", "It is always there.") { Response = Info, Places = ChangePlaces.Header },
        new("became-optional", Aspects.Required, ChangeAction.Removed, "The header '{name}' became optional", "Clients may not receive it.")
        {
            Response = Breaking,
            Places = ChangePlaces.Header,
            Aliases = ["response-header-became-optional"],
        },
    ];

    private static IEnumerable<ChangeRule> SchemaOf(string aspect, string id, string name)
    {
        var isKnown = aspect == Aspects.MediaTypeSchema;
        yield return new($"{id}-added", aspect, ChangeAction.Added, $"A schema of the {name} was added", "Requests that do not match it are rejected.")
        {
            Request = Breaking,
            Response = Info,
            Aliases = isKnown ? ["request-{body}-media-type-schema-added", "response-{body}-media-type-schema-added"] : [],
        };
        yield return new($"{id}-removed", aspect, ChangeAction.Removed, $"The schema of the {name} was removed", "Clients no longer know what they receive.")
        {
            Request = Info,
            Response = Warning,
            Aliases = isKnown ? ["request-{body}-media-type-schema-removed", "response-{body}-media-type-schema-removed"] : [],
        };
    }

    private static IEnumerable<ChangeRule> Encoding() =>
    [
        new("encoding-changed", Aspects.Encoding, ChangeAction.Added, "The encoding {new} was added to a part of the body", "It is written in another way.") { Always = Warning },
        new("encoding-changed", Aspects.Encoding, ChangeAction.Changed, "The encoding of a part of the body changed from {old} to {new}", "It is written in another way.") { Always = Warning },
        new("encoding-changed", Aspects.Encoding, ChangeAction.Removed, "The encoding {old} of a part of the body was removed", "It is written in another way.") { Always = Warning },
    ];
}
