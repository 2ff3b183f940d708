using Kiln.Runtime.Text;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Requests;

/// <summary>The texts of parameters before they are encoded, and the exceptions for values that have none, which name the parameter.</summary>
internal static class ParameterText
{
    /// <summary>The text of a single value.</summary>
    /// <exception cref="ArgumentException">There is none: the value is null, a number that is not finite, or a text with an unpaired surrogate.</exception>
    public static string Of<T>(string parameter, WireType<T> type, T value)
    {
        if (value is null)
            throw Refused(parameter, "null cannot be an item of its list");
        string text;
        try
        {
            text = type.Format(value);
        }
        catch (ArgumentException e)
        {
            throw Refused(parameter, e);
        }
        // The encoder would put U+FFFD in its place, and the service would be asked for something else.
        return JsonUnicode.HasUnpaired(text) ? throw Refused(parameter, "it has a text with an unpaired surrogate") : text;
    }

    /// <summary>Refuses the parts of a list or an object of which one contains what separates them, where that cannot be encoded.</summary>
    public static void CheckParts(string parameter, IReadOnlyList<string> parts, char separator)
    {
        foreach (var part in parts)
        {
            if (part.Contains(separator))
                throw Refused(parameter, $"one of its items contains '{NameOf(separator)}', which separates them, and could not be told from two items");
        }
    }

    /// <summary>The exception for a value that cannot be sent.</summary>
    public static ArgumentException Refused(string parameter, string reason) => new($"The parameter {MessageText.OneLine(parameter)} cannot be sent: {reason}.", parameter);

    /// <summary>The same for what another exception says.</summary>
    public static ArgumentException Refused(string parameter, ArgumentException reason) =>
        new($"The parameter {MessageText.OneLine(parameter)} cannot be sent: {reason.Message}", parameter, reason);

    private static string NameOf(char separator) => separator == '\t' ? "\\t" : separator.ToString();
}
