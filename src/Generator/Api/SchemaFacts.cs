using Kiln.Generator.Specs.Tree;
using NJsonSchema;

namespace Kiln.Generator.Api;

/// <summary>Small questions about one schema.</summary>
internal static class SchemaFacts
{
    /// <summary>Whether null is a value of it, whichever way the document says so.</summary>
    public static bool IsNullable(JsonSchema schema) => Nullability.Of(schema);

    /// <summary>Whether null is its only value.</summary>
    public static bool IsNull(JsonSchema schema) => schema.Type == JsonObjectType.Null;

    /// <summary>
    /// The one schema that this one only adds words to, and its place in the <c>allOf</c>: there is nothing beside that, and the other parts hold words alone.
    /// </summary>
    public static (JsonSchema Schema, int Place)? OnlyPart(JsonSchema schema)
    {
        if (schema.AllOf.Count == 0 || schema.Properties.Count + schema.RequiredProperties.Count + schema.OneOf.Count + schema.AnyOf.Count > 0)
            return null;
        if (schema.AdditionalPropertiesSchema is not null)
            return null;

        var telling = schema.AllOf
            .Select((part, place) => (Schema: part, Place: place))
            .Where(p => schema.AllOf.Count == 1 || !Nullability.SaysAtMostNull(p.Schema))
            .Take(2)
            .ToList();
        return telling.Count == 1 ? telling[0] : null;
    }

    /// <summary>A text's format; 3.1 spells <c>byte</c> and <c>binary</c> with <c>contentEncoding</c>.</summary>
    public static string? StringFormat(JsonSchema schema, SpecMap root, string pointer)
    {
        if (schema.Type == JsonObjectType.File)
            return "binary";

        return Text(root, pointer + "/contentEncoding") switch
        {
            "base64" => "byte",
            "base64url" => "base64url",
            "binary" => "binary",
            _ => schema.Format,
        };
    }

    /// <summary>The keywords of a schema that say what a value may be by what else it is. <c>then</c> and <c>else</c> go with their <c>if</c>.</summary>
    public static IEnumerable<string> Conditions(SpecMap root, string pointer) =>
        JsonPointer.Find(root, pointer) is SpecMap map ? ConditionWords.Where(w => map[w] is not null) : [];

    private static readonly string[] ConditionWords = ["if", "not", "dependentSchemas"];

    public static string? Text(SpecMap root, string pointer) => JsonPointer.Find(root, pointer).AsText();

    public static IReadOnlyList<string> Texts(SpecMap root, string pointer) =>
        JsonPointer.Find(root, pointer) is SpecList list ? [.. list.Items.OfType<SpecScalar>().Select(s => s.Text)] : [];
}
