namespace Kiln.Generator.Api.Model;

/// <summary>A value by which a request asks for a stream.</summary>
/// <param name="Name">The query parameter, or the JSON pointer (RFC 6901) of a property of the JSON body.</param>
/// <param name="IsInBody">Whether it is a property of the body.</param>
/// <param name="Value">The value: a string, or the JSON of a number or boolean.</param>
/// <param name="IsString">Whether the value is a string.</param>
/// <example><c>("/stream", true, "true", false)</c>; <c>("watch", false, "true", false)</c></example>
internal sealed record StreamFlag(string Name, bool IsInBody, string Value, bool IsString);
