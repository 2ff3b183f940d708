using System.Text.Json;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Observing.Validation.Schemas;

namespace Kiln.Tool.Observing.Validation;

/// <summary>Reads the text of a parameter or header as a value of its schema. A text that is none stays a string, which the validation then reports.</summary>
internal static class TextValues
{
    private static readonly Dictionary<string, char> Separators = new(StringComparer.Ordinal)
    {
        ["form"] = ',',
        ["simple"] = ',',
        ["spaceDelimited"] = ' ',
        ["pipeDelimited"] = '|',
        ["tabDelimited"] = '\t',
    };

    /// <summary>The value of a parameter; <see langword="null"/> if it cannot be read by itself, as an object whose properties are parameters.</summary>
    /// <param name="node">The parameter or header.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="texts">The text, or those of a parameter that was sent several times.</param>
    /// <param name="facts">The schemas of the document.</param>
    public static JsonElement? Read(PointedNode node, SchemaNode schema, IReadOnlyList<string> texts, SchemaFactsTable facts)
    {
        var types = facts.Of(schema.Unwrapped()).Types;
        if (types.Contains("object"))
            return null;
        if (!types.Contains("array"))
            return Scalar(types, texts[0]);

        var items = facts.Of(schema.Unwrapped()).Schema.Items;
        var itemTypes = items is null ? [] : facts.Of(items.Unwrapped()).Types;
        var style = node["style"].AsText() ?? (node["in"].AsText() is "query" or "cookie" ? "form" : "simple");
        var isExploded = node["explode"] is SpecScalar explode ? explode.Text == "true" : style == "form";
        if (!Separators.TryGetValue(style, out var separator))
            return null;
        var parts = isExploded && style == "form" ? texts : [.. texts.SelectMany(t => t.Split(separator, StringSplitOptions.TrimEntries))];
        return JsonSerializer.SerializeToElement(parts.Select(part => Scalar(itemTypes, part)));
    }

    private static JsonElement Scalar(IReadOnlyList<string> types, string text)
    {
        var isNumber = types.Any(t => t is "integer" or "number") && text.Length > 0 && (char.IsAsciiDigit(text[^1]) || text[^1] == '.');
        if (isNumber || (types.Contains("boolean") && text is "true" or "false"))
        {
            try
            {
                using var document = JsonDocument.Parse(text);
                return document.RootElement.Clone();
            }
            catch (JsonException)
            {
                // Such as 007, which is a text and no number.
            }
        }
        return JsonSerializer.SerializeToElement(text);
    }
}
