using Kiln.Runtime.Contracts;

namespace Kiln.Runtime.Responses;

/// <summary>Describes how the body of a successful response is read. Created by <see cref="BodyType"/>; immutable and thread-safe.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public abstract class BodyType<T> : IBodyWriter<T>
{
    internal BodyType()
    {
    }

    Type IBodyWriter.ValueType => typeof(T);

    /// <summary>Whether the value goes on reading from the connection, so that the response must not be closed.</summary>
    internal virtual bool KeepsOpen => false;

    /// <summary>The same for the status code that was received.</summary>
    internal virtual bool KeepsOpenOf(int statusCode) => KeepsOpen;

    /// <summary>Whether a status code is one that the body can be read of.</summary>
    internal virtual bool IsSuccess(int statusCode) => SuccessStatuses.IsAny(statusCode);

    /// <summary>Whether a redirect that the document has, and that the caller does not want to be followed, can be read.</summary>
    internal virtual bool ReadsRedirects => false;

    /// <summary>Whether the body itself says that the document has a status code, beside those of the <see cref="ResponseMap{T}"/>.</summary>
    internal virtual bool IsDocumented(int statusCode) => false;

    /// <summary>The same type, of which an empty body is the default value of <typeparamref name="T"/>.</summary>
    internal virtual BodyType<T> AcceptingEmpty() => this;

    /// <inheritdoc cref="IBodyWriter{T}.Write"/>
    internal abstract WrittenBody? Write(T value);

    WrittenBody? IBodyWriter<T>.Write(T value) => Write(value);

    internal abstract Task<T> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken);
}
