using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Requests;

/// <summary>What a call is to send.</summary>
/// <param name="Parameters">The values of the parameters that are sent.</param>
/// <param name="Content">The media type of the body, and its schema; <see langword="null"/> for no body.</param>
/// <param name="Body">The value of the body.</param>
internal sealed record Meaning(IReadOnlyDictionary<RawParameter, JsonNode> Parameters, RawContent? Content, JsonNode? Body)
{
    /// <summary>Whether all is there that an operation requires. A schema that needs itself has no value.</summary>
    public bool IsPossible(RawOperation operation) =>
        (Content is null || Body is not null || !operation.IsBodyRequired) && operation.Parameters.All(p => !p.IsRequired || Parameters.ContainsKey(p));
}
