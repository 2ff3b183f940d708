using Kiln.Runtime.Contracts;

namespace Kiln.Runtime.Responses;

/// <summary>A body that some responses do not have.</summary>
/// <param name="body">The type of the body where there is one.</param>
/// <param name="statusCodes">The status codes beside 204 and 205 of responses without one.</param>
internal sealed class OptionalBody<T>(BodyType<T> body, IReadOnlyList<int> statusCodes) : BodyType<T?>
{
    private const int NoContent = 204;
    private const int ResetContent = 205;

    private readonly BodyType<T> body = body.AcceptingEmpty();

    internal override bool KeepsOpen => body.KeepsOpen;

    internal override bool IsSuccess(int statusCode) => body.IsSuccess(statusCode) || statusCodes.Contains(statusCode);

    internal override async Task<T?> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken) =>
        response.StatusCode is NoContent or ResetContent || statusCodes.Contains(response.StatusCode)
            ? default
            : await body.ReadAsync(response, options, cancellationToken).ConfigureAwait(false);
}
