namespace Kiln.Generator.Specs.Grammar;

/// <summary>What a key of a node holds.</summary>
internal enum SlotShape
{
    /// <summary>Anything.</summary>
    Any,
    PlainText,
    Flag,
    /// <summary>A number that C#'s <c>decimal</c> can hold.</summary>
    Number,
    /// <summary>A whole number that C#'s <c>int</c> can hold.</summary>
    Count,
    /// <summary>In OpenAPI 3.0 and before whether a limit is exclusive, since 3.1 the limit.</summary>
    FlagOrNumber,
    /// <summary>One type, or since OpenAPI 3.1 a list of types.</summary>
    TextOrTexts,
    Texts,
    TextMap,
    /// <summary>A list of anything.</summary>
    DataList,
    /// <summary>A map of anything.</summary>
    DataMap,
    One,
    OneOrFlag,
    OneOrText,
    OneOrMany,
    Many,
    /// <summary>A map from names that the document chooses.</summary>
    Named,
    /// <summary>A map from paths, status codes or expressions, beside which extensions may stand.</summary>
    Patterned,
}
