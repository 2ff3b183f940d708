using System.Text;

namespace Kiln.Runtime.Tests.Faults.Server;

/// <summary>What a server sends for one request, and what it does with the connection then. Never changes.</summary>
/// <example><c>Reply.Json("{}").CutAt(20)</c>, <c>Reply.Head("200 OK", "Content-Length: 10").Then(new Part.Stall())</c>.</example>
internal sealed record Reply(IReadOnlyList<Part> Parts, Ending Ending = Ending.KeepOpen)
{
    /// <summary>The connection ends after so many bytes, if the reply has as many.</summary>
    public long? EndsAt { get; init; }

    /// <summary>A reply from its bytes.</summary>
    public static Reply Raw(string text) => new([new Part.Bytes(Encoding.Latin1.GetBytes(text))]);

    /// <summary>A status line and headers; the body is for the caller to add.</summary>
    public static Reply Head(string status, params string[] headers) =>
        Raw($"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n");

    /// <summary>A whole answer with its length.</summary>
    public static Reply Of(string status, string? contentType, byte[] body, params string[] headers) =>
        Head(status, [$"Content-Length: {body.Length}", .. contentType is null ? Array.Empty<string>() : [$"Content-Type: {contentType}"], .. headers]).Then(body);

    /// <summary>A whole answer of JSON with status 200.</summary>
    public static Reply Json(string json, params string[] headers) => Of("200 OK", "application/json", Encoding.UTF8.GetBytes(json), headers);

    /// <summary>An answer without a body.</summary>
    public static Reply Empty(string status, params string[] headers) => Of(status, null, [], headers);

    public Reply Then(params Part[] parts) => this with { Parts = [.. Parts, .. parts] };

    public Reply Then(byte[] bytes) => Then(new Part.Bytes(bytes));

    public Reply Then(string text) => Then(Encoding.UTF8.GetBytes(text));

    /// <summary>The connection is closed in order (FIN) behind the reply.</summary>
    public Reply Close() => this with { Ending = Ending.Close };

    /// <summary>The connection is reset (RST) behind the reply.</summary>
    public Reply Reset() => this with { Ending = Ending.Reset };

    /// <summary>The connection is closed in order after so many bytes of the reply.</summary>
    public Reply CutAt(long count) => Close() with { EndsAt = count };
}

/// <summary>A piece of a reply.</summary>
internal abstract record Part
{
    /// <summary>Bytes, sent at once.</summary>
    public sealed record Bytes(ReadOnlyMemory<byte> Content) : Part;

    /// <summary>The same bytes again and again, so that a long body needs no memory. <see cref="long.MaxValue"/> for no end.</summary>
    public sealed record Repeated(ReadOnlyMemory<byte> Content, long Times) : Part;

    /// <summary>Bytes, each sent by itself.</summary>
    /// <param name="Content">The bytes.</param>
    /// <param name="Times">How often.</param>
    /// <param name="Pause">
    /// The time after each byte. Where a row is about a service that is too slow, it must have one: without it, how many bytes come in a time depends on the machine.
    /// </param>
    public sealed record Drip(ReadOnlyMemory<byte> Content, long Times = 1, TimeSpan Pause = default) : Part;

    /// <summary>Nothing, until a signal is given or the client or the server gives up.</summary>
    public sealed record Stall(Task? Until = null) : Part;
}

/// <summary>What becomes of the connection behind a reply.</summary>
internal enum Ending
{
    /// <summary>It waits for the next request.</summary>
    KeepOpen,

    /// <summary>It is closed in order: FIN, and what the client still sends is read.</summary>
    Close,

    /// <summary>It is reset: RST.</summary>
    Reset,
}
