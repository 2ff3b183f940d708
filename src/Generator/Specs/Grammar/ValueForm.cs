namespace Kiln.Generator.Specs.Grammar;

/// <summary>The form that the value of a key must have.</summary>
internal enum ValueForm
{
    /// <summary>Anything.</summary>
    Any,
    StringValue,
    BooleanValue,
    /// <summary>A number in the range of <see cref="decimal"/>.</summary>
    NumberValue,
    /// <summary>An integer in the range of <see cref="int"/>.</summary>
    IntegerValue,
    /// <summary>Up to OpenAPI 3.0 whether a limit is exclusive, since 3.1 the limit.</summary>
    BooleanOrNumber,
    /// <summary>One type, or since OpenAPI 3.1 a list of types.</summary>
    StringOrList,
    StringList,
    StringMap,
    /// <summary>A list of any values.</summary>
    AnyList,
    /// <summary>A map of any values.</summary>
    AnyMap,
    ObjectValue,
    ObjectOrBoolean,
    ObjectOrString,
    ObjectOrList,
    ObjectList,
    /// <summary>A map from names that the document defines to objects.</summary>
    ObjectMap,
    /// <summary>A map from paths, status codes or expressions to objects, which may also have extensions.</summary>
    PatternedMap,
}
