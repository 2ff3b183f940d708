using System.Collections.Concurrent;
using System.Diagnostics;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Telemetry;
using Kiln.Runtime.Tests.Support;
using Sample;

namespace Kiln.Runtime.Tests.Telemetry;

/// <summary>What can be observed of a call, and what never is.</summary>
public sealed class ActivityTests
{
    private const string Secret = "s3cret-value";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_an_activity_with_its_template_and_status()
    {
        var number = 0;
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.StatusCode = number++ == 0 ? 503 : 200;
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Json.Page(null, "1")));
        });
        using var observed = new Observed();
        var before = Activity.Current;

        await observed.In(() => new SampleClient(server.Adapter()).Threats[Secret].GetAsync(
            r =>
            {
                r.QueryParameters.Cursor = Secret;
                r.Headers.Add("Authorization", Secret);
            },
            Token));

        Assert.Same(before, Activity.Current);
        var activity = Assert.Single(observed.Calls);
        Assert.Equal("GET /web/api/v2.1/threats/{threat_id}/explore/events", activity.DisplayName);
        Assert.Equal(ActivityKind.Client, activity.Kind);
        Assert.Equal(ActivityStatusCode.Unset, activity.Status);
        Assert.Equal(
            [
                "http.request.method=GET", "http.request.resend_count=1", "http.response.status_code=200", "server.address=127.0.0.1", $"server.port={server.Url.Port}",
                "url.template=/web/api/v2.1/threats/{threat_id}/explore/events",
            ],
            Tags(activity));
        Assert.Equal("http.response.status_code=503", string.Join(" ", Assert.Single(activity.Events).Tags.Where(t => t.Key != "kiln.retry.delay").Select(t => $"{t.Key}={t.Value}")));
        Assert.DoesNotContain(Secret, string.Join(" ", Tags(activity)) + activity.DisplayName);
    }

    [Fact]
    public async Task An_error_has_its_type()
    {
        await using var server = await TestServer.StartAsync(404, "text/plain", "no");
        using var observed = new Observed();
        var events = server.Events();

        await observed.In(() => Assert.ThrowsAnyAsync<ServiceException>(() => events.GetAsync(cancellationToken: Token)));
        await server.DisposeAsync();
        await observed.In(() => Assert.ThrowsAsync<HttpRequestException>(() => events.GetAsync(cancellationToken: Token)));

        var activities = observed.Calls.ToList();
        Assert.All(activities, a => Assert.Equal(ActivityStatusCode.Error, a.Status));
        Assert.Equal(["404", "connection_error"], activities.Select(a => (string?)a.GetTagItem("error.type")));
        Assert.Null(activities[0].GetTagItem("http.request.resend_count"));
        Assert.Equal(3, activities[1].GetTagItem("http.request.resend_count"));
    }

    private static IEnumerable<string> Tags(Activity activity) => activity.TagObjects.Select(t => $"{t.Key}={t.Value}").Order(StringComparer.Ordinal);

    /// <summary>The activities of the calls of one test: other tests run beside it.</summary>
    private sealed class Observed : IDisposable
    {
        private readonly ActivityListener listener;
        private readonly ActivitySource source = new("Kiln.Runtime.Tests");
        private readonly ConcurrentQueue<Activity> stopped = new();
        private readonly List<ActivityTraceId> traces = [];

        public Observed()
        {
            listener = new()
            {
                ShouldListenTo = s => s.Name is KilnTelemetry.ActivitySourceName or "Kiln.Runtime.Tests",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = stopped.Enqueue,
            };
            ActivitySource.AddActivityListener(listener);
        }

        public IEnumerable<Activity> Calls => stopped.Where(a => a.Source.Name == KilnTelemetry.ActivitySourceName && traces.Contains(a.TraceId));

        public async Task In(Func<Task> call)
        {
            using var test = source.StartActivity()!;
            traces.Add(test.TraceId);
            await call();
        }

        public void Dispose()
        {
            listener.Dispose();
            source.Dispose();
        }
    }
}
