using Kiln.Runtime.Responses;

namespace Kiln.Runtime.Paging;

/// <summary>Gets from any exception that ended a walk of pages where the walk can go on.</summary>
public static class ResumeTokens
{
    /// <summary>
    /// Where the walk can go on that the exception ended: behind the last item that it has handed out. For
    /// <see cref="Pages{TPage, TItem}.StartAt"/> of the same request.
    /// </summary>
    /// <returns>An opaque text of URL-safe characters; null if the exception did not end a walk of pages.</returns>
    public static string? GetResumeToken(this Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[ServiceException.ResumeTokenKey] as string;
    }

    /// <summary>Whether <see cref="Pages{TPage, TItem}.StartAt"/> takes a text: any cursor, and a resume token that is not damaged.</summary>
    public static bool IsValid(string cursorOrToken) => !string.IsNullOrEmpty(cursorOrToken) && ResumePosition.TryParse(cursorOrToken, out _);

    internal static void Attach(Exception exception, ResumePosition place) => exception.Data[ServiceException.ResumeTokenKey] = place.ToToken();
}
