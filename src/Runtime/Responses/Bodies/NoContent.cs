namespace Kiln.Runtime.Responses;

/// <summary>Represents the absence of a response body.</summary>
public readonly record struct NoContent;
