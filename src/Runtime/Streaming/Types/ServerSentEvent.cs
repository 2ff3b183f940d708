namespace Kiln.Runtime.Streaming;

/// <summary>A server-sent event (HTML Standard, section 9.2).</summary>
/// <typeparam name="T">The type of its data.</typeparam>
/// <param name="Id">The id of the event; null if it has none. An empty id means that a new connection begins without an id.</param>
/// <param name="Name">The name of the event; <c>message</c> if it has none.</param>
/// <param name="Retry">The time after which the client connects again, if the event has one. It is not limited here.</param>
/// <param name="Data">The data.</param>
public sealed record ServerSentEvent<T>(string? Id, string Name, TimeSpan? Retry, T Data);
