namespace Kiln.Generator.Shapes.Naming;

/// <summary>Names that the document may not take, because emitted code means something else by them.</summary>
internal static class ReservedNames
{
    /// <summary>Types that emitted code names without their namespace, and the namespaces that they stand in.</summary>
    public static IReadOnlyCollection<string> Types { get; } = (HashSet<string>)
    [
        "System", "Microsoft", "Kiln", "Models",
        "Action", "Func", "Task", "CancellationToken", "List", "Dictionary", "IDictionary", "IReadOnlyList", "Stream", "JsonElement", "Obsolete", "GeneratedCode", "GeneratedCodeAttribute", "SetsRequiredMembers", "SetsRequiredMembersAttribute",
        "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Guid", "Uri", "UriKind", "IPAddress", "Object", "String", "Exception", "Attribute", "Type", "Enum",
        "IParsable", "IParseNode", "ISerializationWriter", "IAdditionalDataHolder", "IRequestAdapter", "RequestConfiguration", "CallConfiguration", "RequestInformation",
        "Method", "DefaultQueryParameters", "RequestBuilder",
        "WireType", "WireFields", "WireReader", "WireWriter", "JsonLiteral", "WireModel", "IWireModel", "IWireEnum", "WireUnion", "IWireUnion", "UnionCases", "UnionRule", "BodyType", "NoContent", "Response", "ResponseHeaders", "ResponseMap", "ResponseStream", "ResponseCase", "IStatusResult", "TypedHeaders", "ErrorBody",
        "ResponseDetails", "ServiceException", "Pages", "PagingContract", "PagingMethod", "IAsyncEnumerable", "FilePart", "MultipartForm", "MultipartParts", "JsonPatch", "XmlBody", "ParameterStyle", "PathText", "UrlBuilder", "IQueryParameters", "IHeaderParameters", "KilnDefaults", "TResult",
        "EventStream", "EventStreamType", "EventEnvelope", "ItemStream", "ItemStreamType", "ItemStreamFormat",
    ];

    /// <summary>Types that the files by which a client is made name without their namespace. Those files name no models, so only the namespace of the client keeps clear of them.</summary>
    public static IReadOnlyCollection<string> ClientTypes { get; } = (HashSet<string>)
    [
        "ValueTask", "IEnumerable", "X509Certificate2", "OAuth2Options", "DeviceCodePrompt", "ServerUrl", "ServerVariable", "SecurityAlternative",
        "ApiKeyScheme", "ApiKeyLocation", "HttpScheme", "OAuth2Scheme", "OpenIdConnectScheme", "MutualTlsScheme",
    ];

    /// <summary>Members that every object has.</summary>
    public static IReadOnlyCollection<string> ObjectMembers { get; } = (HashSet<string>)
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    /// <summary>Members of a model, and the types and parameters that its members name in expressions.</summary>
    public static IReadOnlyCollection<string> ModelMembers { get; } = (HashSet<string>)
        ["AdditionalData", "AssignRequired", "AssignNullable", "ReadField", "WriteFields", "Fields", "CreateFromDiscriminatorValue", "GetFieldDeserializers", "Serialize", "WireType", "WireUnion", "IWireModel", "UriKind", "JsonLiteral", "field", "group", "reader", "writer"];

    /// <summary>Members of an enum's struct.</summary>
    public static IReadOnlyCollection<string> EnumMembers { get; } = (HashSet<string>) ["Value", "KnownValues", "FromValue", "Deconstruct", "PrintMembers", "EqualityContract", "WireType", "JsonLiteral"];

    /// <summary>Members of a union, and the types that its members name in expressions.</summary>
    public static IReadOnlyCollection<string> UnionMembers { get; } = (HashSet<string>)
        ["Value", "Json", "Index", "Empty", "As", "AsValue", "Match", "Cases", "Identified", "WireType", "UnionRule", "JsonElement", "TResult"];

    /// <summary>Members of a multipart form, and the types and parameters that its members name in expressions.</summary>
    public static IReadOnlyCollection<string> FormMembers { get; } = (HashSet<string>) ["Add", "AddTo", "HeadersOf", "WireType", "ParameterStyle", "JsonLiteral", "parts"];

    /// <summary>Members of the class of a response's headers, and the types that its members name in expressions.</summary>
    public static IReadOnlyCollection<string> HeadersMembers { get; } = (HashSet<string>) ["All", "WireType"];

    /// <summary>Members of the class of an operation's results, and the types and parameters that its members name in expressions.</summary>
    public static IReadOnlyCollection<string> ResultMembers { get; } = (HashSet<string>) ["StatusCode", "Match", "Body", "BodyType", "ResponseCase", "WireType", "TResult", "InvalidOperationException"];

    /// <summary>The parameters of the methods of such a class.</summary>
    public static IReadOnlyCollection<string> ResultLocals { get; } = (HashSet<string>) ["statusCode", "otherwise", "received", "body", "result"];

    /// <summary>What the members of a query name in expressions: types, and their own parameters.</summary>
    public static IReadOnlyCollection<string> QueryMembers { get; } = (HashSet<string>) ["WireType", "ParameterStyle", "url", "request"];

    /// <summary>Parameters and variables of a builder's methods.</summary>
    public static IReadOnlyCollection<string> Locals { get; } = (HashSet<string>)
    [
        "body", "contentType", "configure", "cancellationToken", "request", "information", "cursor", "page", "counted", "requestAdapter",
    ];

    /// <summary>What the members of the class that makes credentials name in expressions.</summary>
    public static IReadOnlyCollection<string> CredentialMembers { get; } = (HashSet<string>) ["Credential"];

    /// <summary>What the fields of schemes and requirements name in expressions.</summary>
    public static IReadOnlyCollection<string> SecurityMembers { get; } = (HashSet<string>) ["ApiKeyLocation"];

    /// <summary>What the members of the class that makes the URLs of servers name in expressions.</summary>
    public static IReadOnlyCollection<string> ServerMembers { get; } = (HashSet<string>) ["ServerUrl", "ServerVariable"];

    /// <summary>Members of a request builder, and the types that its members name in expressions.</summary>
    public static IReadOnlyCollection<string> BuilderMembers { get; } = (HashSet<string>)
    [
        "PathParameters", "RequestAdapter", "UrlTemplate", "WithUrl", "CreateRequest", "CreateRequestWithHeaders", "UrlFor", "RequireArgument", "SendAsync", "SendWithResponseAsync", "SendForHeadersAsync", "WithDefaultBaseUrl", "Item",
        "Method", "WireType", "ParameterStyle", "PathText", "BodyType", "ErrorBody", "PagingMethod", "KilnDefaults", "SecurityRequirement", "CreateAdapter", "EventEnvelope", "ItemStreamFormat",
    ];
}
