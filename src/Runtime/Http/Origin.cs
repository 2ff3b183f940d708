namespace Kiln.Runtime.Http;

/// <summary>The scheme, host and port of a URL (RFC 6454, section 4), by which is decided who gets a secret.</summary>
internal static class Origin
{
    /// <summary>Whether two URLs have the same origin. The case of a host does not matter, nor whether it is written in Unicode.</summary>
    public static bool AreSame(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && HostOf(one) is { } host && string.Equals(host, HostOf(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether nobody between here and there can read what is sent: over https, or to this machine.</summary>
    public static bool IsPrivate(Uri url) => url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback);

    /// <summary>The origin as text.</summary>
    /// <example><c>https://api.example:8443</c></example>
    public static string Describe(Uri url) => Text.MessageText.OneLine($"{url.Scheme}://{url.Authority}");

    /// <summary>Whether a URL has a host. One beyond ASCII may have no form that a name server knows, which .NET finds out late and by an exception.</summary>
    public static bool HasHost(Uri url) => url.IsAbsoluteUri && HostOf(url) is { Length: > 0 };

    private static string? HostOf(Uri url)
    {
        try
        {
            return url.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
