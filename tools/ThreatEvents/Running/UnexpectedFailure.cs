using ThreatEvents.Output;

namespace ThreatEvents.Running;

/// <summary>Says in a sentence that something went wrong which nobody has foreseen: a stack trace is of no use to an analyst.</summary>
internal static class UnexpectedFailure
{
    /// <example><c>An unexpected error ended threat-events (InvalidOperationException): Sequence contains no elements.</c></example>
    public static string Describe(Exception exception)
    {
        var message = SafeText.Excerpt(exception.Message).TrimEnd('.');
        return $"An unexpected error ended threat-events ({exception.GetType().Name}){(message.Length == 0 ? "" : ": " + message)}.";
    }
}
