namespace Kiln.Tool.Observing.Traffic;

/// <summary>What a recording has next: an exchange, one that cannot be used, or one that says nothing about a service.</summary>
/// <param name="Place">Where it is.</param>
internal abstract record TrafficItem(TrafficPlace Place);

/// <summary>An entry, or a file, that cannot be read.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Reason">Why, in a sentence that is the same for all entries with this fault.</param>
internal sealed record TrafficFault(TrafficPlace Place, string Reason) : TrafficItem(Place);

/// <summary>An entry without a response: it was blocked, aborted, or is not HTTP.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Reason">What it is, such as <c>without a response</c>.</param>
internal sealed record SkippedEntry(TrafficPlace Place, string Reason) : TrafficItem(Place);

/// <summary>A request with its response.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Url">The absolute URL; empty if <paramref name="Operation"/> says what was called.</param>
/// <param name="Status">The status code.</param>
internal sealed record Exchange(TrafficPlace Place, string Method, string Url, int Status) : TrafficItem(Place)
{
    /// <summary>The operation as <c>GET /pets</c> or its id, if the recording says it; else it is found by the URL.</summary>
    public string? Operation { get; init; }

    /// <summary>Whether the request was recorded as it was sent, with its query and body.</summary>
    public bool HasRequest { get; init; }

    /// <summary>The headers of the request; <see langword="null"/> if they were not recorded.</summary>
    public TrafficHeaders? RequestHeaders { get; init; }

    /// <summary>The headers of the response; <see langword="null"/> if they were not recorded.</summary>
    public TrafficHeaders? ResponseHeaders { get; init; }

    /// <summary>The body of the request; <see langword="null"/> for none, and for one that was not recorded.</summary>
    public TrafficBody? RequestBody { get; init; }

    /// <summary>The body of the response; <see langword="null"/> for none, and for one that was not recorded.</summary>
    public TrafficBody? ResponseBody { get; init; }

    /// <summary>What the runtime saw while it read the body, where it did not keep the body itself.</summary>
    public IReadOnlyList<RecordedViolation> Violations { get; init; } = [];
}

/// <summary>The body of a request or a response, decoded.</summary>
/// <param name="MediaType">As the header has it; <see langword="null"/> if it is not known.</param>
/// <param name="Bytes">The bytes without a content coding.</param>
internal sealed record TrafficBody(string? MediaType, ReadOnlyMemory<byte> Bytes);

/// <summary>A violation that the runtime reported.</summary>
/// <param name="Path">Where in the body: <c>$.data[3].pid</c>.</param>
/// <param name="Expected">What the document requires, in words.</param>
/// <param name="Found">What was found: <c>string "22566"</c>, <c>null</c>, or <c>nothing</c> for a missing property.</param>
internal sealed record RecordedViolation(string Path, string Expected, string Found);
