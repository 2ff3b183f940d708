namespace Kiln.Runtime.Responses;

/// <summary>Describes the responses of an operation: the body of a successful one, and the exceptions of others by status code.</summary>
/// <typeparam name="T">The type of a successful body.</typeparam>
/// <remarks>
/// A success with a status code that the document does not have is read as the same body all the same, if that fits: the status code is reported as a contract violation
/// (path <c>$</c>), and in <see cref="Contracts.ContractMode.Strict"/> it is a <see cref="ContractViolationException"/>.
/// </remarks>
public sealed class ResponseMap<T> : ErrorMap
{
    private readonly int[] statusCodes;

    /// <summary>Initializes a new map.</summary>
    /// <param name="success">The type of the body of a successful response.</param>
    /// <param name="statusCodes">
    /// The status codes of successes that the document has; none if any from 200 to 299 is one of them (<c>2XX</c>, <c>default</c>). A redirect among them that is not followed
    /// is a success as well.
    /// </param>
    public ResponseMap(BodyType<T> success, params int[] statusCodes)
    {
        ArgumentNullException.ThrowIfNull(success);
        ArgumentNullException.ThrowIfNull(statusCodes);
        (Success, this.statusCodes) = (success, statusCodes);
    }

    internal BodyType<T> Success { get; }

    internal override IReadOnlyList<int> Successes => statusCodes;
}
