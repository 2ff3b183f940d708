using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses.Problems;

/// <summary>The exception that is thrown for an error response whose body is <see cref="ProblemDetails"/>.</summary>
/// <param name="response">The response, with its status, headers and text.</param>
/// <param name="error">The deserialized body; null if it is of another type, whose text is in <see cref="ServiceException.BodyText"/>.</param>
public sealed class ProblemDetailsException(ResponseDetails response, ProblemDetails? error) : ServiceException<ProblemDetails>(response, error)
{
    /// <summary>Gets the mapping of the error body to this exception.</summary>
    public static ErrorBody Body { get; } = new JsonErrorBody<ProblemDetails>(
        WireType.Model<ProblemDetails>, static (response, error) => new ProblemDetailsException(response, error), "application/problem+json");
}
