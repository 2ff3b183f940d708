using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Webhooks;
using Kiln.Runtime.Wire;
using Microsoft.AspNetCore.Http;
using Sample.Models;

namespace Kiln.Runtime.Tests.Webhooks;

/// <summary>How the body and the headers of a received request are read.</summary>
public sealed class PayloadTests
{
    private static readonly WireType<ThreatEvent> Event = WireType.Model<ThreatEvent>();

    [Fact]
    public void A_body_is_read_as_its_model() => Assert.Equal("7", WebhookPayload.Read(Event, Json("{\"id\":\"7\"}")).Id);

    [Theory]
    [InlineData("", null)]
    [InlineData("<html>", null)]
    [InlineData("[1]", "$")]
    [InlineData("{\"id\":", null)]
    [InlineData("null", "$")]
    public void What_is_not_the_model_says_where(string body, string? path)
    {
        var error = Assert.Throws<WebhookPayloadException>(() => WebhookPayload.Read(Event, Json(body)));
        Assert.StartsWith("The body of the webhook cannot be read: ", error.Message, StringComparison.Ordinal);
        if (path is not null)
            Assert.Equal(path, error.Path);
        Assert.NotNull(error.ByteOffset);
    }

    [Fact]
    public void A_violation_is_reported_or_thrown()
    {
        var seen = new List<ContractViolation>();
        WebhookPayload.Read(Event, Json("{\"id\":7}"), new() { OnViolation = seen.Add });
        Assert.Equal("$.id", seen[0].Path);

        var error = Assert.Throws<WebhookPayloadException>(() => WebhookPayload.Read(Event, Json("{\"id\":7}"), new() { Mode = ContractMode.Strict }));
        Assert.Equal(("$.id", seen[0]), (error.Path, error.Violation));
    }

    [Fact]
    public void A_body_beyond_the_limit_is_refused()
    {
        var error = Assert.Throws<WebhookPayloadException>(() => WebhookPayload.Read(Event, Json("{\"id\":\"7\"}"), new() { MaxBodyBytes = 9 }));
        Assert.Equal("The body of the webhook cannot be read: it has 10 bytes, which is more than the 9 that are allowed.", error.Message);
    }

    [Fact]
    public void The_signature_is_verified_before_anything_is_read()
    {
        var body = Json("not JSON");
        var headers = WebhookHeaders.Of(WebhookSignature.GitHub.Sign(body, "key"));
        Assert.Throws<WebhookSignatureException>(() => WebhookPayload.Read(Event, WebhookSignature.GitHub, headers, body, ["other"]));
        Assert.Throws<WebhookPayloadException>(() => WebhookPayload.Read(Event, WebhookSignature.GitHub, headers, body, ["key"]));
    }

    [Fact]
    public void Headers_come_from_any_framework()
    {
        var server = new DefaultHttpContext().Request.Headers;
        server["X-Kind"] = "a";
        server["X-Many"] = new(["1", null, "2"]);
        using var request = new HttpRequestMessage();
        request.Headers.Add("X-Kind", "a");
        request.Headers.Add("X-Many", ["1", "2"]);
        var own = new Dictionary<string, string[]> { ["x-kind"] = ["a"], ["x-many"] = ["1", "2"] };

        foreach (var headers in new[] { WebhookHeaders.Of(server), WebhookHeaders.Of(request.Headers), WebhookHeaders.Of(own) })
        {
            Assert.Equal(["a"], headers.As<KindHeaders>().All["x-kind"]);
            Assert.Equal(["1", "2"], headers.As<KindHeaders>().All["X-MANY"]);
        }
    }

    private static byte[] Json(string text) => Encoding.UTF8.GetBytes(text);

    private sealed class KindHeaders : TypedHeaders;
}
