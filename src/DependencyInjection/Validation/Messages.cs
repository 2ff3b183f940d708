namespace Kiln.DependencyInjection.Validation;

/// <summary>Texts of exceptions for a person who has set a value in the configuration.</summary>
internal static class Messages
{
    /// <summary>The message without the name of the parameter, which .NET appends.</summary>
    public static string Of(Exception exception)
    {
        var message = exception.Message;
        var end = exception is ArgumentException { ParamName: { } name } ? message.IndexOf($" (Parameter '{name}')", StringComparison.Ordinal) : -1;
        return end < 0 ? message : message[..end];
    }
}
