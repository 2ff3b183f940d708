using Kiln.Runtime.Contracts;

namespace Kiln.Runtime.Responses;

/// <summary>A body whose type depends on the status code.</summary>
internal sealed class CasesBody<T>(IReadOnlyList<ResponseCase<T>> cases) : BodyType<T>
    where T : IStatusResult
{
    private const int AnyOther = 0;

    internal override bool KeepsOpenOf(int statusCode) => Find(statusCode)?.KeepsOpenOf(statusCode) == true;

    internal override bool IsSuccess(int statusCode) => SuccessStatuses.IsAny(statusCode) || FindExact(statusCode) is not null;

    // One that it has no case for is an error of its own, in both modes.
    internal override bool IsDocumented(int statusCode) => true;

    internal override WrittenBody? Write(T value) =>
        (Find(value.StatusCode) ?? throw new ArgumentException($"The operation has no success with the status code {value.StatusCode}, but {Expected()}.", nameof(value)))
        .Write(value) is { } body ? body with { StatusCode = value.StatusCode } : WrittenBody.Empty(value.StatusCode);

    internal override async Task<T> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken)
    {
        if (Find(response.StatusCode) is { } found)
            return await found.ReadAsync(response, options, cancellationToken).ConfigureAwait(false);
        throw await response.UndocumentedAsync(new("$", Expected(), $"{response.StatusCode}"), options, cancellationToken).ConfigureAwait(false);
    }

    private ResponseCase<T>? Find(int statusCode) => FindExact(statusCode) ?? FindExact(AnyOther);

    private ResponseCase<T>? FindExact(int statusCode)
    {
        foreach (var each in cases)
        {
            if (each.StatusCode == statusCode)
                return each;
        }
        return null;
    }

    private string Expected() => SuccessStatuses.Expected([.. cases.Select(c => c.StatusCode)]);
}
