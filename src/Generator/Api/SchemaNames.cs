using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api;

/// <summary>The document's name for what stands at a pointer.</summary>
/// <example><c>/components/schemas/Pet/properties/owner</c> is <c>Pet owner</c>.</example>
internal static class SchemaNames
{
    private static readonly HashSet<string> Structure = new(StringComparer.Ordinal)
    {
        "components", "schemas", "definitions", "$defs", "properties", "items", "additionalProperties", "allOf", "oneOf", "anyOf",
        "paths", "responses", "requestBody", "requestBodies", "parameters", "headers", "content", "schema",
    };

    public static string Of(string pointer)
    {
        var tokens = JsonPointer.Parse(pointer);
        if (tokens is ["components", "schemas", _] or ["definitions", _])
            return tokens[tokens.Length - 1];

        return string.Join(" ", tokens.Where((token, i) => !Structure.Contains(token) || IsUserText(tokens, i)));
    }

    /// <summary>Whether what stands at a pointer is a field of an object.</summary>
    public static bool IsProperty(string pointer)
    {
        var tokens = JsonPointer.Parse(pointer);
        return tokens.Length > 2 && tokens[tokens.Length - 2] == "properties" && IsUserText(tokens, tokens.Length - 1);
    }

    // Below "properties" and "schemas" a token is the document's own word, even one like "items".
    private static bool IsUserText(string[] tokens, int index) =>
        index > 0 && tokens[index - 1] is "properties" or "schemas" or "definitions" && !IsUserText(tokens, index - 1);
}
