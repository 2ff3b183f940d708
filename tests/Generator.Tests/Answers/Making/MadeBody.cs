using System.Text;
using System.Text.Json.Nodes;

namespace Kiln.Generator.Tests.Answers.Making;

/// <summary>A body that is served, and what it means.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="ContentType">The content type; empty for no body.</param>
/// <param name="Json">Its value, if it is JSON.</param>
/// <param name="IsJson">Whether it is JSON: the value may be null.</param>
internal sealed record MadeBody(byte[] Bytes, string ContentType, JsonNode? Json, bool IsJson)
{
    public static MadeBody None { get; } = new([], "", null, false);

    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The items of a sequence, as it means them.</summary>
    public IReadOnlyList<JsonNode?>? Items { get; init; }

    /// <summary>The property in which each of them stands; <see langword="null"/> for none.</summary>
    public string? Wrapper { get; init; }
}
