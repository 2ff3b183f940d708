using System.Reflection;
using Kiln.Generator.Tests.Requests.Document;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Generator.Tests.Requests.Calling;

/// <summary>A request that a builder can make: <c>PostFormAsync</c> and <c>ToPostFormRequestInformation</c> are one.</summary>
/// <param name="Builder">The builder.</param>
/// <param name="Name">What both names share: <c>PostForm</c>.</param>
/// <param name="Create">Makes the request without sending it.</param>
internal sealed record FoundRequest(FoundBuilder Builder, string Name, MethodInfo Create)
{
    private const string Prefix = "To";
    private const string Suffix = "RequestInformation";

    /// <summary>The method that sends it and returns the body, or what else sends it.</summary>
    public MethodInfo? Send =>
        Builder.Type.GetMethods()
            .Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal) && m.Name.StartsWith(Name, StringComparison.Ordinal) && typeof(Task).IsAssignableFrom(m.ReturnType))
            .Where(m => m.GetParameters() is [.. var own, { } last] && last.ParameterType == typeof(CancellationToken) && own.Select(p => p.ParameterType).SequenceEqual(Create.GetParameters().Select(p => p.ParameterType)))
            .MinBy(m => m.Name.Length);

    public static IEnumerable<FoundRequest> Of(FoundBuilder builder) =>
        from method in builder.Type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.ReturnType == typeof(RequestInformation) && method.Name.StartsWith(Prefix, StringComparison.Ordinal) && method.Name.EndsWith(Suffix, StringComparison.Ordinal)
        select new FoundRequest(builder, method.Name[Prefix.Length..^Suffix.Length], method);

    /// <summary>The operation of the document: that of this path whose method the name begins with.</summary>
    public RawOperation? OperationIn(IReadOnlyList<RawOperation> operations) =>
        operations.Where(o => o.Path.TrimStart('/') == Builder.Template.TrimStart('/') && Name.StartsWith(o.Method, StringComparison.OrdinalIgnoreCase)).MaxBy(o => o.Method.Length);

    /// <summary>What follows the method in the name: <c>Form</c>.</summary>
    public string SuffixAfter(RawOperation operation) => Name[operation.Method.Length..];
}
