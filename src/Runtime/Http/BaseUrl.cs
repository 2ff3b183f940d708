namespace Kiln.Runtime.Http;

/// <summary>Checks the base URLs that callers give.</summary>
internal static class BaseUrl
{
    /// <summary>Returns the URL as text.</summary>
    /// <param name="baseUrl">The URL.</param>
    /// <param name="name">What the caller knows it by.</param>
    /// <exception cref="ArgumentException">It is not absolute, not of http or https, or has user information, a query or a fragment.</exception>
    public static string Check(Uri baseUrl, string name = "baseUrl")
    {
        ArgumentNullException.ThrowIfNull(baseUrl, name);
        if (!baseUrl.IsAbsoluteUri || baseUrl.Scheme is not ("http" or "https"))
            throw new ArgumentException("The base URL must be an absolute http or https URL.", name);
        if (baseUrl.UserInfo.Length + baseUrl.Query.Length + baseUrl.Fragment.Length > 0)
            throw new ArgumentException("The base URL must not have user information, a query or a fragment.", name);
        return baseUrl.AbsoluteUri;
    }
}
