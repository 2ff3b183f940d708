using System.Text.Json.Serialization;

namespace Kiln.Benchmarks.Peers.SystemTextJson;

/// <summary>A page as a careful user of System.Text.Json writes it.</summary>
public sealed class StjPage
{
    [JsonPropertyName("data")]
    public List<StjEvent>? Data { get; set; }

    [JsonPropertyName("pagination")]
    public StjPagination Pagination { get; set; } = new();

    [JsonPropertyName("errors")]
    public List<StjError>? Errors { get; set; }
}

public sealed class StjPagination
{
    [JsonPropertyName("nextCursor")]
    public string? NextCursor { get; set; }

    [JsonPropertyName("totalItems")]
    public long TotalItems { get; set; }
}

public sealed class StjError
{
    [JsonPropertyName("code")]
    public long Code { get; set; }

    [JsonPropertyName("title")]
    public string Title { get; set; } = "";

    [JsonPropertyName("detail")]
    public string? Detail { get; set; }
}
