namespace Kiln.Generator.Shapes.Calls.Responses;

/// <summary>A further method of an operation, for media types of another type.</summary>
/// <param name="Name">What the names of its methods begin with: <c>GetText</c>.</param>
/// <param name="Response">What it returns.</param>
internal sealed record AnswerPlan(string Name, ResponsePlan Response);
