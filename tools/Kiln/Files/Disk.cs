using System.Security;

namespace Kiln.Tool.Files;

/// <summary>Turns what a file system refuses into a sentence.</summary>
internal static class Disk
{
    /// <param name="failure">What could not be done, without a full stop.</param>
    public static T Try<T>(string failure, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception refused) when (refused is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KilnFailure(ExitCodes.Usage, $"{failure}: it does not exist.");
        }
        // ArgumentException: a path with characters that no path has.
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException or ArgumentException)
        {
            throw new KilnFailure(ExitCodes.Usage, $"{failure}: {refused.Message}");
        }
    }

    public static void Try(string failure, Action action) =>
        Try(failure, () =>
        {
            action();
            return true;
        });
}
