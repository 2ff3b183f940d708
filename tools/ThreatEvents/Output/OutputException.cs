namespace ThreatEvents.Output;

/// <summary>The output cannot be written; the message is the sentence to show.</summary>
internal sealed class OutputException(string sentence) : Exception(sentence)
{
    /// <summary>Whether an exception says that the system refused something about a file.</summary>
    /// <remarks>.NET calls a file that grows beyond the largest that the file system or the user's limit allows (EFBIG) an argument out of range.</remarks>
    public static bool IsOfFiles(Exception exception) => exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    /// <example><c>events.csv cannot be written: No space left on device.</c></example>
    /// <param name="name">What is written, as the person named it.</param>
    /// <param name="exception">Why it cannot be.</param>
    public static OutputException Unwritable(string name, Exception exception) => new($"{name} cannot be written: {Reason(name, exception)}");

    /// <summary>The system's reason without the name of the file, which .NET adds to some.</summary>
    public static string Reason(string name, Exception exception)
    {
        if (exception is ArgumentOutOfRangeException)
            return "it would exceed the maximum file size.";
        if (exception is DirectoryNotFoundException)
            return $"the folder does not exist: {Path.GetDirectoryName(Path.GetFullPath(name))}.";

        var reason = exception.Message;
        foreach (var suffix in (string[])[$" : '{Path.GetFullPath(name)}'", $" : '{name}'"])
            reason = reason.EndsWith(suffix, StringComparison.Ordinal) ? reason[..^suffix.Length] : reason;
        return reason.TrimEnd('.') + ".";
    }
}
