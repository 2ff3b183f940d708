using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Kiln.Security.Tests.Support;

/// <summary>What calls leave in telemetry: all activities of the process with their tags and events, and the logs of the clients of <c>IHttpClientFactory</c> at every level.</summary>
internal sealed class Observed : ILoggerProvider, ILogger
{
    private readonly ActivityListener listener;
    private readonly ConcurrentQueue<string> texts = new();

    public Observed()
    {
        listener = new()
        {
            // The server is in this process too, and is not what is observed.
            ShouldListenTo = s => s.Name is "Kiln.Runtime" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public IReadOnlyCollection<string> Texts => texts;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        texts.Enqueue($"scope: {Text(state)}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        texts.Enqueue($"log: {formatter(state, exception)} {Text(state)} {exception}");

    public void Dispose() => listener.Dispose();

    private void Add(Activity activity)
    {
        var tags = activity.TagObjects.Concat(activity.Events.SelectMany(e => e.Tags)).Select(t => $"{t.Key}={t.Value}");
        texts.Enqueue($"activity: {activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {string.Join(' ', tags)}");
    }

    private static string Text(object? state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(v => $"{v.Key}={v.Value}")) : state?.ToString() ?? "";
}
