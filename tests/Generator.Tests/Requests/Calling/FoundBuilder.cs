using System.Reflection;
using Kiln.Runtime.Requests;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Generator.Tests.Requests.Calling;

/// <summary>A request builder of an SDK, and how a caller gets to it from the client.</summary>
/// <param name="Type">The builder.</param>
/// <param name="Template">Its path, with the names of the document.</param>
/// <param name="Steps">The properties, indexers and methods on the way, of which some take values of the path.</param>
internal sealed record FoundBuilder(Type Type, string Template, IReadOnlyList<MethodInfo> Steps)
{
    private const string BaseUrl = "{+baseurl}";

    /// <summary>The values of the path that the way takes, in their order.</summary>
    public IReadOnlyList<ParameterInfo> Arguments => [.. Steps.SelectMany(s => s.GetParameters())];

    /// <summary>All builders of an SDK.</summary>
    public static IReadOnlyList<FoundBuilder> In(Assembly sdk, IRequestAdapter adapter)
    {
        var found = new Dictionary<Type, FoundBuilder>();
        var client = Client(sdk, adapter);
        Add(client, []);
        return [.. found.Values];

        void Add(object builder, IReadOnlyList<MethodInfo> steps)
        {
            if (!found.TryAdd(builder.GetType(), new(builder.GetType(), TemplateOf(builder), steps)))
                return;
            foreach (var step in StepsFrom(builder.GetType()))
                Add(Take(builder, step, [.. step.GetParameters().Select(p => Any(p.ParameterType))]), [.. steps, step]);
        }
    }

    /// <summary>The builder for some values of the path.</summary>
    public object Create(Assembly sdk, IRequestAdapter adapter, IReadOnlyList<object?> arguments)
    {
        var (builder, used) = (Client(sdk, adapter), 0);
        foreach (var step in Steps)
        {
            var count = step.GetParameters().Length;
            builder = Take(builder, step, [.. arguments.Skip(used).Take(count)]);
            used += count;
        }
        return builder;
    }

    // The client is in the outermost namespace, and needs nothing but an adapter.
    private static object Client(Assembly sdk, IRequestAdapter adapter) =>
        sdk.GetExportedTypes()
            .Where(t => typeof(RequestBuilder).IsAssignableFrom(t))
            .OrderBy(t => t.Namespace!.Count(c => c == '.'))
            .Select(t => t.GetConstructor([typeof(IRequestAdapter)])?.Invoke([adapter]))
            .First(b => b is not null)!;

    private static string TemplateOf(object builder)
    {
        var template = (string)typeof(BaseRequestBuilder).GetProperty("UrlTemplate", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(builder)!;
        return template.StartsWith(BaseUrl, StringComparison.Ordinal) ? template[BaseUrl.Length..] : template;
    }

    private static IEnumerable<MethodInfo> StepsFrom(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(p => p.GetMethod!)
            .Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => !m.IsSpecialName))
            .Where(m => typeof(RequestBuilder).IsAssignableFrom(m.ReturnType));

    private static object Take(object builder, MethodInfo step, object?[] arguments) =>
        step.Invoke(builder, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    private static object? Any(Type type) => type == typeof(string) ? "any" : type.IsValueType ? Activator.CreateInstance(type) : null;
}
