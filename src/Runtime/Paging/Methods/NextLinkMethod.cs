using System.Globalization;
using Kiln.Runtime.Http;
using Kiln.Runtime.Text;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Paging;

/// <summary>Pages that have a link to the next one.</summary>
/// <remarks>A link replaces the URL of the request; its method, headers, body and options stay. As credentials go with it, it may only lead to where the first request went.</remarks>
internal sealed class NextLinkMethod(PageOutput output) : PagingMethod
{
    private const string LinkHeaderName = "Link";
    private const string Relation = "next";

    internal override PagingKind Kind => PagingKind.NextLink;

    internal override string PositionName => "link";

    internal override IReadOnlyList<JsonPointer> Places { get; } = output.Pointer is { } place ? [place] : [];

    internal override PageOutput Output => output;

    /// <summary>A link as the header has it, where it is in the header for links of all relations.</summary>
    internal string Written(string link) => LinkHeaderName.Equals(output.Header, StringComparison.OrdinalIgnoreCase) ? $"<{link}>; rel=\"{Relation}\"" : link;

    internal override string? Apply(RequestInformation request, string position)
    {
        if (Resolve(request.URI, request.URI, position, out var problem) is not { } url)
            return problem;
        request.URI = url;
        return null;
    }

    internal override string? Find(Uri url, ReadOnlySpan<byte> body) => url.AbsoluteUri;

    internal override string? Next(ReceivedPage page, out string? problem)
    {
        problem = null;
        var link = output.Find(page);
        if (LinkHeaderName.Equals(output.Header, StringComparison.OrdinalIgnoreCase) && link is not null && !LinkHeader.TryFind(link, Relation, out link))
        {
            problem = $"has a Link header that cannot be read: \"{MessageText.OneLine(page.WithoutCredentials(output.Find(page)!))}\"";
            return null;
        }
        // What is too long for a URL is told as such.
        if (string.IsNullOrWhiteSpace(link) || link.Length > LongestPosition)
            return link;
        var url = Resolve(page.Asked, page.Answered, link, out problem);
        problem = problem is null ? null : "has a link to the next page that " + page.WithoutCredentials(problem);
        return url is null ? null : page.WithoutCredentials(url).AbsoluteUri;
    }

    internal override string MakeUp(MadeUpPage page)
    {
        var url = new UriBuilder(page.Url);
        url.Query = (url.Query.Length > 1 ? url.Query[1..] + "&" : "") + "page-of-test=" + (page.Index + 1).ToString(CultureInfo.InvariantCulture);
        return url.Uri.AbsoluteUri;
    }

    /// <summary>The URL that a link leads to.</summary>
    /// <param name="asked">What was asked, whose origin gets the credentials.</param>
    /// <param name="answered">What has answered, after redirects: what the link is relative to (RFC 3986, section 5.1.3).</param>
    /// <param name="link">The link.</param>
    /// <param name="problem">Why it is not followed; null if it is.</param>
    private static Uri? Resolve(Uri asked, Uri answered, string link, out string? problem)
    {
        problem = null;
        if (JsonUnicode.HasUnpaired(link) || !Uri.TryCreate(answered, link.Trim(), out var url) || !Origin.HasHost(url) || url.Scheme is not ("http" or "https"))
            problem = $"is not a URL of http or https: \"{MessageText.OneLine(link)}\"";
        else if (url.UserInfo.Length > 0)
            problem = "has user information in its URL, which is not sent";
        else if (asked.Scheme == Uri.UriSchemeHttps && url.Scheme == Uri.UriSchemeHttp)
            problem = $"changes from https to http, which is not followed: {Origin.Describe(url)}";
        else if (!Origin.AreSame(asked, url))
            problem = $"leads to another origin ({Origin.Describe(url)}), to which no request with the credentials of {Origin.Describe(asked)} is sent";
        else
            return url.Fragment.Length == 0 ? url : new Uri(url.AbsoluteUri.Split('#')[0]);
        return null;
    }
}
