using Kiln.Runtime.Responses;

namespace Kiln.Runtime.Paging;

/// <summary>Gets resume tokens from exceptions that ended an enumeration of pages.</summary>
public static class ResumeTokens
{
    /// <summary>
    /// Returns the token to resume the enumeration that the exception ended, after the last returned item. Pass it to
    /// <see cref="Pages{TPage, TItem}.StartAt"/> of the same request.
    /// </summary>
    /// <returns>An opaque string of URL-safe characters; null if the exception did not end an enumeration of pages.</returns>
    public static string? GetResumeToken(this Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[ServiceException.ResumeTokenKey] as string;
    }

    /// <summary>Returns whether <see cref="Pages{TPage, TItem}.StartAt"/> accepts a string as far as it can be told without the pages: any cursor, or an undamaged resume token.</summary>
    public static bool IsValid(string cursorOrToken) => !string.IsNullOrEmpty(cursorOrToken) && ResumePosition.TryParse(cursorOrToken, default, out _);

    internal static void Attach(Exception exception, ResumePosition place) => exception.Data[ServiceException.ResumeTokenKey] = place.ToToken();
}
