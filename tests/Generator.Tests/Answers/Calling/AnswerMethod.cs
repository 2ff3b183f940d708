using System.Reflection;
using Kiln.Generator.Tests.Requests.Calling;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Streaming;

namespace Kiln.Generator.Tests.Answers.Calling;

/// <summary>A method that sends a request and reads its response.</summary>
/// <param name="Method">The method.</param>
/// <param name="Value">The type of the body that it returns; <see cref="NoContent"/> for none, and that of an item for a stream of items.</param>
/// <param name="TakesMediaType">Whether it takes what it asks for.</param>
internal sealed record AnswerMethod(MethodInfo Method, Type Value, bool TakesMediaType)
{
    private const string Ending = "Async";
    private const string WithResponse = "WithResponseAsync";

    /// <summary>Whether it returns items.</summary>
    public bool IsSequence => Generic is { } type && (type == typeof(EventStream<>) || type == typeof(ItemStream<>));

    /// <summary>Whether it returns the status and headers beside the body.</summary>
    public bool IsWithResponse => Method.Name.EndsWith(WithResponse, StringComparison.Ordinal);

    private Type? Generic => Method.ReturnType.IsGenericType ? Method.ReturnType.GetGenericTypeDefinition() : null;

    /// <summary>The methods of a request, but those that walk pages or count: the first is the operation's own.</summary>
    /// <param name="request">The request.</param>
    /// <param name="others">The other requests of the same builder.</param>
    public static IReadOnlyList<AnswerMethod> Of(FoundRequest request, IReadOnlyList<FoundRequest> others)
    {
        var methods = request.Builder.Type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m.Name.EndsWith(Ending, StringComparison.Ordinal) && m.Name.StartsWith(request.Name, StringComparison.Ordinal))
            .Where(m => !others.Any(o => o.Name.Length > request.Name.Length && m.Name.StartsWith(o.Name, StringComparison.Ordinal) && o.Name.StartsWith(request.Name, StringComparison.Ordinal)))
            .ToList();
        var names = methods.Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        return [.. methods.Select(m => Of(m, request, names)).OfType<AnswerMethod>().OrderBy(m => m.Method.Name.Length)];
    }

    private static AnswerMethod? Of(MethodInfo method, FoundRequest request, HashSet<string> names)
    {
        var result = method.ReturnType;
        if (result == typeof(Task))
            return new(method, typeof(NoContent), false);
        var argument = result.IsGenericType ? result.GetGenericArguments()[0] : null;
        if (argument is null)
            return null;
        if (!typeof(Task).IsAssignableFrom(result))
            return result.GetGenericTypeDefinition() is var type && (type == typeof(EventStream<>) || type == typeof(ItemStream<>)) ? new(method, argument, false) : null;
        if (argument.IsGenericType && argument.GetGenericTypeDefinition() == typeof(Response<,>))
            return new(method, argument.GetGenericArguments()[0], false);
        // What has no twin is a count, or a body as it is received.
        if (argument == typeof(ResponseStream) && !names.Contains(method.Name[..^Ending.Length] + WithResponse))
            return new(method, argument, method.GetParameters()[0] is { Name: "mediaType" } && method.GetParameters().Length > request.Create.GetParameters().Length + 1);
        return names.Contains(method.Name[..^Ending.Length] + WithResponse) ? new(method, argument, false) : null;
    }
}
