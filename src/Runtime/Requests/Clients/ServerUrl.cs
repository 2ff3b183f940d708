using Kiln.Runtime.Http;
using Kiln.Runtime.Text;

namespace Kiln.Runtime.Requests;

/// <summary>Makes the URLs of a document's servers (OpenAPI 3.1.1, "Server Object"). Called by emitted code.</summary>
public static class ServerUrl
{
    /// <summary>Makes the URL of a server.</summary>
    /// <param name="template">The document's URL, with variables in braces.</param>
    /// <param name="variables">A value for each variable.</param>
    /// <exception cref="ArgumentException">A value is not one of those that the document lists, or would change the structure of the URL.</exception>
    public static Uri Create(string template, params ServerVariable[] variables)
    {
        var url = Fill(template, variables);
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) ? Checked(uri) : throw Invalid(url, nameof(variables));
    }

    /// <summary>Makes the URL of a server that is relative to the URL of the document.</summary>
    /// <param name="address">The URL of the document, or of its host.</param>
    /// <param name="template">The document's URL, with variables in braces.</param>
    /// <param name="variables">A value for each variable.</param>
    /// <exception cref="ArgumentException">The address is invalid, or a value is not one of those that the document lists, or would change the structure of the URL.</exception>
    public static Uri Create(Uri address, string template, params ServerVariable[] variables)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            throw new ArgumentException("The address must be an absolute http or https URL.", nameof(address));
        var url = Fill(template, variables);
        return Uri.TryCreate(address, url, out var uri) ? Checked(uri) : throw Invalid(url, nameof(variables));
    }

    /// <summary>The URL of an operation's server, which may be relative to that of the client's.</summary>
    internal static Uri Resolve(string? baseUrl, string server) =>
        Uri.TryCreate(server, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? absolute
        : Uri.TryCreate(baseUrl, UriKind.Absolute, out var start) ? new Uri(start, server)
        : throw new InvalidOperationException("The request adapter has no base URL.");

    private static string Fill(string template, ServerVariable[] variables)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(variables);
        var url = new System.Text.StringBuilder();
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0 && rest[open..].IndexOf('}') is var length and >= 0)
        {
            url.Append(rest[..open]);
            var name = rest.Slice(open + 1, length - 1).ToString();
            rest = rest[(open + length + 1)..];
            var variable = Array.Find(variables, v => v.Name == name);
            if (variable.Name is null)
                throw new ArgumentException($"The server variable '{MessageText.OneLine(name)}' has no value.", nameof(variables));
            ServerVariableCheck.Check(variable, url.ToString(), rest);
            url.Append(variable.Value);
        }
        return url.Append(rest).ToString();
    }

    private static Uri Checked(Uri url)
    {
        BaseUrl.Check(url, nameof(url));
        return url;
    }

    private static ArgumentException Invalid(string url, string parameter) => new($"'{MessageText.OneLine(url)}' is not a URL.", parameter);
}
