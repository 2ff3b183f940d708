namespace Kiln.Generator.Shapes.Naming;

/// <summary>Names that the document may not take, because emitted code means something else by them.</summary>
internal static class ReservedNames
{
    /// <summary>Types that emitted code names without their namespace, and the namespaces that they stand in.</summary>
    public static IReadOnlyCollection<string> Types { get; } = (HashSet<string>)
    [
        "System", "Microsoft", "Kiln", "Models",
        "Action", "Func", "Task", "CancellationToken", "List", "Dictionary", "IDictionary", "IReadOnlyList", "Stream", "JsonElement", "Obsolete", "GeneratedCode", "GeneratedCodeAttribute",
        "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Guid", "Uri", "UriKind", "IPAddress", "Object", "String", "Exception", "Attribute", "Type", "Enum",
        "IParsable", "IParseNode", "ISerializationWriter", "IAdditionalDataHolder", "IRequestAdapter", "RequestConfiguration", "RequestInformation",
        "Method", "DefaultQueryParameters", "RequestBuilder",
        "WireType", "WireFields", "AssignedFields", "JsonLiteral", "WireModel", "IWireModel", "IWireEnum", "WireUnion", "IWireUnion", "UnionCases", "UnionRule", "BodyType", "NoContent", "Response", "ResponseHeaders", "ErrorMap", "ErrorBody",
        "ResponseDetails", "ServiceException", "Pages", "PagingContract", "ListStyle", "UrlBuilder", "KilnDefaults", "TResult",
    ];

    /// <summary>Members that every object has.</summary>
    public static IReadOnlyCollection<string> ObjectMembers { get; } = (HashSet<string>)
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    /// <summary>Members of a model, and the types that its members name in expressions.</summary>
    public static IReadOnlyCollection<string> ModelMembers { get; } = (HashSet<string>)
        ["AdditionalData", "AssignField", "Fields", "AssignedFields", "CreateFromDiscriminatorValue", "GetFieldDeserializers", "Serialize", "WireType", "WireUnion", "IWireModel", "UriKind", "JsonLiteral"];

    /// <summary>Members of an enum's struct.</summary>
    public static IReadOnlyCollection<string> EnumMembers { get; } = (HashSet<string>) ["Value", "KnownValues", "FromValue", "Deconstruct", "PrintMembers", "EqualityContract", "WireType", "JsonLiteral"];

    /// <summary>Members of a union, and the types that its members name in expressions.</summary>
    public static IReadOnlyCollection<string> UnionMembers { get; } = (HashSet<string>)
        ["Value", "Json", "Index", "Empty", "As", "AsValue", "Match", "Cases", "Identified", "WireType", "UnionRule", "JsonElement", "TResult"];

    /// <summary>Members of the class of a response's headers, and the types that its members name in expressions.</summary>
    public static IReadOnlyCollection<string> HeadersMembers { get; } = (HashSet<string>) ["All", "WireType"];

    /// <summary>Parameters and variables of a builder's methods.</summary>
    public static IReadOnlyCollection<string> Locals { get; } = (HashSet<string>)
    [
        "body", "contentType", "configure", "cancellationToken", "request", "url", "query", "information", "cursor", "page", "counted", "requestAdapter", "rawUrl",
    ];

    /// <summary>Members of a request builder, and the types that its members name in expressions.</summary>
    public static IReadOnlyCollection<string> BuilderMembers { get; } = (HashSet<string>)
    [
        "PathParameters", "RequestAdapter", "UrlTemplate", "Template", "WithUrl", "CreateUrlBuilder", "BuildPath", "CreateConfiguration", "CreateRequest", "WithDefaultBaseUrl", "Item",
        "Method", "WireType", "ListStyle", "BodyType", "ErrorMap", "KilnDefaults",
    ];
}
