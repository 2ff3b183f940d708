using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules.Model;

namespace Kiln.Generator.Changes.Rules.Tables;

/// <summary>Types, formats, whether null is allowed, and what a string contains.</summary>
internal static class TypeRules
{
    private const FindingSeverity Breaking = FindingSeverity.Breaking;
    private const FindingSeverity Warning = FindingSeverity.Warning;
    private const FindingSeverity Info = FindingSeverity.Info;

    // oasdiff has one id for both directions of a change that clients do not survive.
    private const string RequestChanged = "request-{body,property,parameter}-type-changed";
    private const string RequestWidened = "request-{body,property,parameter,parameter-property}-type-generalized";
    private const string ParameterPropertyNarrowed = "request-{parameter-property}-type-specialized";
    private const string ResponseChanged = "response-{body,property,header}-type-changed";
    private const string ResponseWidened = "response-{body,property,header}-type-generalized";
    private const string ResponseNarrowed = "response-{body,property,header}-type-specialized";

    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        // A parameter that becomes a string takes all that was sent before, and a header that was a string can still be read as one.
        new("type-changed", Aspects.Type, ChangeAction.Changed, "The type changed from {old} to {new}", "In text, any value is a string.")
        {
            Request = Info,
            Places = ChangePlaces.Parameter,
            To = "string",
            Aliases = ["request-{parameter}-type-generalized"],
        },
        new("type-changed", Aspects.Type, ChangeAction.Changed, "The type changed from {old} to {new}", "In text, any value is a string.")
        {
            Response = Info,
            Places = ChangePlaces.Header,
            From = "string",
            Aliases = ["response-{header}-type-compatible"],
        },
        new("type-changed", Aspects.Type, ChangeAction.Changed, "The type changed from {old} to {new}", "In text and forms, any value is a string.")
        {
            Request = Info,
            To = "string",
            When = [Traits.TextOnly],
            Aliases = ["request-{body,property}-type-compatible"],
        },
        new("type-changed", Aspects.Type, ChangeAction.Changed, "The type changed from {old} to {new}", "In text and forms, any value is a string.")
        {
            Response = Info,
            From = "string",
            When = [Traits.TextOnly],
            Aliases = ["response-{body,property}-type-compatible"],
        },
        new("type-changed", Aspects.Type, ChangeAction.Changed, "The type changed from {old} to {new}", "How parameters are written decides whether the old values are still accepted.")
        {
            Request = Warning,
            Places = ChangePlaces.ParameterProperty,
            Aliases = ["request-{parameter-property}-type-changed"],
        },
        new("type-changed", Aspects.Type, ChangeAction.Changed, "The type changed from {old} to {new}", "Values have another type than clients send or expect.")
        {
            Request = Breaking,
            Response = Breaking,
            Aliases = [RequestChanged, ResponseChanged],
        },
        new("type-widened", Aspects.Type, ChangeAction.Widened, "The type was widened from {old} to {new}", "Values may have types that they did not have before.")
        {
            Request = Info,
            Response = Breaking,
            Aliases = [RequestWidened, ResponseWidened],
        },
        new("type-narrowed", Aspects.Type, ChangeAction.Narrowed, "The type was narrowed from {old} to {new}", "Values of some types are no longer accepted.")
        {
            Request = Breaking,
            Response = Info,
            Aliases = [RequestChanged, ParameterPropertyNarrowed, ResponseNarrowed],
        },
        new("list-of-types-widened", Aspects.ListOfTypes, ChangeAction.Widened, "The list of types was widened from {old} to {new}", "Values may have types that they did not have before.")
        {
            Request = Info,
            Response = Breaking,
            Aliases = ["request-{body,property,parameter,parameter-property}-list-of-types-widened", "response-{body,property}-list-of-types-widened"],
        },
        new("list-of-types-narrowed", Aspects.ListOfTypes, ChangeAction.Narrowed, "The list of types was narrowed from {old} to {new}", "Values of some types are no longer accepted.")
        {
            Request = Breaking,
            Response = Info,
            Aliases = ["request-{body,property,parameter,parameter-property}-list-of-types-narrowed", "response-{body,property}-list-of-types-narrowed"],
        },
        new("list-of-types-changed", Aspects.ListOfTypes, ChangeAction.Changed, "The list of types changed from {old} to {new}", "Some types are gone, and others are new.")
        {
            Request = Breaking,
            Response = Breaking,
            Aliases = ["request-{body,property,parameter,parameter-property}-list-of-types-narrowed", "response-{body,property}-list-of-types-widened"],
        },

