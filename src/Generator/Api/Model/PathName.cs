namespace Kiln.Generator.Api.Model;

/// <summary>The name that a document gives the last segment of a path, whether the path has operations or only leads to others.</summary>
/// <example><c>/threats/{threat_id}</c> and <c>ByThreat</c></example>
internal sealed record PathName(string Path, string Name);
