using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>Refuses headers that would be dropped, or end early and begin another header or request.</summary>
internal static class HeaderCheck
{
    // Beside letters and digits, of a token (RFC 9110, section 5.6.2).
    private const string Signs = "!#$%&'*+-.^_`|~";

    /// <summary>Checks all headers of a request, whoever has set them.</summary>
    /// <exception cref="ArgumentException">A name is no token, or a value holds a control character (RFC 9110, section 5.5). It does not show the value, which may be secret.</exception>
    public static void Check(RequestInformation request)
    {
        foreach (var (name, values) in request.Headers)
        {
            CheckName(name);
            foreach (var value in values)
                CheckValue(name, value);
        }
    }

    /// <summary>Checks one header.</summary>
    /// <inheritdoc cref="Check(RequestInformation)" path="exception"/>
    public static void Check(string name, string value)
    {
        CheckName(name);
        CheckValue(name, value);
    }

    private static void CheckName(string name)
    {
        if (!IsToken(name))
            throw new ArgumentException($"\"{Text.MessageText.OneLine(name)}\" is not the name of a header.", nameof(name));
    }

    private static void CheckValue(string name, string value)
    {
        if (HasControlCharacter(value))
            throw new ArgumentException($"The value of the header {name} has a line break or another control character.", nameof(value));
    }

    // Loops, since most names and values are short, and this is code that every process runs before its first response.
    private static bool IsToken(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !Signs.Contains(c))
                return false;
        }
        return name.Length > 0;
    }

    private static bool HasControlCharacter(string value)
    {
        foreach (var c in value)
        {
            if (c is (< ' ' and not '\t') or '\u007f')
                return true;
        }
        return false;
    }
}
