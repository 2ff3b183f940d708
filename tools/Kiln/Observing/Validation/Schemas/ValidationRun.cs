using System.Text.Json;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Tool.Observing.Validation.Schemas;

/// <summary>The validation of one body.</summary>
/// <param name="facts">The schemas of the document.</param>
/// <param name="direction">Whether it is a request or a response, which decides whether properties for the other only are required.</param>
/// <param name="isPatch">Whether nothing is required, because the body has only what changes.</param>
internal sealed class ValidationRun(SchemaFactsTable facts, Direction direction, bool isPatch = false)
{
    /// <summary>How deep schemas and values are followed.</summary>
    public const int Deepest = 128;

    /// <summary>How many schemas one value may be composed of.</summary>
    public const int MostParts = 64;

    // Alternatives within alternatives multiply; beyond this the first of those that look alike is taken.
    private int trials = 20_000;
    private int depth;

    public SchemaFactsTable Facts => facts;

    public Direction Direction => direction;

    public bool IsPatch => isPatch;

    /// <summary>The number of contradictions between a value and an alternative; 0 if too much was tried already.</summary>
    public int Try(SchemaNode alternative, JsonElement value)
    {
        if (--trials < 0)
            return 0;
        var counter = new ContradictionCounter();
        new SchemaValidator(this, counter, new()).Check(value, alternative);
        return counter.Count;
    }

    /// <summary>Enters a value; false if it is too deep. Each one that was entered has to be left.</summary>
    public bool Enter() => ++depth <= Deepest;

    public void Leave() => depth--;
}
