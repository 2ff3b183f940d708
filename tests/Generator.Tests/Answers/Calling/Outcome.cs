using System.Reflection;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;

namespace Kiln.Generator.Tests.Answers.Calling;

/// <summary>What a method made of a response.</summary>
internal sealed class Outcome
{
    /// <summary>The body, or what else the method returned; <see langword="null"/> for none.</summary>
    public object? Value { get; private init; }

    /// <summary>The status; <see langword="null"/> if the method does not say it.</summary>
    public int? Status { get; private init; }

    /// <summary>The typed headers, or all; <see langword="null"/> if the method does not say them.</summary>
    public object? Headers { get; private init; }

    /// <summary>The items of a sequence.</summary>
    public IReadOnlyList<object?>? Items { get; private init; }

    /// <summary>What was thrown.</summary>
    public Exception? Exception { get; private init; }

    /// <summary>What the call reads its response as; <see langword="null"/> if it was not sent.</summary>
    public ExpectedResponse? Expected { get; init; }

    /// <summary>Waits for what a method returned.</summary>
    public static async Task<Outcome> Of(AnswerMethod method, Func<object> call, Func<ExpectedResponse?> expected)
    {
        try
        {
            var returned = call();
            if (method.IsSequence)
                return new() { Items = await (Task<List<object?>>)Generic(nameof(ItemsOf), method.Value).Invoke(null, [OnceOf(returned)])!, Expected = expected() };
            await (Task)returned;
            var value = method.Method.ReturnType == typeof(Task) ? default(NoContent) : returned.GetType().GetProperty("Result")!.GetValue(returned);
            if (!method.IsWithResponse)
                return new() { Value = value, Headers = value is TypedHeaders or ResponseHeaders ? value : null, Expected = expected() };
            object? Get(string property) => value!.GetType().GetProperty(property)!.GetValue(value);
            return new() { Value = Get("Body"), Status = (int)Get("StatusCode")!, Headers = Get("Headers"), Expected = expected() };
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new() { Exception = exception, Expected = expected() };
        }
    }

    /// <summary>The body as the SDK writes it.</summary>
    public WrittenBody? Write(Type type) => (WrittenBody?)Invoke(nameof(WriteValue), type, Expected, Value);

    /// <summary>The items as the SDK writes them.</summary>
    public WrittenBody WriteItem(Type type, object? item) => (WrittenBody)Invoke(nameof(WriteItems), type, Expected, item)!;

    /// <summary>An error as the SDK writes it.</summary>
    public WrittenBody? WriteError(Type type, int status, object error) => (WrittenBody?)Invoke(nameof(WriteErrorValue), type, Expected, status, error);

    private static object? Invoke(string method, Type type, params object?[] arguments) => Generic(method, type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private static MethodInfo Generic(string method, Type type) => typeof(Outcome).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type);

    // A server that ends a response would be asked for what follows.
    private static object OnceOf(object sequence) => sequence.GetType().GetMethod("WithoutReconnect")?.Invoke(sequence, null) ?? sequence;

    private static async Task<List<object?>> ItemsOf<T>(IAsyncEnumerable<T> sequence)
    {
        var items = new List<object?>();
        await foreach (var item in sequence)
            items.Add(item);
        return items;
    }

    private static WrittenBody? WriteValue<T>(ExpectedResponse expected, object? value) => expected.Write((T)value!);

    private static WrittenBody WriteItems<T>(ExpectedResponse expected, object? item) => expected.WriteStream<T>([(T)item!]);

    private static WrittenBody? WriteErrorValue<T>(ExpectedResponse expected, int status, object error) => expected.WriteError(status, (T)error);
}
