using System.Text;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Tool.Observing;

/// <summary>Says what an object of a document is, in the words of the document.</summary>
internal static class ObservedSubject
{
    // What leads from a schema to another, and how it is written.
    private static readonly Dictionary<string, string> Steps = new(StringComparer.Ordinal)
    {
        ["items"] = "[]",
        ["additionalProperties"] = ".*",
        ["additionalItems"] = "[]",
    };

    private static readonly string[] Combinations = ["allOf", "oneOf", "anyOf"];

    /// <example><c>Pet.tags[]</c> of <c>/components/schemas/Pet/properties/tags/items</c>; <c>GET /pets 200 .data</c> of an inline schema</example>
    public static string Of(SpecNode root, string pointer) => JsonPointer.Parse(pointer) switch
    {
        ["components", "schemas", var name, .. var rest] => name + InSchema(rest),
        ["components", "responses", var name, .. var rest] => $"response {name}{InResponse(rest)}",
        ["components", var section, var name, .. var rest] => $"{section.TrimEnd('s')} {name}{InSchema(AfterSchema(rest))}",
        ["paths", var path, "additionalOperations", var method, .. var rest] => $"{method} {path}{InOperation(root, pointer, rest)}",
        ["paths", var path, "parameters", _, .. var rest] => $"{path} {Parameter(root, pointer, rest)}",
        ["paths", var path, var method, .. var rest] => $"{method.ToUpperInvariant()} {path}{InOperation(root, pointer, rest)}",
        _ => pointer,
    };

    private static string InOperation(SpecNode root, string pointer, string[] tokens) => tokens switch
    {
        ["parameters", _, .. var rest] => $" {Parameter(root, pointer, rest)}",
        ["requestBody", .. var rest] => $" request{InResponse(rest)}",
        ["responses", var status, .. var rest] => $" {status}{InResponse(rest)}",
        _ => "",
    };

    private static string Parameter(SpecNode root, string pointer, string[] rest)
    {
        var tokens = JsonPointer.Parse(pointer);
        var node = JsonPointer.Find(root, tokens[..^rest.Length]) as SpecMap;
        return $"{node?["in"].AsText()} {node?["name"].AsText()}{InSchema(AfterSchema(rest))}";
    }

    private static string InResponse(string[] tokens) => tokens switch
    {
        ["headers", var name, .. var rest] => $" header {name}{InSchema(AfterSchema(rest))}",
        ["content", _, .. var rest] when InSchema(AfterSchema(rest)) is { Length: > 0 } path => " " + path,
        _ => "",
    };

    private static string[] AfterSchema(string[] tokens) => Array.IndexOf(tokens, "schema") is >= 0 and var at ? tokens[(at + 1)..] : [];

    private static string InSchema(string[] tokens)
    {
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] == "properties" && i + 1 < tokens.Length)
                text.Append('.').Append(tokens[++i]);
            else if (Combinations.Contains(tokens[i]) || tokens[i] == "patternProperties")
            {
                text.Append(tokens[i] == "patternProperties" ? ".*" : "");
                i++;
            }
            else if (Steps.TryGetValue(tokens[i], out var step))
                text.Append(step);
        }
        return text.ToString();
    }
}
