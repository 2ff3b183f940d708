namespace Kiln.Generator.Specs.Grammar;

/// <summary>The kind of object that a node of an OpenAPI document is.</summary>
internal enum OpenApiObjectKind
{
    /// <summary>A value whose structure OpenAPI does not define: an example, a default, an extension, an unknown key.</summary>
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
