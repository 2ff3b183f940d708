using System.Diagnostics.CodeAnalysis;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <summary>Maps the body of an error response to an exception. Immutable and thread-safe.</summary>
public abstract class ErrorBody
{
    private protected ErrorBody()
    {
    }

    /// <summary>Gets the mapping of a text to a <see cref="ServiceException{TError}"/> of a string: of any body of a text type (<c>text/*</c>, XML), of one without a content type, and of a JSON string.</summary>
    public static ErrorBody Text { get; } = CreateText(static (response, error) => new ServiceException<string>(response, error));

    /// <summary>Creates a mapping of JSON.</summary>
    /// <param name="type">The type of the body, which is always read tolerantly.</param>
    /// <param name="factory">Creates the exception; its error is <c>default</c> if the body is of another type.</param>
    /// <returns>The mapping.</returns>
    public static ErrorBody Create<TError>(WireType<TError> type, Func<ResponseDetails, TError?, ServiceException> factory) => new JsonErrorBody<TError>(() => type, factory);

    /// <summary>Creates a mapping of a model, whose type is first used when an error is read.</summary>
    /// <inheritdoc cref="Create{TError}(WireType{TError}, Func{ResponseDetails, TError, ServiceException})" path="param|returns"/>
    public static ErrorBody Create<TError>(Func<ResponseDetails, TError?, ServiceException> factory)
        where TError : WireModel, IWireModel<TError> => new JsonErrorBody<TError>(WireType.Model<TError>, factory);

    /// <summary>Creates a mapping of JSON to a <see cref="ServiceException{TError}"/>, for bodies without an exception of their own.</summary>
    /// <inheritdoc cref="Create{TError}(WireType{TError}, Func{ResponseDetails, TError, ServiceException})" path="param|returns"/>
    public static ErrorBody Of<TError>(WireType<TError> type) => Create(type, static (response, error) => new ServiceException<TError>(response, error));

    /// <summary>Creates a mapping of a text, as <see cref="Text"/>, to an exception of its own.</summary>
    /// <param name="factory">Creates the exception; its error is null if the body is no text, or empty.</param>
    /// <returns>The mapping.</returns>
    public static ErrorBody CreateText(Func<ResponseDetails, string?, ServiceException> factory) => new TextErrorBody(factory);

    /// <summary>Returns a mapping that uses another one for a media type.</summary>
    /// <param name="mediaType">The media type, without parameters, such as <c>application/problem+json</c>; compared without regard to case.</param>
    /// <param name="other">The mapping for bodies that are received with it. All other bodies have this mapping.</param>
    /// <returns>The mapping.</returns>
    public ErrorBody Or(string mediaType, ErrorBody other)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        ArgumentNullException.ThrowIfNull(other);
        return new AlternativeErrorBody(this, mediaType, other);
    }

    /// <summary>The types of the error, for messages.</summary>
    internal abstract string Expected { get; }

    /// <summary>Makes the exception of a response.</summary>
    /// <param name="context">The response.</param>
    /// <param name="body">What is kept of its body.</param>
    internal abstract ServiceException Make(ResponseDetails context, ReadOnlyMemory<byte> body);

    /// <summary>Writes an error as a service would send it.</summary>
    /// <returns>Whether the error is of the type of the mapping.</returns>
    internal abstract bool TryWrite<T>(T error, [NotNullWhen(true)] out WrittenBody? body);
}
