namespace Kiln.Generator.Shapes.Files;

/// <summary>The names of an operation's private static fields.</summary>
/// <param name="Response">The type of the response.</param>
/// <param name="Errors">The exception for each status.</param>
/// <param name="Paging">How pages are read.</param>
/// <example><c>("GetResponse", "GetErrors", "GetPaging")</c></example>
internal sealed record CallFieldsShape(string Response, string Errors, string Paging);
