using System.Text.Json.Nodes;

namespace Kiln.Tool.Observing.Corrections;

/// <summary>An action of an overlay.</summary>
/// <param name="Target">The query of what it changes.</param>
/// <param name="Update">What is merged into it; <see langword="null"/> for an action that removes it.</param>
/// <param name="Comments">Why, one sentence a line.</param>
internal sealed record OverlayAction(string Target, JsonObject? Update, IReadOnlyList<string> Comments);
