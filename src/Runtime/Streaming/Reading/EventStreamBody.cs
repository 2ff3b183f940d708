using System.Net.Http.Headers;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Text;

namespace Kiln.Runtime.Streaming;

/// <summary>A body of server-sent events, which are UTF-8 whatever the response declares; null for a response without a body.</summary>
internal sealed class EventStreamBody<T>(EventStreamType<T> type, ErrorMap errors, EventPosition position, bool isResumed, TimeSpan idleTimeout) : BodyType<EventReader<T>?>
{
    internal override bool KeepsOpen => true;

    internal override bool IsDocumented(int statusCode) => StreamResponse.IsAbsent(statusCode);

    /// <summary>What is written are events, by their type.</summary>
    internal override WrittenBody? Write(EventReader<T>? value) => throw new NotSupportedException();

    internal override async Task<EventReader<T>?> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken)
    {
        if (StreamResponse.IsAbsent(response.StatusCode))
            return null;
        if (IsOther(response.ContentType))
        {
            // A page of a proxy, or a service that does not know the flag which asks for a stream: its text says which.
            var (body, isCut) = await response.ReadErrorAsync(options, cancellationToken).ConfigureAwait(false);
            using (body)
                throw response.Unreadable($"of the type {MessageText.OneLine(response.ContentType!)}, where text/event-stream was expected", body.Memory, isCut);
        }
        return new(response, await StreamResponse.OpenAsync(response, cancellationToken).ConfigureAwait(false), options, type, errors, position, isResumed, idleTimeout);
    }

    // Missing and general types are read as what was asked for, as those of other bodies are.
    private static bool IsOther(string? contentType) => MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType is { } name
        && (name.EndsWith("json", StringComparison.OrdinalIgnoreCase) || name.EndsWith("html", StringComparison.OrdinalIgnoreCase) || name.EndsWith("xml", StringComparison.OrdinalIgnoreCase));
}
