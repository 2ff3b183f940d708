namespace Kiln.Generator.Specs.Grammar;

/// <summary>What a node of an OpenAPI document is.</summary>
internal enum SpecKind
{
    /// <summary>A value that OpenAPI does not look into: an example, a default, an extension, an unknown key.</summary>
    Data,
    Document,
    Info,
    Contact,
    License,
    ExternalDocs,
    Tag,
    Server,
    ServerVariable,
    SecurityRequirement,
    Components,
    PathItem,
    Operation,
    Parameter,
    Header,
    RequestBody,
    Response,
    MediaType,
    Encoding,
    Schema,
    Discriminator,
    Xml,
    Example,
    Link,
    Callback,
    SecurityScheme,
    OAuthFlows,
    OAuthFlow,
}

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

/// <summary>What a key of a node holds, and for the shapes that hold nodes, which kind of node.</summary>
internal readonly record struct Slot(SlotShape Shape, SpecKind Kind = SpecKind.Data);
