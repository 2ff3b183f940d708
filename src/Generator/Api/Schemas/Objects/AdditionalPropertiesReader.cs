using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Api.Schemas.Objects;

/// <summary>
/// Reads the type of properties that an object does not name, from <c>additionalProperties</c> and <c>patternProperties</c>. Names are not matched against the
/// patterns, which come from the document and may be written to take for ever: so the values get a type where all of them have the same one.
/// </summary>
internal sealed class AdditionalPropertiesReader(ReadSchema read, List<DiagnosticInfo> diagnostics)
{
    private readonly List<(SchemaUse Use, SchemaNode Schema)> values = [];
    private bool isClosed;

    /// <summary>Adds what one schema says; of an <c>allOf</c> each subschema says its own.</summary>
    /// <returns>Whether it says anything.</returns>
    public bool Add(SchemaNode schema)
    {
        var before = values.Count;
        var patterns = schema.PatternProperties;
        foreach (var pattern in patterns)
            AddValue(pattern.Schema);

        if (schema.AdditionalProperties is { } additional)
            isClosed |= AddValue(additional);
        else if (patterns.Count > 0)
            isClosed |= schema.ForbidsAdditionalProperties;
        return values.Count > before;
    }

    /// <summary>The type; <see langword="null"/> where they may be anything, and, with a diagnostic, where no one type is all of them.</summary>
    public AdditionalProperties? Read()
    {
        if (values.Count == 0)
            return null;

        var first = values[0].Use;
        foreach (var (use, schema) in values)
        {
            if (use == first)
                continue;
            diagnostics.Add(new(ApiRules.MixedAdditionalProperties, schema.Location));
            return null;
        }
        return new(first.Schema, first.IsNullable, !isClosed);
    }

    // A schema that takes anything leaves the others' properties open.
    private bool AddValue(SchemaNode schema)
    {
        var use = read(schema);
        if (use.Schema is AnySchema)
            return false;
        values.Add((use, schema));
        return true;
    }
}
