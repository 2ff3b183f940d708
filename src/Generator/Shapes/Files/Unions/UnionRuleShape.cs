using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>How the cases of a union are distinguished: the rules of <c>Kiln.Generator.Api</c> with the emitted cases in place of the document's.</summary>
internal abstract record UnionRuleShape;

/// <summary>A case, by its index among the emitted ones; <see langword="null"/> where the value stays JSON.</summary>
internal sealed record CaseRuleShape(int? Index) : UnionRuleShape;

/// <summary>By the kind of the JSON value.</summary>
/// <example><c>{"type": ["string", "object"]}</c> has a rule for strings and one for objects.</example>
internal sealed record KindRuleShape(
    UnionRuleShape? String, UnionRuleShape? Number, UnionRuleShape? Boolean, UnionRuleShape? Array, UnionRuleShape? Object) : UnionRuleShape;

/// <summary>By the value itself.</summary>
internal sealed record ValueRuleShape(EquatableArray<ValueChoiceShape> Values, UnionRuleShape? Otherwise) : UnionRuleShape;

/// <summary>By the value of a property, such as a discriminator.</summary>
internal sealed record PropertyRuleShape(string WireName, EquatableArray<ValueChoiceShape> Values, UnionRuleShape? Otherwise, UnionRuleShape? Missing) : UnionRuleShape;

/// <summary>By the kind of a property's value.</summary>
internal sealed record PropertyKindRuleShape(string WireName, KindRuleShape Kinds) : UnionRuleShape;

/// <summary>By the properties that are present.</summary>
internal sealed record KeysRuleShape(EquatableArray<KeysChoiceShape> Choices, UnionRuleShape? Otherwise) : UnionRuleShape;

/// <summary>By the first item of an array.</summary>
internal sealed record FirstItemRuleShape(UnionRuleShape Item, CaseRuleShape Empty) : UnionRuleShape;

/// <summary>A value, and the rule that follows from it.</summary>
/// <example><c>("cat", new CaseRuleShape(0))</c></example>
internal sealed record ValueChoiceShape(string Wire, UnionRuleShape Then);

/// <summary>Properties, and the rule that follows if all or any of them are present.</summary>
internal sealed record KeysChoiceShape(EquatableArray<string> Keys, bool NeedsAll, UnionRuleShape Then);