        new("format-changed", Aspects.Format, ChangeAction.Changed, "The format changed from {old} to {new}", "Values have another format than clients send or expect.")
        {
            Request = Breaking,
            Response = Breaking,
            Aliases = [RequestChanged, ResponseChanged],
        },
        new("format-widened", Aspects.Format, ChangeAction.Widened, "The format was widened from {old} to {new}", "Values may be larger or more precise than before.")
        {
            Request = Info,
            Response = Breaking,
            Aliases = [RequestWidened, ResponseChanged],
        },
        new("format-narrowed", Aspects.Format, ChangeAction.Narrowed, "The format was narrowed from {old} to {new}", "Values that do not fit are no longer accepted.")
        {
            Request = Breaking,
            Response = Info,
            Aliases = [RequestChanged, ParameterPropertyNarrowed, ResponseNarrowed],
        },
        new("format-added", Aspects.Format, ChangeAction.Added, "The format {new} was added", "Values without the format are no longer accepted.")
        {
            Request = Breaking,
            Response = Info,
            Aliases = [RequestChanged, ParameterPropertyNarrowed, ResponseNarrowed],
        },
        new("format-removed", Aspects.Format, ChangeAction.Removed, "The format {old} was removed", "Values may have any format.")
        {
            Request = Info,
            Response = Breaking,
            Aliases = [RequestWidened, ResponseChanged],
        },

        new("became-nullable", Aspects.Nullable, ChangeAction.Added, "Null became a valid value", "Clients may receive null.")
        {
            Request = Info,
            Response = Breaking,
            Aliases = ["request-{body,property,parameter,parameter-property}-became-nullable", "response-{body,property,header}-became-nullable"],
        },
        new("became-not-nullable", Aspects.Nullable, ChangeAction.Removed, "Null is no longer a valid value", "Requests with null are rejected.")
        {
            Request = Breaking,
            Response = Info,
            Aliases = ["request-{body,property,parameter,parameter-property}-became-not-nullable", "response-{body,property,header}-became-not-nullable"],
        },

        .. Content("content-encoding", Aspects.ContentEncoding, "content encoding"),
        .. Content("content-media-type", Aspects.ContentMediaType, "media type of the content"),
        new("content-schema-added", Aspects.ContentSchema, ChangeAction.Added, "A schema of the content was added", "The content has to match a schema.")
        {
            Request = Breaking,
            Response = Info,
            Aliases = ["request-{body,property}-content-schema-added", "response-{body,property}-content-schema-added"],
        },
        new("content-schema-removed", Aspects.ContentSchema, ChangeAction.Removed, "The schema of the content was removed", "The content may be anything.")
        {
            Request = Info,
            Response = Breaking,
            Aliases = ["request-{body,property}-content-schema-removed", "response-{body,property}-content-schema-removed"],
        },
        new("content-schema-changed", Aspects.ContentSchema, ChangeAction.Changed, "The schema of the content changed", "The content has to match another schema.")
        {
            Request = Warning,
            Response = Warning,
        },
    ];

    private static IEnumerable<ChangeRule> Content(string id, string aspect, string name)
    {
        return
        [
            Rule(ChangeAction.Changed, $"The {name} changed from {{old}} to {{new}}"),
            Rule(ChangeAction.Added, $"The {name} {{new}} was added"),
            Rule(ChangeAction.Removed, $"The {name} {{old}} was removed"),
        ];

        ChangeRule Rule(ChangeAction action, string message) =>
            new($"{id}-changed", aspect, action, message, "The content of a string is written in another way.")
            {
                Request = Breaking,
                Response = Breaking,
                Aliases = [$"request-{{body,property}}-{id}-changed", $"response-{{body,property}}-{id}-changed"],
            };
    }
}
