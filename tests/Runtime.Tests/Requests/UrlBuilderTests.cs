using CsCheck;
using Kiln.Runtime.Requests;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Sample;
using Sample.Models;

namespace Kiln.Runtime.Tests.Requests;

public class UrlBuilderTests
{
    private const string Base = "https://usea1.example.net";
    private const string Events = Base + "/web/api/v2.1/threats/1/explore/events";

    private static readonly Gen<string> Texts = Gen.String.Where(s => s.EnumerateRunes().All(r => r.Value != 0xFFFD));

    [Fact]
    public void No_parameters_no_query() => Assert.Equal(Events, Url("1"));

    [Fact]
    public void Parameters_are_in_the_documents_order_and_nulls_are_left_out() => Assert.Equal(
        Events + "?countOnly=true&cursor=a%20b%26c%3D%2B&limit=7&since=2024-01-02T03%3A04%3A05%2B01%3A00",
        Url("1", q =>
        {
            q.Since = new(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(1));
            q.Cursor = "a b&c=+";
            q.CountOnly = true;
            q.Limit = 7;
        }));

    [Fact]
    public void List_items_are_encoded_and_joined() =>
        Assert.Equal(Events + "?eventTypes=process,a%2Cb,%C3%A9", Url("1", q => q.EventTypes = [EventObjectType.Process, new("a,b"), new("é")]));

    [Fact]
    public void An_empty_list_is_left_out() => Assert.Equal(Events, Url("1", q => q.EventTypes = []));

    [Theory]
    [InlineData(ParameterStyle.Form, "n%5B%5D=a,b%2Cc")]
    [InlineData(ParameterStyle.FormExploded, "n%5B%5D=a&n%5B%5D=b%2Cc")]
    [InlineData(ParameterStyle.SpaceDelimited, "n%5B%5D=a%20b%2Cc")]
    [InlineData(ParameterStyle.PipeDelimited, "n%5B%5D=a%7Cb%2Cc")]
    public void Lists_have_styles(ParameterStyle style, string query) =>
        Assert.Equal($"{Base}/x?{query}", new StyleBuilder(Adapter()).ToRequestInformation(["a", "b,c"], style).URI.AbsoluteUri);

    [Theory]
    [InlineData(ParameterStyle.Form)]
    [InlineData(ParameterStyle.FormExploded)]
    [InlineData(ParameterStyle.SpaceDelimited)]
    [InlineData(ParameterStyle.PipeDelimited)]
    public void A_list_of_one_empty_text_is_sent_and_an_empty_list_is_not(ParameterStyle style)
    {
        var builder = new StyleBuilder(Adapter());

        Assert.Equal($"{Base}/x?n%5B%5D=", builder.ToRequestInformation([""], style).URI.AbsoluteUri);
        Assert.Equal($"{Base}/x", builder.ToRequestInformation([], style).URI.AbsoluteUri);
    }

    [Fact]
    public void Text_that_is_not_valid_unicode_is_refused_wherever_it_goes() => Assert.All(new[] { "\ud800", "\udc00", "a\ud83d", "\ude00\ud83d", "\ud83d\ude00\ud83d b" }, text =>
    {
        Assert.Throws<ArgumentException>(() => Url(text));
        Assert.Throws<ArgumentException>(() => Url("1", q => q.Cursor = text));
        Assert.Throws<ArgumentException>(() => Url("1", q => q.EventTypes = [EventObjectType.Process, new(text)]));
        foreach (var style in new[] { ParameterStyle.Form, ParameterStyle.FormExploded, ParameterStyle.SpaceDelimited, ParameterStyle.PipeDelimited })
            Assert.Throws<ArgumentException>(() => new StyleBuilder(Adapter()).ToRequestInformation(["a", text], style));
    });

    [Theory]
    [InlineData("", "/x?n%5B%5D=a")]
    [InlineData("?fixed=1", "/x?fixed=1&n%5B%5D=a")]
    public void A_path_may_bring_a_query_along(string query, string url) =>
        Assert.Equal(Base + url, new StyleBuilder(Adapter(), query).ToRequestInformation(["a"], ParameterStyle.Form).URI.AbsoluteUri);

    [Fact]
    public void Any_path_value_stays_one_segment() => Texts.Where(s => s is not ("" or "." or "..")).Sample(text =>
    {
        var uri = new Uri(Url(text));
        return uri.Segments.Length == 8 && uri.Query == "" && uri.Fragment == "" && Uri.UnescapeDataString(uri.Segments[5].TrimEnd('/')) == text;
    });

    [Fact]
    public void Any_query_value_comes_back() => Texts.Sample(text =>
    {
        var uri = new Uri(Url("1", q => q.Cursor = text));
        return uri.Fragment == "" && Uri.UnescapeDataString(uri.Query["?cursor=".Length..]) == text;
    });

