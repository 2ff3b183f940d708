using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using NJsonSchema;

namespace Kiln.Generator.Api;

/// <summary>
/// Reads what fields are that an object does not name, from <c>additionalProperties</c> and <c>patternProperties</c>. Names are not held against the
/// patterns, which come from the document and may be made to take for ever: so the values get a type where all of them have the same one.
/// </summary>
internal sealed class ExtraFieldsReader(SpecDocument spec, SchemaReader schemas, List<DiagnosticInfo> diagnostics)
{
    private readonly List<(SchemaUse Use, string Pointer)> values = [];
    private bool isClosed;

    /// <summary>Takes note of what one schema says; of an <c>allOf</c> each part says its own.</summary>
    /// <returns>Whether it says anything.</returns>
    public bool Add(JsonSchema schema, string pointer)
    {
        var before = values.Count;
        foreach (var pattern in schema.PatternProperties)
            AddValue(pattern.Value, $"{pointer}/patternProperties/{JsonPointer.Escape(pattern.Key)}");

        if (schema.AdditionalPropertiesSchema is { } additional)
            isClosed |= AddValue(additional, pointer + "/additionalProperties");
        else if (schema.PatternProperties.Count > 0)
            isClosed |= JsonPointer.Find(spec.Root, pointer + "/additionalProperties") is SpecScalar { Kind: ScalarKind.Boolean, Text: "false" };
        return values.Count > before;
    }

    /// <summary>What they are; <see langword="null"/> where they may be anything, or where no one type is all of it, which is told.</summary>
    public ExtraFields? Read()
    {
        if (values.Count == 0)
            return null;

        var first = values[0].Use;
        foreach (var (use, pointer) in values)
        {
            if (use == first)
                continue;
            diagnostics.Add(new(ApiRules.MixedAdditionalProperties, spec.PlaceOf(pointer)));
            return null;
        }
        return new(first.Schema, first.IsNullable, !isClosed);
    }

    // A schema that takes anything leaves the others' fields open.
    private bool AddValue(JsonSchema schema, string pointer)
    {
        var use = schemas.Read(schema, pointer);
        if (use.Schema is AnySchema)
            return false;
        values.Add((use, pointer));
        return true;
    }
}
