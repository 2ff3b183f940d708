namespace Kiln.Runtime.Responses;

/// <summary>The body of a response that has none.</summary>
public readonly record struct NoContent;
