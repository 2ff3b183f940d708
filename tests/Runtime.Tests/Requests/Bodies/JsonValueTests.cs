using System.Text;
using Kiln.Runtime.Requests.Bodies;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Tests.Requests.Bodies;

/// <summary>Values that a method sets in the caller's JSON body.</summary>
public sealed class JsonValueTests
{
    [Theory]
    [InlineData("{}", "/stream", """{"stream":true}""")]
    [InlineData("""{"stream":false,"n":1.50}""", "/stream", """{"stream":true,"n":1.50}""")]
    [InlineData("""{"a":{"b":1}}""", "/a/c~1d/~0", """{"a":{"b":1,"c/d":{"~":true}}}""")]
    [InlineData("""{"text":"é\u0022<","big":12345678901234567890.10}""", "/x", """{"text":"é\"<","big":12345678901234567890.10,"x":true}""")]
    public void The_value_is_set_and_the_others_stay(string body, string pointer, string expected)
    {
        var request = new RequestInformation();
        request.SetStreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body)), "application/vnd.x+json");

        request.WithJsonValue(pointer, true);

        Assert.Equal(expected, new StreamReader(request.Content).ReadToEnd());
        Assert.Equal(["application/vnd.x+json"], request.Headers["Content-Type"]);
    }

    [Fact]
    public void Without_a_body_one_is_made()
    {
        var request = new RequestInformation().WithJsonValue("/cursor", "a\"b");

        Assert.Equal("""{"cursor":"a\"b"}""", new StreamReader(request.Content).ReadToEnd());
        Assert.Equal(["application/json"], request.Headers["Content-Type"]);
    }

    [Theory]
    [InlineData("[]", "/a")]
    [InlineData("no JSON", "/a")]
    [InlineData("""{"a":1}""", "/a/b")]
    public void A_body_that_cannot_have_the_value_is_refused(string body, string pointer)
    {
        var request = new RequestInformation();
        request.SetStreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body)), "application/json");

        Assert.Throws<InvalidOperationException>(() => request.WithJsonValue(pointer, true));
    }
}
