namespace Kiln.Generator.Shapes.Naming;

/// <summary>
/// Types that emitted code names short, though the chosen namespace has a part of the same name. C# looks through the enclosing namespaces before the
/// usings of a file, so in <c>Shop.Task.Api</c> the word <c>Task</c> is that namespace; an alias within the file's own namespace comes before both.
/// </summary>
/// <remarks>Generic types need no row: with type arguments behind it, a word is never a namespace (C# specification, section 7.8).</remarks>
internal static class NamespaceAliases
{
    // What types are named with in full, in doc comments.
    private static readonly HashSet<string> Namespaces = new(StringComparer.Ordinal) { "System", "Microsoft", "Kiln" };

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["Task"] = "System.Threading.Tasks", ["CancellationToken"] = "System.Threading", ["Action"] = "System", ["Stream"] = "System.IO",
        ["DateTime"] = "System", ["DateTimeOffset"] = "System", ["DateOnly"] = "System", ["TimeOnly"] = "System", ["TimeSpan"] = "System",
        ["Guid"] = "System", ["Uri"] = "System", ["UriKind"] = "System", ["IPAddress"] = "System.Net", ["JsonElement"] = "System.Text.Json",
        ["Obsolete"] = "System", ["GeneratedCode"] = "System.CodeDom.Compiler", ["SetsRequiredMembers"] = "System.Diagnostics.CodeAnalysis",
        ["IParsable"] = "Microsoft.Kiota.Abstractions.Serialization", ["IParseNode"] = "Microsoft.Kiota.Abstractions.Serialization",
        ["ISerializationWriter"] = "Microsoft.Kiota.Abstractions.Serialization", ["IAdditionalDataHolder"] = "Microsoft.Kiota.Abstractions.Serialization",
        ["IRequestAdapter"] = "Microsoft.Kiota.Abstractions", ["RequestInformation"] = "Microsoft.Kiota.Abstractions",
        ["Method"] = "Microsoft.Kiota.Abstractions", ["DefaultQueryParameters"] = "Microsoft.Kiota.Abstractions",
        ["WireType"] = "Kiln.Runtime.Wire", ["JsonLiteral"] = "Kiln.Runtime.Wire", ["WireFields"] = "Kiln.Runtime.Wire", ["WireModel"] = "Kiln.Runtime.Wire",
        ["WireUnion"] = "Kiln.Runtime.Wire", ["UnionRule"] = "Kiln.Runtime.Wire", ["WireReader"] = "Kiln.Runtime.Wire", ["WireWriter"] = "Kiln.Runtime.Wire",
        ["RequestBuilder"] = "Kiln.Runtime.Requests", ["ParameterStyle"] = "Kiln.Runtime.Requests", ["UrlBuilder"] = "Kiln.Runtime.Requests", ["IQueryParameters"] = "Kiln.Runtime.Requests",
        ["IHeaderParameters"] = "Kiln.Runtime.Requests", ["PathText"] = "Kiln.Runtime.Requests",
        ["KilnDefaults"] = "Kiln.Runtime.Requests",
        ["ServerUrl"] = "Kiln.Runtime.Requests", ["ServerVariable"] = "Kiln.Runtime.Requests", ["ApiKeyLocation"] = "Kiln.Runtime.Authentication",
        ["ApiKeyScheme"] = "Kiln.Runtime.Authentication", ["HttpScheme"] = "Kiln.Runtime.Authentication", ["OAuth2Scheme"] = "Kiln.Runtime.Authentication",
        ["OpenIdConnectScheme"] = "Kiln.Runtime.Authentication", ["MutualTlsScheme"] = "Kiln.Runtime.Authentication",
        ["SecurityRequirement"] = "Kiln.Runtime.Authentication", ["SecurityAlternative"] = "Kiln.Runtime.Authentication",
        ["OAuth2Options"] = "Kiln.Runtime.Authentication", ["DeviceCodePrompt"] = "Kiln.Runtime.Authentication",
        ["X509Certificate2"] = "System.Security.Cryptography.X509Certificates",
        ["FilePart"] = "Kiln.Runtime.Requests.Bodies", ["MultipartForm"] = "Kiln.Runtime.Requests.Bodies", ["MultipartParts"] = "Kiln.Runtime.Requests.Bodies",
        ["JsonPatch"] = "Kiln.Runtime.Requests.Bodies", ["XmlBody"] = "Kiln.Runtime.Requests.Bodies",
        ["BodyType"] = "Kiln.Runtime.Responses", ["NoContent"] = "Kiln.Runtime.Responses", ["ResponseHeaders"] = "Kiln.Runtime.Responses",
        ["TypedHeaders"] = "Kiln.Runtime.Responses", ["ErrorBody"] = "Kiln.Runtime.Responses", ["ResponseDetails"] = "Kiln.Runtime.Responses",
        ["ServiceException"] = "Kiln.Runtime.Responses", ["ResponseStream"] = "Kiln.Runtime.Responses", ["ResponseCase"] = "Kiln.Runtime.Responses", ["IStatusResult"] = "Kiln.Runtime.Responses",
        ["EventEnvelope"] = "Kiln.Runtime.Streaming", ["ItemStreamFormat"] = "Kiln.Runtime.Streaming",
    };

    /// <summary>The aliases that a file in a namespace needs.</summary>
    public static IEnumerable<UsingShape> AliasesFor(string @namespace) => @namespace
        .Split('.')
        .Distinct(StringComparer.Ordinal)
        .Where(part => Namespaces.Contains(part) || Types.ContainsKey(part))
        .Select(part => new UsingShape($"{part} = global::{(Types.TryGetValue(part, out var home) ? home + "." + FullName(part) : part)}", IsOwn: true));

    private static string FullName(string type) => type is "Obsolete" or "GeneratedCode" or "SetsRequiredMembers" ? type + "Attribute" : type;
}
