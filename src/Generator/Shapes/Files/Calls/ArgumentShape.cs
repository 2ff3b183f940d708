namespace Kiln.Generator.Shapes.Files;

/// <summary>A parameter that must be given.</summary>
/// <param name="Name">Its name in the methods.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Sent">How it is written into a request.</param>
/// <param name="IsReference">Whether a caller may pass null, whatever its type says.</param>
/// <param name="Doc">What the document says of it.</param>
internal sealed record ArgumentShape(string Name, string Type, SentShape Sent, bool IsReference, DocShape Doc);
