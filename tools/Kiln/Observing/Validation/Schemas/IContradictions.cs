using System.Text.Json;

namespace Kiln.Tool.Observing.Validation.Schemas;

/// <summary>Takes what a validation finds.</summary>
internal interface IContradictions
{
    /// <param name="kind">How the document is contradicted.</param>
    /// <param name="pointer">The object of the document that is contradicted, in the normal form.</param>
    /// <param name="detail">What else tells it from others of the kind at this object; empty for nothing.</param>
    /// <param name="path">Where in the body; <see langword="null"/> for what is not in a body.</param>
    /// <param name="value">The value that was seen; <see langword="null"/> for none. It is valid during the call only.</param>
    void Add(ContradictionKind kind, string pointer, string detail, BodyPath? path, JsonElement? value);
}

/// <summary>Counts contradictions.</summary>
internal sealed class ContradictionCounter : IContradictions
{
    public int Count { get; private set; }

    public void Add(ContradictionKind kind, string pointer, string detail, BodyPath? path, JsonElement? value) => Count++;
}
