namespace Kiln.Generator.Api.Model;

/// <summary>Which operation something belongs to.</summary>
/// <param name="Path">The path template.</param>
/// <param name="Method">As it is sent.</param>
internal sealed record OperationKey(string Path, string Method);
