using Kiln.Runtime.Requests;

namespace Kiln.Runtime.Tests.Requests.Clients;

/// <summary>The URLs of servers with variables: no value changes which part of the URL is which.</summary>
public sealed class ServerUrlTests
{
    [Theory]
    [InlineData("https://{v}.example/v1", "eu", "https://eu.example/v1")]
    [InlineData("https://{v}.example/v1", "a.b-c", "https://a.b-c.example/v1")]
    [InlineData("{v}://a.example", "http", "http://a.example/")]
    [InlineData("https://a.example:{v}/x", "8443", "https://a.example:8443/x")]
    [InlineData("https://{v}/x", "b.example:8443", "https://b.example:8443/x")]
    [InlineData("https://{v}", "b.example", "https://b.example/")]
    [InlineData("https://a.example/{v}", "v1/beta", "https://a.example/v1/beta")]
    [InlineData("https://a.example/{v}/x", "", "https://a.example//x")]
    [InlineData("https://a.example{v}", "/v2", "https://a.example/v2")]
    [InlineData("https://a.example{v}", "", "https://a.example/")]
    [InlineData("{v}/x", "https://b.example/base", "https://b.example/base/x")]
    public void Values_have_their_place(string template, string value, string expected) =>
        Assert.Equal(expected, ServerUrl.Create(template, ServerVariable.Of("v", value)).AbsoluteUri);

    [Theory]
    [InlineData("https://{v}.example/v1", "")]
    [InlineData("https://{v}.example/v1", "evil.com/")]
    [InlineData("https://{v}.example/v1", "evil.com#")]
    [InlineData("https://{v}.example/v1", "evil.com?")]
    [InlineData("https://{v}.example/v1", "user@evil")]
    [InlineData("https://{v}.example/v1", "evil.com:80")]
    [InlineData("https://{v}.example/v1", "evil\\")]
    [InlineData("https://{v}.example/v1", "a b")]
    [InlineData("https://{v}.example/v1", "a\r\nb")]
    [InlineData("https://{v}.example/v1", "%2f")]
    [InlineData("{v}://a.example", "file")]
    [InlineData("{v}://a.example", "https://evil.com/?")]
    [InlineData("https://a.example:{v}/x", "80@evil.com")]
    [InlineData("https://a.example:{v}/x", "")]
    [InlineData("https://{v}/x", "evil.com/../")]
    [InlineData("https://{v}/x", ":80")]
    [InlineData("https://a.example/{v}", "..")]
    [InlineData("https://a.example/{v}", "x/../y")]
    [InlineData("https://a.example/{v}", "%2e%2e")]
    [InlineData("https://a.example/{v}", "x?y")]
    [InlineData("https://a.example/{v}", "x#y")]
    [InlineData("https://a.example/{v}", "\\\\evil")]
    [InlineData("https://a.example{v}", ".evil.com")]
    [InlineData("https://a.example{v}", "@evil.com")]
    [InlineData("{v}/x", "https://user@evil.com")]
    [InlineData("{v}/x", "https://evil.com?")]
    [InlineData("{v}/x", "file:///etc")]
    public void A_value_that_would_change_the_structure_is_refused(string template, string value)
    {
        var e = Assert.Throws<ArgumentException>(() => ServerUrl.Create(template, ServerVariable.Of("v", value)));

        Assert.DoesNotContain('\n', e.Message);
    }

    [Theory]
    [InlineData("/api/{v}", "v2", "https://h.example/api/v2")]
    [InlineData("{v}", "v2", "https://h.example/docs/v2")]
    [InlineData("../{v}", "v2", "https://h.example/v2")]
    public void A_relative_url_is_relative_to_the_address(string template, string value, string expected) =>
        Assert.Equal(expected, ServerUrl.Create(new("https://h.example/docs/openapi.yaml"), template, ServerVariable.Of("v", value)).AbsoluteUri);

    [Theory]
    [InlineData("/{v}", "/evil.com")]
    [InlineData("{v}", "//evil.com")]
    [InlineData("{v}", "https:evil.com")]
    [InlineData("{v}", "javascript:alert")]
    [InlineData("/api/{v}", "..")]
    public void A_relative_url_stays_on_its_host(string template, string value) =>
        Assert.Throws<ArgumentException>(() => ServerUrl.Create(new("https://h.example/docs/openapi.yaml"), template, ServerVariable.Of("v", value)));

    [Fact]
    public void A_variable_without_a_value_is_named()
    {
        var e = Assert.Throws<ArgumentException>(() => ServerUrl.Create("https://{region}.example"));

        Assert.Contains("'region'", e.Message, StringComparison.Ordinal);
    }
}
