using System.Text;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using Sample.Models;

namespace Kiln.Runtime.Tests.Requests;

public class RequestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_server_sees_path_query_and_accept()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        await server.Events().GetAsync(r => r.QueryParameters.Cursor = "a/b?c", Token);

        var seen = Assert.Single(server.Requests);
        Assert.Equal("/web/api/v2.1/threats/1/explore/events?cursor=a%2Fb%3Fc", seen.Target);
        Assert.Equal("application/json", seen.Headers["Accept"]);
        Assert.Contains("gzip", seen.Headers["Accept-Encoding"]);
    }

    [Fact]
    public async Task Hostile_path_values_reach_the_server_as_one_segment()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        await new Sample.SampleClient(server.Adapter()).Threats["a/../..?x#é"].GetAsync(cancellationToken: Token);

        Assert.Equal("/web/api/v2.1/threats/a%2F..%2F..%3Fx%23%C3%A9/explore/events", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task Headers_of_the_caller_are_sent_and_win()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        await server.Events().GetAsync(
            r =>
            {
                r.Headers.Add("Accept", "application/vnd.x+json");
                r.Headers.Add("X-Mine", "1");
            },
            Token);

        var seen = Assert.Single(server.Requests);
        Assert.Equal(("application/vnd.x+json", "1"), (seen.Headers["Accept"], seen.Headers["X-Mine"]));
    }

    [Fact]
    public async Task A_json_body_and_header_parameters_are_sent()
    {
        await using var server = await TestServer.StartAsync(204, null, "");
        var body = new ThreatEvent { Id = "é+", Names = [new string('x', 100_000)] };

        await server.Events().PostAsync(body, r => r.HeaderParameters.Trace = "t1", cancellationToken: Token);

        var seen = Assert.Single(server.Requests);
        Assert.Equal(("POST", "application/json", "t1"), (seen.Method, seen.Headers["Content-Type"], seen.Headers["X-Trace"]));
        Assert.Equal(Json.Write(body), seen.Body);
    }

    [Fact]
    public async Task A_body_is_sent_again_when_a_busy_service_asks_for_it()
    {
        var busy = 2;
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = busy-- > 0 ? 429 : 204;
            context.Response.Headers.RetryAfter = "0";
            return Task.CompletedTask;
        });

        await server.Events().PostAsync(new ThreatEvent { Id = "7" }, cancellationToken: Token);

        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, r => Assert.Equal(Json.Write(new ThreatEvent { Id = "7" }), r.Body));
    }

    [Fact]
    public void A_json_body_can_be_read_again_and_not_after_it_was_disposed()
    {
        var request = new RequestInformation();
        request.SetJsonContent(WireType.String, "é", "application/merge-patch+json");

        Assert.Equal(["application/merge-patch+json"], request.Headers["Content-Type"]);
        Assert.Equal("\"é\"", new StreamReader(request.Content, leaveOpen: true).ReadToEnd());
        request.Content.Position = 0;
        Assert.Equal("\"é\"", new StreamReader(request.Content, leaveOpen: true).ReadToEnd());
        request.Content.Dispose();
        Assert.Throws<ObjectDisposedException>(() => request.Content.ReadByte());
    }

    [Theory]
    [InlineData("text/plain", "text/plain; charset=utf-8")]
    [InlineData("text/csv; charset=UTF-8", "text/csv; charset=UTF-8")]
    public void A_text_body_says_its_charset(string given, string sent)
    {
        var request = new RequestInformation();
        request.SetStringContent("é", given);

        Assert.Equal([sent], request.Headers["Content-Type"]);
        Assert.Equal("é"u8.ToArray(), ((MemoryStream)request.Content).ToArray());
    }

    [Fact]
    public void Header_parameters_leave_nulls_out_and_what_the_caller_has_set()
    {
        var request = new RequestInformation();
        request.Headers.Add("X-Set", "caller");

        request.AddHeader("X-Null", WireType.String, null);
        request.AddHeader("X-None", WireType.Int32, (int?)null);
        request.AddHeader("X-Set", WireType.String, "parameter");
        request.AddHeader("X-Number", WireType.Int32, 5);
        request.AddHeader("X-Flag", WireType.Boolean, true);

        Assert.Equal(["X-Set=caller", "X-Number=5", "X-Flag=true"], request.Headers.Select(h => $"{h.Key}={string.Join(",", h.Value)}"));
    }

    [Theory]
    [InlineData("secret\r\nX-Evil: 1")]
    [InlineData("secret\n")]
    [InlineData("secret\0")]
    [InlineData("secreté")]
    public void A_header_cannot_smuggle_another(string value)
    {
        var e = Assert.Throws<ArgumentException>(() => new RequestInformation().AddHeader("X-Trace", WireType.String, value));
        Assert.Contains("X-Trace", e.Message);
        Assert.DoesNotContain("secret", e.Message);
    }

    [Fact]
    public void Telemetry_gets_the_template_and_not_the_url()
    {
        var request = new Sample.SampleClient(new ServiceRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider(), new("https://h"))).Threats["1"].ToGetRequestInformation();

        Assert.Equal("{+baseurl}/web/api/v2.1/threats/{threat_id}/explore/events{?countOnly,cursor,eventTypes}", request.UrlTemplate);
    }

    [Theory]
    [InlineData("/relative")]
    [InlineData("ftp://h")]
    [InlineData("https://user:pw@h")]
    [InlineData("https://h/?q=1")]
    [InlineData("https://h/#f")]
    public void An_adapter_wants_a_plain_base_url(string url) => Assert.Throws<ArgumentException>(
        () => new ServiceRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider(), new Uri(url, UriKind.RelativeOrAbsolute)));
}
