using System.Text.Json;
using Kiln.Tool.Observing.Validation.Schemas;

namespace Kiln.Tool.Observing.Validation;

/// <summary>Passes on what is found in a parameter or header, which has no place in a body.</summary>
internal sealed class WithoutPath(IContradictions inner) : IContradictions
{
    public void Add(ContradictionKind kind, string pointer, string detail, BodyPath? path, JsonElement? value) => inner.Add(kind, pointer, detail, null, value);
}
