namespace Kiln.Runtime.Responses;

/// <summary>The body of an answer that has none.</summary>
public readonly record struct NoContent;
