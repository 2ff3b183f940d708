namespace Kiln.Generator.Specs.Grammar;

/// <summary>What a key of a node holds.</summary>
internal enum ValueForm
{
    /// <summary>Anything.</summary>
    Any,
    StringValue,
    BooleanValue,
    /// <summary>A number that C#'s <c>decimal</c> can hold.</summary>
    NumberValue,
    /// <summary>A whole number that C#'s <c>int</c> can hold.</summary>
    IntegerValue,
    /// <summary>In OpenAPI 3.0 and before whether a limit is exclusive, since 3.1 the limit.</summary>
    BooleanOrNumber,
    /// <summary>One type, or since OpenAPI 3.1 a list of types.</summary>
    StringOrList,
    StringList,
    StringMap,
    /// <summary>A list of anything.</summary>
    AnyList,
    /// <summary>A map of anything.</summary>
    AnyMap,
    ObjectValue,
    ObjectOrBoolean,
    ObjectOrString,
    ObjectOrList,
    ObjectList,
    /// <summary>A map from names that the document chooses.</summary>
    ObjectMap,
    /// <summary>A map from paths, status codes or expressions, beside which extensions may stand.</summary>
    PatternedMap,
}