    [Fact]
    public void Any_list_comes_back_from_its_commas() => Texts.Array[1, 5].Sample(texts =>
    {
        var uri = new Uri(Url("1", q => q.EventTypes = texts.Select(t => new EventObjectType(t)).ToList()));
        return uri.Query["?eventTypes=".Length..].Split(',').Select(Uri.UnescapeDataString).SequenceEqual(texts);
    });

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void Path_values_that_change_the_path_are_refused(string text) => Assert.Throws<ArgumentException>(() => Url(text));

    [Theory]
    [InlineData("a/../../b", "a%2F..%2F..%2Fb")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("..\\x", "..%5Cx")]
    [InlineData("?a#b", "%3Fa%23b")]
    public void Path_values_cannot_climb(string text, string segment) =>
        Assert.Equal($"/web/api/v2.1/threats/{segment}/explore/events", new Uri(Url(text)).AbsolutePath);

    [Theory]
    [InlineData("https://h.example/base/")]
    [InlineData("https://h.example/base")]
    public void The_base_url_may_have_a_path(string baseUrl) => Assert.Equal(
        "https://h.example/base/web/api/v2.1/threats/1/explore/events",
        new SampleClient(Adapter(baseUrl)).Threats["1"].ToGetRequestInformation().URI.AbsoluteUri);

    [Theory]
    [InlineData("https://other.example/next?cursor=abc&x=%20y#f", null, "https://other.example/next?cursor=abc&x=%20y#f")]
    [InlineData("https://other.example/next?cursor=abc&x=%20y#f", "def", "https://other.example/next?x=%20y&cursor=def")]
    [InlineData("https://other.example/next?a=1&c%75rsor=abc&b=2&cursor=z", "def", "https://other.example/next?a=1&b=2&cursor=def")]
    [InlineData("https://other.example/next", "def", "https://other.example/next?cursor=def")]
    public void A_url_given_whole_is_kept_but_for_parameters_that_are_set(string raw, string? cursor, string expected)
    {
        var builder = new SampleClient(Adapter()).Threats["1"].WithUrl(raw);

        Assert.Equal(expected, builder.ToGetRequestInformation(r => r.QueryParameters.Cursor = cursor).URI.AbsoluteUri);
    }

    [Theory]
    [InlineData("/relative")]
    [InlineData("ftp://h/x")]
    [InlineData("")]
    public void A_url_given_whole_must_be_whole(string raw) =>
        Assert.ThrowsAny<ArgumentException>(() => new SampleClient(Adapter()).Threats["1"].WithUrl(raw));

    [Fact]
    public void A_builder_with_a_url_of_its_own_leaves_the_first_as_it_was()
    {
        var first = new SampleClient(Adapter()).Threats["1"];

        var second = first.WithUrl("https://other.example/next");

        Assert.Equal(Events, first.ToGetRequestInformation().URI.AbsoluteUri);
        Assert.Equal("https://other.example/next", second.ToGetRequestInformation().URI.AbsoluteUri);
        Assert.Equal("https://third.example/", second.WithUrl("https://third.example/").ToGetRequestInformation().URI.AbsoluteUri);
    }

    [Fact]
    public void Without_a_base_url_there_is_no_request()
    {
        var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new(Base)) { BaseUrl = null };

        Assert.Throws<InvalidOperationException>(() => new SampleClient(adapter).Threats["1"].ToGetRequestInformation());
    }

    private static ServiceRequestAdapter Adapter(string baseUrl = Base) => new(new AnonymousAuthenticationProvider(), new(baseUrl));

    private static string Url(string threatId, Action<EventsQuery>? set = null) =>
        new SampleClient(Adapter()).Threats[threatId].ToGetRequestInformation(r => set?.Invoke(r.QueryParameters)).URI.AbsoluteUri;

    private sealed class StyleBuilder(IRequestAdapter adapter, string query = "") : RequestBuilder(adapter, "{+baseurl}/x{?n}")
    {
        public RequestInformation ToRequestInformation(IReadOnlyList<string> values, ParameterStyle style) => query == ""
            ? CreateRequest<StyleQuery>(Method.GET, $"/x", r => r.QueryParameters = new(values, style), null)
            : CreateRequest<StyleQuery>(Method.GET, $"/x?fixed=1", r => r.QueryParameters = new(values, style), null);
    }

    private sealed class StyleQuery(IReadOnlyList<string> values, ParameterStyle style) : IQueryParameters
    {
        public StyleQuery()
            : this([], ParameterStyle.FormExploded)
        {
        }

        public void AppendTo(UrlBuilder url) => url.AppendQueryList("n[]", Kiln.Runtime.Wire.WireType.String, values, style);
    }
}
