using System.Globalization;
using System.Text.Json;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Observing.Traffic;
using Kiln.Tool.Observing.Validation.Schemas;

namespace Kiln.Tool.Observing.Validation;

/// <summary>Reads violations that the runtime recorded without the body: finds the schema at the path, and compares what was found with it.</summary>
internal sealed class ViolationReader(SchemaFactsTable facts, IContradictions sink)
{
    // An object may be composed of others in many ways.
    private const int MostSchemas = 256;

    public void Read(RecordedViolation violation, SchemaNode body)
    {
        if (Steps(violation.Path) is not { } steps)
            return;
        var path = new BodyPath();
        List<SchemaNode> current = [body];
        for (var i = 0; i < steps.Count; i++)
        {
            var isLast = i == steps.Count - 1;
            if (isLast && violation.Found == "nothing")
            {
                ReportMissing(steps[i].Name, current, path);
                return;
            }
            current = Next(current, steps[i], path);
        }
        if (current.Count > 0 && ValueOf(violation.Found) is { } value)
            new SchemaValidator(new(facts, Direction.Response), IsTypeOnly(violation.Found) ? new TypesOnly(sink) : sink, path).Check(value, current[0]);
        if (current.Count > 0 && violation.Found == "string" && facts.Of(current[0]) is { Format: { } format } text && text.Types.Contains("string"))
            sink.Add(ContradictionKind.Format, text.Pointer, format, path, null);
    }

    private void ReportMissing(string? name, List<SchemaNode> schemas, BodyPath path)
    {
        foreach (var schema in schemas.SelectMany(PartsOf))
        {
            if (name is not null && schema.Required.Contains(name))
                sink.Add(ContradictionKind.MissingProperty, schema.Pointer, name, path, null);
        }
    }

    private List<SchemaNode> Next(List<SchemaNode> schemas, (string? Name, bool IsItem) step, BodyPath path)
    {
        var found = new List<SchemaNode>();
        var isNamed = false;
        foreach (var part in schemas.SelectMany(PartsOf).Select(facts.Of))
        {
            if (step.IsItem && part.Schema.Items is { } items)
                found.Add(items);
            else if (step.Name is not null && part.Property(step.Name) is { } property)
            {
                isNamed = true;
                found.Add(property);
            }
            else if (step.Name is not null && part.Schema.AdditionalProperties is { } others)
                found.Add(others);
        }
        if (step.IsItem)
            path.PushItem();
        else if (isNamed)
            path.PushProperty(step.Name!);
        else
            path.PushAny();
        return found;
    }

    /// <summary>A schema with all that it may be composed of.</summary>
    private static List<SchemaNode> PartsOf(SchemaNode schema)
    {
        var parts = new List<SchemaNode> { schema.Actual };
        for (var i = 0; i < parts.Count && parts.Count < MostSchemas; i++)
        {
            foreach (var part in parts[i].AllOf.Concat(parts[i].OneOf).Concat(parts[i].AnyOf))
            {
                if (!parts.Contains(part.Actual))
                    parts.Add(part.Actual);
            }
        }
        return parts;
    }

    /// <summary>The steps of a path as the runtime writes it; <see langword="null"/> if it was cut.</summary>
    private static List<(string? Name, bool IsItem)>? Steps(string path)
    {
        if (!path.StartsWith('$') || path.EndsWith('…'))
            return null;
        var steps = new List<(string?, bool)>();
        for (var at = 1; at < path.Length;)
        {
            if (path[at] == '.')
            {
                var end = path.IndexOfAny(['.', '['], at + 1);
                end = end < 0 ? path.Length : end;
                steps.Add((path[(at + 1)..end], false));
                at = end;
            }
            else if (path[at..] is ['[', '\'' or '"', ..])
            {
                var end = path.IndexOf($"{path[at + 1]}]", at + 2, StringComparison.Ordinal);
                if (end < 0)
                    return null;
                steps.Add((path[(at + 2)..end].Replace("\\'", "'", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal), false));
                at = end + 2;
            }
            else if (path[at] == '[' && path.IndexOf(']', at) is > 0 and var close)
            {
                steps.Add((null, true));
                at = close + 1;
            }
            else
            {
                return null;
            }
        }
        return steps;
    }

    // An application may record what was found without its value.
    private static bool IsTypeOnly(string found) => found is "an" or "a" or "an object" or "a list" or "string" or "number";

    /// <summary>A value of the type, and as far as it was recorded the value itself.</summary>
    private static JsonElement? ValueOf(string found) => found switch
    {
        "null" or "true" or "false" => Parse(found),
        "an object" or "an" => Parse("{}"),
        "a list" or "a" => Parse("[]"),
        "string" => Parse("\"\""),
        "number" => Parse("0"),
        _ when found.StartsWith("string \"", StringComparison.Ordinal) => JsonSerializer.SerializeToElement(found["string \"".Length..].TrimEnd('"')),
        _ when found.StartsWith("number ", StringComparison.Ordinal) && decimal.TryParse(found["number ".Length..], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonSerializer.SerializeToElement(number),
        _ => null,
    };

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>Only the type was recorded.</summary>
    private sealed class TypesOnly(IContradictions inner) : IContradictions
    {
        public void Add(ContradictionKind kind, string pointer, string detail, BodyPath? path, JsonElement? value)
        {
            if (kind is ContradictionKind.Type or ContradictionKind.NoAlternative)
                inner.Add(kind, pointer, detail, path, value);
        }
    }
}
