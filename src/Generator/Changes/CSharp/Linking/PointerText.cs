using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.CSharp.Linking;

/// <summary>Says a pointer in the words of the document.</summary>
internal static class PointerText
{
    /// <example><c>Pet.owner.name</c>, <c>GET /pets</c>; the pointer itself for what is neither a schema nor an operation.</example>
    public static string Of(string pointer)
    {
        var tokens = JsonPointer.Parse(pointer);
        return tokens switch
        {
            ["components", "schemas", var name, ..] => name + Path(tokens, 3),
            ["paths" or "webhooks", var path, var method, ..] when method is not "parameters" => $"{method.ToUpperInvariant()} {path}{OfOperation(tokens)}",
            ["paths" or "webhooks", var path, ..] => path,
            ["components", _, var name, ..] => name,
            _ => pointer,
        };
    }

    // Within an operation: the status of a response, and the properties of a body.
    private static string OfOperation(string[] tokens) => tokens.Length <= 3 ? "" : tokens[3] switch
    {
        "responses" when tokens.Length > 4 => $" {tokens[4]}{Spaced(Path(tokens, 5))}",
        "requestBody" => $" request{Spaced(Path(tokens, 4))}",
        _ => "",
    };

    private static string Spaced(string path) => path.Length > 0 ? " " + path : "";

    private static string Path(string[] tokens, int start)
    {
        var text = "";
        for (var i = start; i < tokens.Length; i++)
        {
            if (tokens[i] == "properties" && i + 1 < tokens.Length)
                text += $".{tokens[++i]}";
            else if (tokens[i] == "items")
                text += "[]";
        }
        return text;
    }
}
