using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>How the cases of a <see cref="UnionSchema"/> are distinguished in JSON: one of the records derived from this, which contain each other.</summary>
internal abstract record UnionRule
{
    private protected UnionRule()
    {
    }
}

/// <summary>The value is of this case.</summary>
/// <param name="Case">The index of the case.</param>
internal sealed record CaseRule(int Case) : UnionRule;

/// <summary>Nothing distinguishes the cases: the value is exposed as JSON.</summary>
internal sealed record AmbiguousRule : UnionRule;

/// <summary>The JSON kind decides; <see langword="null"/> where no case is of that kind.</summary>
/// <example>A string or an object.</example>
internal sealed record KindRule(UnionRule? String, UnionRule? Number, UnionRule? Boolean, UnionRule? Array, UnionRule? Object) : UnionRule;

/// <summary>The value itself decides: a string, number or boolean that only one case has.</summary>
/// <param name="Values">The values that the document names.</param>
/// <param name="Otherwise">The rule for another value; <see langword="null"/> for a case that the document does not know.</param>
internal sealed record ValueRule(EquatableArray<UnionValue> Values, UnionRule? Otherwise) : UnionRule;

/// <summary>The value of a property decides: a discriminator, or a property that is constant in each case.</summary>
/// <param name="WireName">The property.</param>
/// <param name="Values">The values that the document names.</param>
/// <param name="Otherwise">The rule for an object with another value; <see langword="null"/> for a case that the document does not know.</param>
/// <param name="Missing">The rule for an object without the property; <see langword="null"/> for no case.</param>
internal sealed record PropertyRule(string WireName, EquatableArray<UnionValue> Values, UnionRule? Otherwise, UnionRule? Missing) : UnionRule;

/// <summary>A value and the rule that it leads to.</summary>
/// <param name="Wire">The string; of a number or boolean, its JSON.</param>
/// <param name="Then">The rule.</param>
internal sealed record UnionValue(string Wire, UnionRule Then);

/// <summary>The JSON kind of a property's value decides.</summary>
/// <param name="WireName">The property.</param>
/// <param name="Kinds">The rule for each kind.</param>
internal sealed record PropertyKindRule(string WireName, KindRule Kinds) : UnionRule;

/// <summary>The properties that are present decide; the first choice that fits counts.</summary>
/// <param name="Choices">In the order in which they are tried.</param>
/// <param name="Otherwise">The rule for an object that none fits; <see langword="null"/> for a case that the document does not know.</param>
internal sealed record RequiredKeysRule(EquatableArray<UnionKeys> Choices, UnionRule? Otherwise) : UnionRule;

/// <summary>Properties whose presence decides.</summary>
/// <param name="Keys">Their names.</param>
/// <param name="NeedsAll">Whether all must be present, or one is enough.</param>
/// <param name="Then">The rule that they lead to.</param>
internal sealed record UnionKeys(EquatableArray<string> Keys, bool NeedsAll, UnionRule Then);

/// <summary>The first item of an array decides.</summary>
/// <param name="Item">The rule for the item.</param>
/// <param name="Empty">The index of the case of an empty array.</param>
internal sealed record ItemRule(UnionRule Item, int Empty) : UnionRule;
