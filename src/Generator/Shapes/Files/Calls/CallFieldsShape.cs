namespace Kiln.Generator.Shapes.Files;

/// <summary>The names of an operation's private static fields.</summary>
/// <param name="Response">The types of the responses.</param>
/// <param name="Paging">How pages are read.</param>
/// <example><c>("GetResponse", "GetPaging")</c></example>
internal sealed record CallFieldsShape(string Response, string Paging);
