using Kiln.Runtime.Contracts;

namespace Kiln.Runtime.Responses;

/// <summary>Creates the cases of a result whose body depends on the status code (<see cref="BodyType.Cases"/>).</summary>
public static class ResponseCase
{
    /// <summary>Creates the case of a status code that has a body.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <typeparam name="TBody">The type of the body.</typeparam>
    /// <param name="statusCode">The status code; 0 for any other success (<c>2XX</c>, <c>default</c>).</param>
    /// <param name="body">The type of the body.</param>
    /// <param name="create">Creates the result from the status code that was received and the body.</param>
    /// <param name="get">Gets the body of a result, for fakes; null if the result has none of that type.</param>
    public static ResponseCase<T> Of<T, TBody>(int statusCode, BodyType<TBody> body, Func<int, TBody, T> create, Func<T, object?> get)
        where T : IStatusResult
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(get);
        return new BodyCase<T, TBody>(statusCode, body, create, get);
    }

    /// <summary>Creates the case of a status code whose response has no body; one that is received nevertheless is ignored.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="statusCode">The status code; 0 for any other success (<c>2XX</c>, <c>default</c>).</param>
    /// <param name="create">Creates the result from the status code that was received.</param>
    public static ResponseCase<T> Empty<T>(int statusCode, Func<int, T> create)
        where T : IStatusResult
    {
        ArgumentNullException.ThrowIfNull(create);
        return new BodyCase<T, NoContent>(statusCode, BodyType.None, (received, _) => create(received), static _ => null);
    }

    private sealed class BodyCase<T, TBody>(int statusCode, BodyType<TBody> body, Func<int, TBody, T> create, Func<T, object?> get) : ResponseCase<T>(statusCode)
        where T : IStatusResult
    {
        internal override bool KeepsOpenOf(int statusCode) => body.KeepsOpenOf(statusCode);

        internal override WrittenBody? Write(T value) => get(value) switch
        {
            null when body is BodyType<NoContent> => null,
            TBody content => body.Write(content),
            _ => throw new ArgumentException($"A result with the status code {value.StatusCode} has a body of the type {typeof(TBody)}.", nameof(value)),
        };

        internal override async Task<T> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken) =>
            create(response.StatusCode, await body.ReadAsync(response, options, cancellationToken).ConfigureAwait(false));
    }
}

/// <summary>The body of one status code, and the result that is made of it. Created by <see cref="ResponseCase"/>; immutable and thread-safe.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public abstract class ResponseCase<T>
    where T : IStatusResult
{
    private protected ResponseCase(int statusCode) => StatusCode = statusCode;

    internal int StatusCode { get; }

    internal abstract bool KeepsOpenOf(int statusCode);

    internal abstract WrittenBody? Write(T value);

    internal abstract Task<T> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken);
}
