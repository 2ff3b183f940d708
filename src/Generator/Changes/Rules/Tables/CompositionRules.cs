using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules.Model;

namespace Kiln.Generator.Changes.Rules.Tables;

/// <summary>Subschemas that are combined, and discriminators.</summary>
internal static class CompositionRules
{
    private const FindingSeverity Breaking = FindingSeverity.Breaking;
    private const FindingSeverity Warning = FindingSeverity.Warning;
    private const FindingSeverity Info = FindingSeverity.Info;

    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new("comparison-incomplete", Aspects.ComparisonLimit, ChangeAction.Changed, "The comparison is incomplete: {new}", "What is behind the limit was not compared, and may have changed.")
        {
            Always = Warning,
        },
        new("all-of-added", Aspects.AllOf, ChangeAction.Added, "The subschema {new} was added to 'allOf'", "It restricts no values.")
        {
            Request = Info,
            Response = Info,
            When = [Traits.AnnotationOnly],
            Aliases = ["request-{body,property}-all-of-added-annotation-only", "response-{body,property}-all-of-added-annotation-only"],
        },
        new("all-of-added", Aspects.AllOf, ChangeAction.Added, "The subschema {new} was added to 'allOf'", "Values have to match one more subschema.")
        {
            Request = Breaking,
            Response = Info,
            Aliases = ["request-{body,property}-all-of-added", "response-{body,property}-all-of-added"],
        },
        new("all-of-removed", Aspects.AllOf, ChangeAction.Removed, "The subschema {old} was removed from 'allOf'", "It restricted no values.")
        {
            Request = Info,
            Response = Info,
            When = [Traits.AnnotationOnly],
            Aliases = ["request-{body,property}-all-of-removed-annotation-only", "response-{body,property}-all-of-removed-annotation-only"],
        },
        new("all-of-removed", Aspects.AllOf, ChangeAction.Removed, "The subschema {old} was removed from 'allOf'", "The service may ignore what the subschema described.")
        {
            Request = Warning,
            Response = Info,
            Aliases = ["request-{body,property}-all-of-removed", "response-{body,property}-all-of-removed"],
        },
        new("any-of-added", Aspects.AnyOf, ChangeAction.Added, "The alternative {new} was added to 'anyOf'", "Values may match one more alternative.")
        {
            Request = Info,
            Response = Info,
            Aliases = ["request-{body,property}-any-of-added", "response-{body,property}-any-of-added"],
        },
        new("any-of-removed", Aspects.AnyOf, ChangeAction.Removed, "The alternative {old} was removed from 'anyOf'", "Values of the alternative are no longer accepted.")
        {
            Request = Breaking,
            Response = Info,
            Aliases = ["request-{body,property}-any-of-removed", "response-{body,property}-any-of-removed"],
        },
        new("one-of-added", Aspects.OneOf, ChangeAction.Added, "The alternative {new} was added to 'oneOf'", "Clients may receive a value of an alternative that they do not know.")
        {
            Request = Info,
            Response = Breaking,
            Aliases = ["request-{body,property}-one-of-added", "response-{body,property}-one-of-added"],
        },
        new("one-of-removed", Aspects.OneOf, ChangeAction.Removed, "The alternative {old} was removed from 'oneOf'", "Values of the alternative are no longer accepted.")
        {
            Request = Breaking,
            Response = Info,
            Aliases = ["request-{body,property}-one-of-removed", "response-{body,property}-one-of-removed"],
        },
        new("one-of-became-any-of", Aspects.OneOf, ChangeAction.Changed, "'oneOf' became 'anyOf'", "A value may match several alternatives.")
        {
            Request = Info,
            Response = Info,
            To = "anyOf",
        },
        new("any-of-became-one-of", Aspects.OneOf, ChangeAction.Changed, "'anyOf' became 'oneOf'", "A value that matches several alternatives is rejected.") { Request = Warning, Response = Info },
        new("wrapped-in-one-of", Aspects.WrappedInOneOf, ChangeAction.Added, "The schema became an alternative of a 'oneOf'", "Values may be of other alternatives, and a value must not match two of them.")
        {
            Request = Breaking,
            Response = Breaking,
            Aliases = ["request-{body}-wrapped-in-one-of", "response-{body}-wrapped-in-one-of", "response-{property}-one-of-added"],
        },
        new("unwrapped-from-one-of", Aspects.WrappedInOneOf, ChangeAction.Removed, "The schema is one of the alternatives that 'oneOf' had", "Values of the other alternatives are no longer accepted.")
        {
            Request = Breaking,
            Response = Info,
            Aliases = ["request-{body,property}-one-of-removed", "response-{body,property}-one-of-removed"],
        },

        new("discriminator-added", Aspects.Discriminator, ChangeAction.Added, "The discriminator {new} was added", "Alternatives are found by a property.")
        {
            Request = Info,
            Response = Info,
            Aliases = ["request-{body,property}-discriminator-added", "response-{body,property}-discriminator-added"],
        },
        new("discriminator-removed", Aspects.Discriminator, ChangeAction.Removed, "The discriminator {old} was removed", "Alternatives are no longer found by a property.")
        {
            Request = Info,
            Response = Info,
            Aliases = ["request-{body,property}-discriminator-removed", "response-{body,property}-discriminator-removed"],
        },
        new("discriminator-property-name-changed", Aspects.DiscriminatorPropertyName, ChangeAction.Changed, "The property of the discriminator changed from {old} to {new}", "Alternatives are found by another property.")
        {
            Request = Info,
            Response = Info,
            Aliases = ["request-{body,property}-discriminator-property-name-changed", "response-{body,property}-discriminator-property-name-changed"],
        },
        .. Mapping("added", "added", ChangeAction.Added, "The discriminator value {new} was added"),
        .. Mapping("removed", "deleted", ChangeAction.Removed, "The discriminator value {old} was removed"),
        .. Mapping("changed", "changed", ChangeAction.Changed, "A discriminator value changed from {old} to {new}"),
    ];

    private static IEnumerable<ChangeRule> Mapping(string verb, string alias, ChangeAction action, string message)
    {
        yield return new($"discriminator-mapping-{verb}", Aspects.DiscriminatorMapping, action, message, "Alternatives have other values of the discriminator.")
        {
            Request = Info,
            Response = Info,
            Aliases = [$"request-{{body,property}}-discriminator-mapping-{alias}", $"response-{{body,property}}-discriminator-mapping-{alias}"],
        };
    }
}
