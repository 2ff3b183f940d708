using System.Globalization;
using System.Text.Json.Nodes;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Tool.Observing.Corrections;

/// <summary>Corrects a schema such that it allows what was seen, and no more than needed.</summary>
/// <param name="version">The version of the document, which decides how it is written.</param>
internal sealed class SchemaCorrections(SpecVersion version)
{
    // What says something of numbers or of an enum of them, where a parameter turns out to be a text.
    private static readonly string[] NumberKeywords = ["format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "enum", "const"];

    private bool HasTypeLists => version >= SpecVersion.OpenApi31;

    /// <summary>Allows null.</summary>
    public void AllowNull(ObjectCorrection schema)
    {
        if (!HasTypeLists)
        {
            // Beside a $ref nothing counts.
            if (schema.Node[SpecReference.Key] is not null)
                schema.Update["allOf"] = new JsonArray(schema.MoveContent());
            schema.Update[version == SpecVersion.Swagger20 ? "x-nullable" : "nullable"] = true;
            if (schema.Node["enum"] is SpecList)
                schema.Append("enum", null);
            return;
        }

        switch (schema.Node["type"], schema.Node[SpecReference.Key])
        {
            case (SpecScalar { Kind: ScalarKind.String } type, null):
                schema.Append("type", type.Text);
                schema.Append("type", "null");
                break;
            case (SpecList, null):
                schema.Append("type", "null");
                break;
            case (null, null) when Alternatives(schema) is { } keyword && schema.Node["allOf"] is null:
                schema.Append(keyword, new JsonObject { ["type"] = "null" });
                break;
            case (null, null) when schema.Node["enum"] is not null || schema.Node["const"] is not null:
                break;
            default:
                schema.Update["oneOf"] = new JsonArray(schema.MoveContent(), new JsonObject { ["type"] = "null" });
                return;
        }
        if (schema.Node["enum"] is SpecList || schema.Node["const"] is not null)
            AllowValue(schema, null);
    }

    /// <summary>Allows further types.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="documented">The types that it allows already.</param>
    /// <param name="seen">The values of other types.</param>
    /// <param name="isText">Whether it is of a parameter or header, whose values are texts, whatever else they can be read as.</param>
    public void AllowTypes(ObjectCorrection schema, IReadOnlyList<string> documented, InferredSchema seen, bool isText)
    {
        if (seen.Types.SetEquals(["number"]) && documented.Contains("integer"))
        {
            AllowFractions(schema);
            return;
        }
        if (isText)
        {
            schema.Update["type"] = "string";
            foreach (var keyword in NumberKeywords)
                schema.Remove(keyword);
            return;
        }
        if (HasTypeLists && documented.Count > 0 && !seen.Types.Overlaps(["array", "object"]) && schema.Node[SpecReference.Key] is null)
        {
            foreach (var type in schema.Node["type"] is SpecList ? [] : documented)
                schema.Append("type", type);
            foreach (var type in seen.Types.Where(t => !documented.Contains(t) && (t != "integer" || !seen.Types.Contains("number"))).Order(StringComparer.Ordinal))
                schema.Append("type", type);
            return;
        }

        var moved = schema.MoveContent();
        // OpenAPI 2.0 has no unions: then any value is allowed.
        if (version != SpecVersion.Swagger20)
            schema.Update["oneOf"] = new JsonArray(moved, seen.ToSchema(version));
    }

    /// <summary>Allows a further alternative of a union, or a further type of a schema with several.</summary>
    public void AllowAlternative(ObjectCorrection schema, InferredSchema seen)
    {
        if (Alternatives(schema) is { } keyword)
            schema.Append(keyword, seen.ToSchema(version));
        else
            AllowTypes(schema, schema.Node["type"].Texts(), seen, isText: false);
    }

    /// <summary>Allows values beside those of an enum; all, if it is not known which.</summary>
    public void AllowValues(ObjectCorrection schema, IReadOnlyCollection<string>? values)
    {
        if (values is null)
        {
            schema.Remove("enum");
            schema.Remove("const");
            return;
        }
        foreach (var value in values)
            AllowValue(schema, JsonNode.Parse(value));
    }

    /// <summary>Drops a format, or takes that of larger integers.</summary>
    public static void DropFormat(ObjectCorrection schema, InferredSchema seen, string format)
    {
        if (format == "int32" && seen.Types.SetEquals(["integer"]) && !seen.IsBeyondInt64 && schema.Node["format"] is not null)
            schema.Update["format"] = "int64";
        else
            schema.Remove("format");
        if (format == "byte")
            schema.Remove("contentEncoding");
    }

    /// <summary>Widens a limit to what was seen; drops one that cannot be widened.</summary>
    public static void Widen(ObjectCorrection schema, string keyword, (decimal Least, decimal Greatest)? measured)
    {
        if (keyword == "uniqueItems")
            schema.Update[keyword] = false;
        else if (keyword is "pattern" or "multipleOf" || measured is not var (least, greatest))
            schema.Remove(keyword);
        else if (keyword.StartsWith("exclusive", StringComparison.Ordinal))
            WidenExclusive(schema, keyword, keyword == "exclusiveMaximum" ? greatest : least);
        else
            schema.Update[keyword] = Number(keyword.StartsWith("max", StringComparison.Ordinal) ? greatest : least);
    }

    private static void WidenExclusive(ObjectCorrection schema, string keyword, decimal value)
    {
        // In OpenAPI 3.0 it is a flag beside the limit.
        if (schema.Node[keyword] is SpecScalar { Kind: ScalarKind.Boolean })
        {
            schema.Update[keyword] = false;
            return;
        }
        schema.Remove(keyword);
        var inclusive = keyword == "exclusiveMaximum" ? "maximum" : "minimum";
        schema.Update[inclusive] = Number(value);
    }

    private static void AllowFractions(ObjectCorrection schema)
    {
        if (schema.Node["type"] is SpecList)
            schema.Append("type", "number");
        else
            schema.Update["type"] = "number";
        if (schema.Node["format"].AsText()?.Contains("int", StringComparison.Ordinal) == true)
            schema.Remove("format");
    }

    private static void AllowValue(ObjectCorrection schema, JsonNode? value)
    {
        if (schema.Node["const"] is { } constant)
        {
            schema.Remove("const");
            schema.Append("enum", ObjectCorrection.ToJson(constant));
        }
        schema.Append("enum", value);
    }

    private static string? Alternatives(ObjectCorrection schema) => schema.Node["oneOf"] is SpecList ? "oneOf" : schema.Node["anyOf"] is SpecList ? "anyOf" : null;

    private static JsonNode Number(decimal value) => JsonNode.Parse(value.ToString(CultureInfo.InvariantCulture))!;
}
