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

    internal override bool KeepsOpenOf(int statusCode) => body.KeepsOpenOf(statusCode);

    internal override bool IsSuccess(int statusCode) => body.IsSuccess(statusCode) || statusCodes.Contains(statusCode);

    internal override bool ReadsRedirects => body.ReadsRedirects;

    internal override bool IsDocumented(int statusCode) => IsEmpty(statusCode);

    internal override WrittenBody? Write(T? value) => value is null ? null : body.Write(value);

    internal override async Task<T?> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken) =>
        IsEmpty(response.StatusCode) ? default : await body.ReadAsync(response, options, cancellationToken).ConfigureAwait(false);

    private bool IsEmpty(int statusCode) => statusCode is NoContent or ResetContent || statusCodes.Contains(statusCode);
}
