using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Telemetry;
using Kiln.Runtime.Tests.Support;

namespace Kiln.Runtime.Tests.Observation;

/// <summary>What an observer counts, tells, measures and records while responses are read.</summary>
public sealed class ContractObserverTests : IDisposable
{
    private const string Operation = "GET /web/api/v2.1/threats/{threat_id}/explore/events";

    private const string Total = "$.pagination.totalItems";

    // Two items that lack what is required, and a number in a string.
    private const string Body = """{"pagination":{"totalItems":"3"},"data":[{"objectType":"process"},{"objectType":"file"}]}""";

    private readonly string folder = Directory.CreateTempSubdirectory("kiln-observer").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Recording => Path.Combine(folder, "traffic.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Violations_are_counted_by_operation_status_and_location()
    {
        await using var server = await TestServer.JsonAsync(Body);
        using var observer = new ContractObserver();
        var events = server.Events(new ReadOptions { Observer = observer });

        await events.GetAsync(cancellationToken: Token);
        await events.GetAsync(cancellationToken: Token);

        Assert.Equal(2, observer.Responses);
        var id = Assert.Single(observer.GetObservations(), o => o.Path == "$.data[*].id");
        Assert.Equal((Operation, 200, 2L, 2L, "nothing"), (id.Operation, id.StatusCode, id.Count, id.Responses, id.Found));
        var total = Assert.Single(observer.GetObservations(), o => o.Path == Total);
        Assert.Equal($"{Operation} 200 {Total}: expected {total.Expected}, found string \"3\" (2 of 2 responses)", total.ToString());
    }

    [Fact]
    public async Task Pages_that_are_streamed_are_counted_when_each_is_read()
    {
        var number = 0;
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Json.Page(number++ == 0 ? "next" : null, "1", "2").Replace("\"id\":\"2\",", "", StringComparison.Ordinal)));
        });
        using var observer = new ContractObserver();

        Assert.Equal(4, await server.Events(new ReadOptions { Observer = observer }).GetAllAsync().CountAsync(Token));

        var id = Assert.Single(observer.GetObservations(), o => o.Path == "$.data[*].id");
        Assert.Equal((2L, 2L), (id.Count, observer.Responses));
    }

    [Fact]
    public async Task The_strict_mode_counts_what_it_throws()
    {
        await using var server = await TestServer.JsonAsync(Body);
        using var observer = new ContractObserver();
        var events = server.Events(new ReadOptions { Observer = observer, Mode = ContractMode.Strict });

        var thrown = await Assert.ThrowsAsync<ContractViolationException>(() => events.GetAsync(cancellationToken: Token));

        var seen = Assert.Single(observer.GetObservations());
        Assert.Equal((thrown.Violation.Path, thrown.Violation.Expected, 1L), (seen.Path, seen.Expected, seen.Count));
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_a_violation_and_the_call_still_throws()
    {
        await using var server = await TestServer.StartAsync(200, "text/html", "<title>Sign in</title>");
        using var observer = new ContractObserver();

        await Assert.ThrowsAsync<ResponseBodyException>(() => server.Events(new ReadOptions { Observer = observer }).GetAsync(cancellationToken: Token));

        Assert.Equal($"{Operation} 200 $: expected well-formed JSON, found a body of the type text/html that cannot be read (1 of 1 responses)", Assert.Single(observer.GetObservations()).ToString());
    }

    [Fact]
    public async Task Events_come_once_in_each_interval_and_their_exceptions_fail_no_call()
    {
        await using var server = await TestServer.JsonAsync("""{"pagination":{"totalItems":"3"}}""");
        var time = new ManualTime();
        using var observer = new ContractObserver(new() { TimeProvider = time, EventInterval = TimeSpan.FromMinutes(1) });
        var told = new List<long>();
        observer.ViolationObserved += (sender, o) =>
        {
            Assert.Same(observer, sender);
            told.Add(o.Count);
            throw new InvalidOperationException("of the handler");
        };
        var events = server.Events(new ReadOptions { Observer = observer });

        await events.GetAsync(cancellationToken: Token);
        await events.GetAsync(cancellationToken: Token);
        time.Advance(TimeSpan.FromMinutes(1));
        await events.GetAsync(cancellationToken: Token);

        Assert.Equal([1, 3], told);
    }

    [Fact]
    public async Task An_observer_that_is_off_sees_nothing_and_its_own_callback_still_does()
    {
        await using var server = await TestServer.JsonAsync(Body);
        using var observer = new ContractObserver { IsEnabled = false };
        var violations = 0;
        var events = server.Events(new ReadOptions { Observer = observer, OnViolation = _ => violations++ });

        await events.GetAsync(cancellationToken: Token);
        var before = violations;
        observer.IsEnabled = true;
        await events.GetAsync(cancellationToken: Token);

        Assert.Equal((1L, 2 * before), (observer.Responses, violations));
    }

    [Fact]
    public async Task Kinds_beyond_the_limit_are_counted_together()
    {
        await using var server = await TestServer.JsonAsync(Body);
        using var observer = new ContractObserver(new() { MaxKinds = 1 });

        await server.Events(new ReadOptions { Observer = observer }).GetAsync(cancellationToken: Token);

        Assert.Single(observer.GetObservations());
        Assert.True(observer.OtherViolations > 0);
    }

    [Fact]
    public async Task Metrics_count_responses_and_violations_without_values()
    {
        await using var server = await TestServer.JsonAsync("""{"pagination":{"totalItems":"s3cret"}}""");
        var measured = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == KilnTelemetry.MeterName)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            lock (measured)
                measured.Add($"{instrument.Name} {value} " + string.Join(" ", tags.ToArray().Select(t => $"{t.Key}={t.Value}")));
        });
        listener.Start();
        using var observer = new ContractObserver();

        await server.Events(new ReadOptions { Observer = observer }).GetAsync(cancellationToken: Token);

        // Other tests run beside this one.
        const string Tags = "http.request.method=GET url.template=/web/api/v2.1/threats/{threat_id}/explore/events http.response.status_code=200";
        Assert.Contains($"kiln.contract.responses 1 {Tags}", measured);
        Assert.Contains(measured, m => m.StartsWith($"kiln.contract.violations 1 {Tags} kiln.contract.path={Total} kiln.contract.expected=", StringComparison.Ordinal));
        Assert.DoesNotContain(measured, m => m.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_exception_of_a_listener_to_the_metrics_fails_no_call()
    {
        await using var server = await TestServer.JsonAsync(Body);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == KilnTelemetry.MeterName)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => throw new InvalidOperationException("of the listener"));
        listener.Start();
        using var observer = new ContractObserver();

        await server.Events(new ReadOptions { Observer = observer }).GetAsync(cancellationToken: Token);

        Assert.Equal(1, observer.Responses);
        Assert.NotEmpty(observer.GetObservations());
    }

    [Fact]
    public async Task A_recording_has_no_values_unless_asked()
    {
        await using var server = await TestServer.JsonAsync("""{"pagination":{"totalItems":"s3cret","nextCursor":{"s3cret":1}}}""");
        await using (var observer = new ContractObserver(new() { RecordingPath = Recording }))
            await server.Events(new ReadOptions { Observer = observer }).GetAsync(r => r.QueryParameters.Cursor = "s3cret", Token);

        var text = await File.ReadAllTextAsync(Recording, Token);
        using var record = JsonDocument.Parse(text);
        Assert.Equal((Operation, 200, "application/json"), (Get("operation"), record.RootElement.GetProperty("status").GetInt32(), Get("contentType")));
        Assert.Equal(
            [(Total, "string"), ("$.pagination.nextCursor", "an object")],
            record.RootElement.GetProperty("violations").EnumerateArray().Select(v => (v.GetProperty("path").GetString(), v.GetProperty("found").GetString())));
        Assert.DoesNotContain("s3cret", text);
        Assert.DoesNotContain("127.0.0.1", text);

        string? Get(string name) => record.RootElement.GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_recording_with_bodies_has_them_as_they_came_one_a_line()
    {
        var body = Json.Page(null, "1");
        await using var server = await TestServer.JsonAsync(body);
        await using var indented = await TestServer.JsonAsync(body.Replace("{", "{\r\n", StringComparison.Ordinal));
        await using (var observer = new ContractObserver(new() { RecordingPath = Recording, RecordBodies = true }))
        {
            await server.Events(new ReadOptions { Observer = observer }).GetAsync(cancellationToken: Token);
            await server.Events(new ReadOptions { Observer = observer }).GetAllAsync().CountAsync(Token);
            await indented.Events(new ReadOptions { Observer = observer }).GetAsync(cancellationToken: Token);
            Assert.Equal(0, observer.Unrecorded);
        }

        var records = (await File.ReadAllLinesAsync(Recording, Token)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(3, records.Count);
        Assert.All(records.Take(2), r => Assert.Equal(body, r.GetProperty("body").GetRawText()));
        Assert.Equal(body.Replace("{", "{\r\n", StringComparison.Ordinal), Encoding.UTF8.GetString(records[2].GetProperty("bodyBase64").GetBytesFromBase64()));
        Assert.Equal($"{server.Url}web/api/v2.1/threats/1/explore/events", records[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_recording_keeps_to_its_limits_and_says_what_is_missing()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null, "1"));
        await using var small = new ContractObserver(new() { RecordingPath = Recording, MaxRecordingBytes = 10 });
        await using var rare = new ContractObserver(new() { RecordingPath = Recording + "2", MaxRecordsPerMinute = 2, RecordBodies = true, MaxRecordedBodyBytes = 10, TimeProvider = new ManualTime() });

        for (var i = 0; i < 3; i++)
        {
            await server.Events(new ReadOptions { Observer = small }).GetAsync(cancellationToken: Token);
            await server.Events(new ReadOptions { Observer = rare }).GetAsync(cancellationToken: Token);
        }
        await small.DisposeAsync();
        await rare.DisposeAsync();

        Assert.Equal((3L, 1L), (small.Unrecorded, rare.Unrecorded));
        Assert.Equal("", await File.ReadAllTextAsync(Recording, Token));
        var lines = await File.ReadAllLinesAsync(Recording + "2", Token);
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.DoesNotContain("body", line));
    }

    [Fact]
    public void A_recording_that_cannot_be_opened_is_an_error_at_once() =>
        Assert.ThrowsAny<IOException>(() => new ContractObserver(new() { RecordingPath = Path.Combine(folder, "no", "such", "folder.jsonl") }));

    [Fact]
    public async Task An_observer_that_is_off_allocates_nothing()
    {
        var body = Encoding.UTF8.GetBytes(Json.Page(null, "1", "2"));
        using var off = new ContractObserver { IsEnabled = false };
        var without = BodyAdapter.Events(_ => new MemoryStream(body));
        var with = BodyAdapter.Events(_ => new MemoryStream(body), new ReadOptions { Observer = off });

        // The least of some calls: pools and tables are filled by the first.
        Assert.Equal(await LeastAsync(without), await LeastAsync(with));

        static async Task<long> LeastAsync(Sample.EventsRequestBuilder events)
        {
            var least = long.MaxValue;
            for (var i = 0; i < 50; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                await events.GetAsync(cancellationToken: Token);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }
            return least;
        }
    }
}
