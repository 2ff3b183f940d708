namespace Kiln.Runtime.Responses;

/// <summary>The status codes of successes.</summary>
internal static class SuccessStatuses
{
    public static bool IsAny(int statusCode) => statusCode is >= 200 and <= 299;

    /// <summary>Status codes as a violation says them: <c>the status code 200</c>, <c>one of the status codes 200, 201</c>.</summary>
    public static string Expected(IReadOnlyCollection<int> statusCodes) =>
        (statusCodes.Count == 1 ? "the status code " : "one of the status codes ") + string.Join(", ", statusCodes.Order());
}
