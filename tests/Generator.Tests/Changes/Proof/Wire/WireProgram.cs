using System.Reflection;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Streaming;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Generator.Tests.Changes.Proof.Wire;

/// <summary>A program that was written against the old SDK of a pair, and runs with one of both: it calls operations, and writes down what is sent and what it gets.</summary>
internal sealed class WireProgram : IDisposable
{
    private const int MostItems = 5;

    private readonly SdkSide side;
    private readonly RecordingHandler handler = new();
    private readonly HttpClient http;
    private readonly List<ContractViolation> violations = [];
    private readonly IRequestAdapter adapter;

    /// <summary>Makes the client with all credentials that the document names.</summary>
    /// <param name="side">The SDK that it runs with.</param>
    /// <param name="client">The client's class in the old SDK.</param>
    /// <param name="credentials">The class that makes credentials in the old SDK; <see langword="null"/> for none.</param>
    public WireProgram(SdkSide side, Type client, Type? credentials)
    {
        this.side = side;
        http = new(handler);
        var constructor = client.GetConstructors().Single(c => c.GetParameters() is [{ ParameterType: var type }] && typeof(ClientOptions).IsAssignableFrom(type));
        var options = (ClientOptions)Activator.CreateInstance(side.Of(constructor.GetParameters()[0].ParameterType))!;
        options.HttpClient = http;
        options.ReadOptions = new() { OnViolation = violations.Add };
        foreach (var make in credentials is null ? [] : Factories(credentials))
        {
            if (SdkSide.IsComparable(() => side.Of(make)))
                options.Credentials.Add((Credential)side.Of(make).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [.. make.GetParameters().Select(CredentialArgument)], null)!);
        }

        object made;
        try
        {
            made = side.Of(constructor).Invoke(BindingFlags.DoNotWrapExceptions, null, [options], null);
        }
        catch (ArgumentException)
        {
            // The document names no server.
            options.Server = new("https://server.example/base");
            made = side.Of(constructor).Invoke(BindingFlags.DoNotWrapExceptions, null, [options], null);
        }
        adapter = (IRequestAdapter)typeof(BaseRequestBuilder).GetProperty("RequestAdapter", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(made)!;
    }

    /// <summary>The HTTP method of the last request.</summary>
    public string Method => handler.Method;

    /// <summary>The path of a builder, with the names of the document.</summary>
    public string PathOf(Type builder)
    {
        var template = (string)typeof(BaseRequestBuilder).GetProperty("UrlTemplate", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(Builder(builder, new(side, SampleExtent.Nothing)))!;
        return template.Replace("{+baseurl}", "", StringComparison.Ordinal);
    }

    // Of a scheme that takes a token, or asks for one, that which asks: the request says more.
    private static IEnumerable<MethodInfo> Factories(Type credentials) => credentials.GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(m => m.ReturnType == typeof(Credential) && m.GetParameters().All(p => p.ParameterType == typeof(string) || p.HasDefaultValue))
        .GroupBy(m => m.Name)
        .Select(g => g.MaxBy(m => m.GetParameters().Length)!);

    private object? CredentialArgument(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(OAuth2Options) ? new OAuth2Options { HttpClient = http } : parameter.HasDefaultValue ? parameter.DefaultValue : parameter.Name;

    /// <summary>Calls a method of a builder, and returns what was sent, what came of it, and the contract violations.</summary>
    /// <param name="method">The method of the old SDK.</param>
    /// <param name="extent">What is given of all that is optional.</param>
    /// <param name="response">What the service responds.</param>
    public IReadOnlyList<string> Call(MethodInfo method, SampleExtent extent, ServedResponse response)
    {
        handler.Clear();
        violations.Clear();
        handler.Response = response;
        var values = new SampleValues(side, extent);
        var text = new ValueText(side);
        var own = side.Of(method);
        var builder = Builder(method.ReflectedType!, values);
        object?[] arguments = [.. method.GetParameters().Zip(own.GetParameters(), values.Argument)];
        string outcome;
        try
        {
            outcome = "returns " + text.Of(ResultOf(own.Invoke(builder, BindingFlags.DoNotWrapExceptions, null, arguments, null)!).GetAwaiter().GetResult());
        }
        catch (Exception exception) when (exception is not (NotComparableException or OutOfMemoryException))
        {
            outcome = text.OfException(exception);
        }
        return [.. handler.Requests, outcome, .. violations.Where(side.IsSeen).Select(v => $"violation {v}")];
    }

    public void Dispose()
    {
        (adapter as IDisposable)?.Dispose();
        http.Dispose();
        handler.Dispose();
    }

    private object Builder(Type type, SampleValues values)
    {
        var constructor = type.GetConstructors().First(c => c.GetParameters().Any(p => p.ParameterType == typeof(IRequestAdapter)));
        return side.Of(constructor).Invoke(BindingFlags.DoNotWrapExceptions, null, [.. constructor.GetParameters().Select(p => p.ParameterType == typeof(IRequestAdapter) ? adapter : values.Of(p.ParameterType))], null);
    }

    private async Task<object?> ResultOf(object returned)
    {
        if (returned is RequestInformation request)
        {
            // What is created to be sent otherwise is complete when it is sent.
            await using var stream = await adapter.SendPrimitiveAsync<Stream>(request);
            return null;
        }
        if (returned is Task task)
        {
            await task.ConfigureAwait(false);
            return returned.GetType().GetProperty("Result") is { PropertyType: var type } property && type.Name != "VoidTaskResult" ? property.GetValue(returned) : null;
        }
        var once = returned.GetType().GetMethod("WithoutReconnect")?.Invoke(returned, null) ?? returned;
        var item = once.GetType().GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))?.GetGenericArguments()[0];
        return item is null ? returned : await (Task<List<object?>>)typeof(WireProgram).GetMethod(nameof(Items), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(item).Invoke(null, [once])!;
    }

    private static async Task<List<object?>> Items<T>(IAsyncEnumerable<T> items)
    {
        var read = new List<object?>();
        await foreach (var item in items.ConfigureAwait(false))
        {
            read.Add(item);
            if (read.Count == MostItems)
                break;
        }
        return read;
    }
}
