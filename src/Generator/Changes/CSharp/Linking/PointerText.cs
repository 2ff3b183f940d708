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
            ["components", "schemas", var name, .. var rest] => name + Path(rest),
            ["paths" or "webhooks", var path, var method, .. var rest] when method is not "parameters" => $"{method.ToUpperInvariant()} {path}{Of(rest)}",
            ["paths" or "webhooks", var path, ..] => path,
            ["components", _, var name, ..] => name,
            _ => pointer,
        };
    }

    // Within an operation: the status of a response, and the properties of a body.
    private static string Of(string[] tokens) => tokens switch
    {
        ["responses", var status, .. var rest] => $" {status}{Inner(rest)}",
        ["requestBody", .. var rest] => $" request{Inner(rest)}",
        _ => "",
    };

    private static string Inner(string[] tokens) => Path(tokens) is { Length: > 0 } path ? " " + path : "";

    private static string Path(string[] tokens)
    {
        var text = "";
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] == "properties" && i + 1 < tokens.Length)
                text += $".{tokens[++i]}";
            else if (tokens[i] == "items")
                text += "[]";
        }
        return text;
    }
}
