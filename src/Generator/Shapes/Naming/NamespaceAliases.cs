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
        ["Obsolete"] = "System", ["GeneratedCode"] = "System.CodeDom.Compiler",
        ["IParsable"] = "Microsoft.Kiota.Abstractions.Serialization", ["IParseNode"] = "Microsoft.Kiota.Abstractions.Serialization",
        ["ISerializationWriter"] = "Microsoft.Kiota.Abstractions.Serialization", ["IAdditionalDataHolder"] = "Microsoft.Kiota.Abstractions.Serialization",
        ["IRequestAdapter"] = "Microsoft.Kiota.Abstractions", ["RequestInformation"] = "Microsoft.Kiota.Abstractions",
        ["Method"] = "Microsoft.Kiota.Abstractions", ["DefaultQueryParameters"] = "Microsoft.Kiota.Abstractions",
        ["WireType"] = "Kiln.Runtime.Wire", ["JsonLiteral"] = "Kiln.Runtime.Wire", ["WireFields"] = "Kiln.Runtime.Wire", ["WireModel"] = "Kiln.Runtime.Wire",
        ["WireUnion"] = "Kiln.Runtime.Wire", ["UnionRule"] = "Kiln.Runtime.Wire", ["AssignedFields"] = "Kiln.Runtime.Wire",
        ["RequestBuilder"] = "Kiln.Runtime.Requests", ["ListStyle"] = "Kiln.Runtime.Requests", ["UrlBuilder"] = "Kiln.Runtime.Requests",
        ["KilnDefaults"] = "Kiln.Runtime.Requests",
        ["BodyType"] = "Kiln.Runtime.Responses", ["NoContent"] = "Kiln.Runtime.Responses", ["ResponseHeaders"] = "Kiln.Runtime.Responses",
        ["ErrorMap"] = "Kiln.Runtime.Responses", ["ErrorBody"] = "Kiln.Runtime.Responses", ["ResponseDetails"] = "Kiln.Runtime.Responses",
        ["ServiceException"] = "Kiln.Runtime.Responses",
    };

    /// <summary>The aliases that a file in a namespace needs.</summary>
    public static IEnumerable<UsingShape> AliasesFor(string @namespace) => @namespace
        .Split('.')
        .Distinct(StringComparer.Ordinal)
        .Where(part => Namespaces.Contains(part) || Types.ContainsKey(part))
        .Select(part => new UsingShape($"{part} = global::{(Types.TryGetValue(part, out var home) ? home + "." + FullName(part) : part)}", IsOwn: true));

    private static string FullName(string type) => type is "Obsolete" or "GeneratedCode" ? type + "Attribute" : type;
}
