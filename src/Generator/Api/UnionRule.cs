using Kiln.Generator.Collections;

namespace Kiln.Generator.Api;

/// <summary>How the cases of a <see cref="UnionSchema"/> are told apart in JSON: one of the records below, which stand inside each other.</summary>
internal abstract record UnionRule
{
    private protected UnionRule()
    {
    }
}

/// <summary>It is this case.</summary>
/// <param name="Case">Its place among the cases.</param>
internal sealed record CaseRule(int Case) : UnionRule;

/// <summary>It cannot be told: the value stays JSON.</summary>
internal sealed record UnclearRule : UnionRule;

/// <summary>The JSON's kind tells; <see langword="null"/> where no case is of that kind.</summary>
/// <example>A text or an object.</example>
internal sealed record KindRule(UnionRule? Text, UnionRule? Number, UnionRule? Boolean, UnionRule? List, UnionRule? Object) : UnionRule;

/// <summary>The value itself tells: a text, number or boolean that only one case has.</summary>
/// <param name="Values">The values that the document names.</param>
/// <param name="Otherwise">What another value is; <see langword="null"/> for a case that the document does not know.</param>
internal sealed record ValueRule(EquatableArray<UnionValue> Values, UnionRule? Otherwise) : UnionRule;

/// <summary>The value of a field tells: a discriminator, or a field that is constant in each case.</summary>
/// <param name="WireName">The field.</param>
/// <param name="Values">The values that the document names.</param>
/// <param name="Otherwise">What an object without the field, or with another value, is; <see langword="null"/> for a case that the document does not know.</param>
internal sealed record FieldRule(string WireName, EquatableArray<UnionValue> Values, UnionRule? Otherwise) : UnionRule;

/// <summary>A value and what it tells.</summary>
/// <param name="Wire">The text; of a number or boolean, its JSON.</param>
/// <param name="Then">What tells further.</param>
internal sealed record UnionValue(string Wire, UnionRule Then);

/// <summary>The kind of a field's value tells.</summary>
/// <param name="WireName">The field.</param>
/// <param name="Kinds">What each kind tells.</param>
internal sealed record FieldKindRule(string WireName, KindRule Kinds) : UnionRule;

/// <summary>The fields that are there tell; the first choice that fits counts.</summary>
/// <param name="Choices">In the order in which they are tried.</param>
/// <param name="Otherwise">What an object is that none fits; <see langword="null"/> for a case that the document does not know.</param>
internal sealed record KeysRule(EquatableArray<UnionKeys> Choices, UnionRule? Otherwise) : UnionRule;

/// <summary>Fields that tell.</summary>
/// <param name="Keys">Their names.</param>
/// <param name="NeedsAll">Whether all must be there, or one is enough.</param>
/// <param name="Then">What they tell.</param>
internal sealed record UnionKeys(EquatableArray<string> Keys, bool NeedsAll, UnionRule Then);

/// <summary>The first item of a list tells.</summary>
/// <param name="Item">What it tells.</param>
/// <param name="Empty">The case of a list without items.</param>
internal sealed record ItemRule(UnionRule Item, int Empty) : UnionRule;
