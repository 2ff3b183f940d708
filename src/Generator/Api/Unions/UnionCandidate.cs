using Kiln.Generator.Api.Nodes;

namespace Kiln.Generator.Api.Unions;

/// <summary>A case of a union while it is read; several may become one.</summary>
/// <param name="Schema">Its schema in the document.</param>
/// <param name="Use">The same, as it was read.</param>
/// <param name="Forms">The forms that it has in JSON.</param>
/// <param name="IsMerged">Whether it stands for several alternatives, so that the title of the schema does not name it.</param>
internal sealed record UnionCandidate(SchemaNode Schema, SchemaUse Use, IReadOnlyList<UnionCaseFacts> Forms, bool IsMerged = false);
