using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Nodes;

/// <summary>The document's name for the schema of a pointer.</summary>
/// <example><c>/components/schemas/Pet/properties/owner</c> is <c>Pet owner</c>.</example>
internal static class SchemaNames
{
    private static readonly HashSet<string> Structure = new(StringComparer.Ordinal)
    {
        "components", "schemas", "definitions", "$defs", "properties", "items", "additionalProperties", "allOf", "oneOf", "anyOf",
        "paths", "responses", "requestBody", "requestBodies", "parameters", "headers", "content", "schema",
    };

    /// <summary>The name of a component, or the keys that lead to any other schema.</summary>
    public static string Of(string pointer)
    {
        var tokens = JsonPointer.Parse(pointer);
        if (IsComponent(tokens))
            return tokens[tokens.Length - 1];

        return string.Join(" ", tokens.Where((token, i) => !Structure.Contains(token) || IsName(tokens, i)));
    }

    /// <summary>Whether a pointer leads to an entry of <c>components/schemas</c>.</summary>
    public static bool IsComponent(string pointer) => IsComponent(JsonPointer.Parse(pointer));

    /// <summary>Whether a pointer leads to a property of an object.</summary>
    public static bool IsProperty(string pointer)
    {
        var tokens = JsonPointer.Parse(pointer);
        return tokens.Length > 2 && tokens[tokens.Length - 2] == "properties" && IsName(tokens, tokens.Length - 1);
    }

    private static bool IsComponent(string[] tokens) => tokens is ["components", "schemas", _] or ["definitions", _];

    // Below "properties" and "schemas" a token is a name that the document chose, even one like "items".
    private static bool IsName(string[] tokens, int index) =>
        index > 0 && tokens[index - 1] is "properties" or "schemas" or "definitions" && !IsName(tokens, index - 1);
}
