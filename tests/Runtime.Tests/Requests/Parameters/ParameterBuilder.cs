using Kiln.Runtime.Requests;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Runtime.Tests.Requests.Parameters;

/// <summary>Makes the URLs and headers of requests that have some parameters.</summary>
internal sealed class ParameterBuilder() : RequestBuilder<ParameterBuilder>(new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new(Base)), "{+baseurl}/x")
{
    public const string Base = "https://h.example";

    /// <summary>What stands behind the question mark.</summary>
    public static string Query(Appender append) => Query(new ParameterBuilder(), append);

    /// <summary>The same for a URL that the caller has given.</summary>
    public static string QueryAfter(string url, Appender append) => Query(new ParameterBuilder().WithUrl(url), append);

    /// <summary>The segment that a value becomes.</summary>
    public static string Segment(Func<PathText> text) => new ParameterBuilder().Request(text()).URI.AbsoluteUri[(Base.Length + 1)..];

    /// <summary>The header of that name; null for none.</summary>
    public static string? Header(string name, Action<RequestInformation> add)
    {
        var request = new RequestInformation();
        add(request);
        return request.Headers.TryGetValue(name, out var values) ? Assert.Single(values) : null;
    }

    /// <summary>Appends to a URL, which cannot be the argument of an ordinary delegate.</summary>
    public delegate void Appender(UrlBuilder url);

    private static string Query(ParameterBuilder builder, Appender append) => builder.Request(new Appended { Append = append }).URI.Query;

    private RequestInformation Request(PathText text) => CreateRequest<DefaultQueryParameters>(Method.GET, $"/{text}", null, null);

    private RequestInformation Request(Appended query) => CreateRequest<Appended>(Method.GET, $"/x", r => r.QueryParameters = query, null);

    private sealed class Appended : IQueryParameters
    {
        public Appender? Append { get; set; }

        public void AppendTo(UrlBuilder url) => Append?.Invoke(url);
    }
}
