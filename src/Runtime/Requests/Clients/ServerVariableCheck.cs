using Kiln.Runtime.Text;

namespace Kiln.Runtime.Requests;

/// <summary>
/// Refuses values of server variables that would change which part of the URL is which (RFC 3986, section 3): a value in the host cannot begin the path, and one in the path cannot begin the query or leave it.
/// </summary>
internal static class ServerVariableCheck
{
    /// <summary>Checks a value at its place.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="before">The URL before it, with values.</param>
    /// <param name="after">The template behind it.</param>
    public static void Check(ServerVariable variable, string before, ReadOnlySpan<char> after)
    {
        var value = variable.Value ?? throw Refuse(variable, "is missing");
        if (variable.Allowed is { } allowed)
            throw Refuse(variable, $"must be one of {MessageText.OneLine(allowed)}");

        if (before.Length == 0 && after.StartsWith("://"))
            Require(variable, value is "http" or "https", "must be http or https");
        else if (before.Length == 0 && value.Contains("://", StringComparison.Ordinal))
            Require(variable, IsBaseUrl(value), "must be an http or https URL without user information, query and fragment");
        else if (StartOfHost(before) is not (>= 0 and var host) || before.IndexOf('/', host) >= 0)
            Require(variable, IsPath(value, before), "must be a path without empty, '.' and '..' segments");
        else if (after.Length == 0 || after[0] == '/')
            Require(variable, IsEndOfAuthority(value, before[host..]), "must be the name of a host with an optional port, or a port, or a path");
        else
            Require(variable, value.Length > 0 && value.All(IsHostCharacter), "must be a part of a host's name: letters, digits, '-', '.' and '_'");
    }

    private static int StartOfHost(string before) => before.IndexOf("//", StringComparison.Ordinal) is >= 0 and var slashes ? slashes + 2 : -1;

    private static bool IsBaseUrl(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0 && !value.AsSpan().ContainsAny("?#\\");

    // https://api.example{path}, https://{host}, https://api.example:{port}
    private static bool IsEndOfAuthority(string value, string host)
    {
        if (host.Length > 0 && host[^1] is not ('.' or ':' or '-'))
            return (value.Length == 0 || value[0] == '/') && IsPath(value, host);
        if (host.Contains(':', StringComparison.Ordinal))
            return value.Length > 0 && value.All(char.IsAsciiDigit);
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? value : value[..colon];
        return name.Length > 0 && name.All(IsHostCharacter) && (colon < 0 || (colon < value.Length - 1 && value[(colon + 1)..].All(char.IsAsciiDigit)));
    }

    // A second slash at its beginning, or a colon, would make a relative URL one of another host or scheme (RFC 3986, section 4.2).
    private static bool IsPath(string value, string before) =>
        value.All(IsPathCharacter)
        && !value.Split('/').Any(segment => segment is "." or "..")
        && !value.Contains("//", StringComparison.Ordinal)
        && !(value.StartsWith('/') && before.EndsWith('/'))
        && !(before.Length == 0 && value.Contains(':', StringComparison.Ordinal));

    private static bool IsHostCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_';

    // A percent sign could hide any other (RFC 3986, section 3.3).
    private static bool IsPathCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "-._~!$&'()*+,;=:@/".Contains(c, StringComparison.Ordinal);

    private static void Require(ServerVariable variable, bool isAllowed, string what)
    {
        if (!isAllowed)
            throw Refuse(variable, what);
    }

    private static ArgumentException Refuse(ServerVariable variable, string what) =>
        new($"The server variable '{MessageText.OneLine(variable.Name)}' {what}{(variable.Value is { } value ? $", and not '{MessageText.OneLine(value)}'" : "")}.", variable.Name);
}
