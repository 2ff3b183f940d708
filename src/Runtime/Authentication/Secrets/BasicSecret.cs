using System.Text;

namespace Kiln.Runtime.Authentication;

/// <summary>A user name and a password as one secret (RFC 7617, section 2).</summary>
internal static class BasicSecret
{
    // A character that UTF-8 cannot encode shall not silently become another password.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The two in Base64.</summary>
    /// <exception cref="ArgumentException">The user name has a colon, which would end it, or one of the two has a control character or an unpaired surrogate.</exception>
    public static string Encode(string userName, string password)
    {
        if (userName.Contains(':'))
            throw new ArgumentException("A user name cannot have a colon (RFC 7617, section 2).", nameof(userName));
        CheckText(userName, nameof(userName));
        CheckText(password, nameof(password));
        return Convert.ToBase64String(Utf8.GetBytes($"{userName}:{password}"));
    }

    private static void CheckText(string text, string parameter)
    {
        if (text.Any(char.IsControl) || Wire.JsonUnicode.HasUnpaired(text))
            throw new ArgumentException($"The {parameter} must be valid Unicode without control characters (RFC 7617, section 2).", parameter);
    }
}
