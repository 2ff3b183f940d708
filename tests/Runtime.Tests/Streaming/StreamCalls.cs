using System.Net;
using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Streaming;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Sample.Models;

namespace Kiln.Runtime.Tests.Streaming;

/// <summary>Calls of operations whose responses are streams, as emitted code makes them.</summary>
internal static class StreamCalls
{
    public static EventStreamType<string> Texts { get; } = new(WireType.String);

    public static EventStreamType<ErrorDetail> Details { get; } = new(WireType.Model<ErrorDetail>()) { EndMarkers = ["[DONE]"] };

    public static ErrorMap Errors { get; } = new() { ["default"] = ErrorResponseException.Body };

    public static RequestInformation Request(IRequestAdapter adapter, Method method = Method.GET) =>
        new(method, "{+baseurl}/stream", new Dictionary<string, object> { ["baseurl"] = adapter.BaseUrl! });

    /// <summary>Events whose bytes a test gives.</summary>
    public static EventStream<T> Events<T>(EventStreamType<T> type, Stream body, ReadOptions? options = null, Method method = Method.GET) =>
        Events(type, Adapter(body, "text/event-stream", options), method);

    public static EventStream<T> Events<T>(EventStreamType<T> type, string body, ReadOptions? options = null, Method method = Method.GET) =>
        Events(type, new MemoryStream(Encoding.UTF8.GetBytes(body)), options, method);

    /// <summary>Events of a server.</summary>
    public static EventStream<T> Events<T>(EventStreamType<T> type, IRequestAdapter adapter, Method method = Method.GET) => new(adapter, type, Errors, () => Request(adapter, method));

    /// <summary>Items whose bytes a test gives.</summary>
    public static ItemStream<T> Items<T>(ItemStreamType<T> type, Stream body, ReadOptions? options = null, string contentType = "application/x-ndjson") =>
        Items(type, Adapter(body, contentType, options));

    public static ItemStream<T> Items<T>(ItemStreamType<T> type, string body, ReadOptions? options = null) => Items(type, new MemoryStream(Encoding.UTF8.GetBytes(body)), options);

    /// <summary>Items of a server.</summary>
    public static ItemStream<T> Items<T>(ItemStreamType<T> type, IRequestAdapter adapter) => new(adapter, type, Errors, () => Request(adapter));

    /// <summary>All items, and the exception that they ended in.</summary>
    public static async Task<(List<T> Items, Exception? Error)> ReadAsync<T>(IAsyncEnumerable<T> stream)
    {
        var items = new List<T>();
        try
        {
            await foreach (var item in stream.WithCancellation(TestContext.Current.CancellationToken))
                items.Add(item);
            return (items, null);
        }
        catch (Exception e)
        {
            return (items, e);
        }
    }

    /// <summary>All items of a stream without errors.</summary>
    public static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> stream)
    {
        var (items, error) = await ReadAsync(stream);
        Assert.Null(error);
        return items;
    }

    private static ServiceRequestAdapter Adapter(Stream body, string contentType, ReadOptions? options)
    {
        var handler = new StubHandler((_, number) =>
        {
            var content = new StreamContent(number == 0 ? body : Stream.Null);
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            return new(number == 0 ? HttpStatusCode.OK : HttpStatusCode.NoContent) { Content = content };
        });
        return new(new AnonymousAuthenticationProvider(), new("http://s.test"), new HttpClient(handler), options);
    }
}
