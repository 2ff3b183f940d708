using System.Text.Json;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Observing.Traffic;

namespace Kiln.Tool.Observing.Validation.Schemas;

/// <summary>Compares values of JSON with schemas. Not compared: <c>not</c>, <c>if</c>, <c>contains</c>, <c>propertyNames</c> and what is required beside other properties.</summary>
/// <param name="run">The body that is validated.</param>
/// <param name="sink">Takes what is found.</param>
/// <param name="path">Where in the body the values are.</param>
internal sealed class SchemaValidator(ValidationRun run, IContradictions sink, BodyPath path)
{
    public void Check(JsonElement value, SchemaNode schema)
    {
        if (run.Enter())
            CheckValue(value, schema);
        run.Leave();
    }

    private void CheckValue(JsonElement value, SchemaNode schema)
    {
        var facts = run.Facts.Of(schema);
        if (value.ValueKind == JsonValueKind.Null)
        {
            // The schema as it is used, and not the one that it refers to: null is allowed in one place and not in all.
            if (!facts.AllowsNull && !schema.AllowsNull)
                sink.Add(ContradictionKind.Null, schema.Pointer, "", path, value);
            return;
        }

        IReadOnlyList<SchemaFacts> parts = [facts];
        var isOpen = false;
        if (facts.IsComposed)
        {
            var composition = Composition.Of(schema, value, run, sink, path);
            (parts, isOpen) = (composition.Parts, composition.IsOpen);
        }

        var text = ((JsonElement?)value).Text();
        var hasRightType = true;
        foreach (var part in parts)
            hasRightType &= CheckPart(part, value, text);
        if (!hasRightType)
            return;
        if (value.ValueKind == JsonValueKind.Object)
            CheckProperties(value, parts, isOpen);
        else if (value.ValueKind == JsonValueKind.Array)
            CheckItems(value, parts);
    }

    /// <summary>Checks what one schema says of the value itself; false if it has another type, so that nothing else applies.</summary>
    private bool CheckPart(SchemaFacts part, JsonElement value, string? text)
    {
        if (part.Types.Count > 0 && !part.Types.Any(type => JsonTypes.Is(value, type)))
        {
            sink.Add(ContradictionKind.Type, part.Pointer, "", path, value);
            return false;
        }
        if (part.Schema.Enum is { } values && !values.Items.Any(v => JsonTypes.AreEqual(value, v)))
            sink.Add(ContradictionKind.EnumValue, part.Pointer, "", path, value);
        // A format of numbers is about strings where there are no numbers.
        if (part.Format is { } format && !(text is not null && part.Types.Any(t => t is "integer" or "number")) && !FormatChecks.Fits(value, text, format))
            sink.Add(ContradictionKind.Format, part.Pointer, format, path, value);
        foreach (var keyword in LimitChecks.Exceeded(part, value, text))
            sink.Add(ContradictionKind.Limit, part.Pointer, keyword, path, value);
        return true;
    }

    private void CheckProperties(JsonElement value, IReadOnlyList<SchemaFacts> parts, bool isOpen)
    {
        foreach (var part in parts)
        {
            foreach (var name in part.Schema.Required)
            {
                if (!value.TryGetProperty(name, out _) && IsRequired(name, parts))
                    sink.Add(ContradictionKind.MissingProperty, part.Pointer, name, path, null);
            }
        }

        foreach (var property in value.EnumerateObject())
        {
            if (property.NameOrNull() is { } name && !CheckProperty(name, property.Value, parts) && !isOpen && OwnerOfUndocumented(parts) is { } owner)
            {
                path.PushProperty(name);
                sink.Add(ContradictionKind.UndocumentedProperty, owner.Pointer, name, path, property.Value);
                path.Pop();
            }
        }
    }

    /// <summary>Checks the value of a property; false if no schema describes it.</summary>
    private bool CheckProperty(string name, JsonElement value, IReadOnlyList<SchemaFacts> parts)
    {
        var isDescribed = false;
        foreach (var part in parts)
        {
            var isOwn = part.ConditionalNames.Contains(name);
            if (part.Property(name) is { } schema)
            {
                isOwn = true;
                path.PushProperty(name);
                Check(value, schema);
                path.Pop();
            }
            foreach (var (pattern, patternSchema) in part.Patterns)
            {
                if (!LimitChecks.Matches(pattern, name))
                    continue;
                isOwn = true;
                path.PushAny();
                Check(value, patternSchema);
                path.Pop();
            }
            if (!isOwn && part.Schema.AdditionalProperties is { } others)
            {
                isOwn = true;
                path.PushAny();
                Check(value, others);
                path.Pop();
            }
            isDescribed |= isOwn || part.AllowsOthers;
        }
        return isDescribed;
    }

    // The schema that forbids it; else the outermost that declares properties. Where none does, nothing is said of properties, and all are welcome.
    private static SchemaFacts? OwnerOfUndocumented(IReadOnlyList<SchemaFacts> parts) =>
        parts.FirstOrDefault(p => p.Schema.ForbidsAdditionalProperties) ?? parts.FirstOrDefault(p => p.DeclaresProperties);

    private bool IsRequired(string name, IReadOnlyList<SchemaFacts> parts)
    {
        if (run.IsPatch)
            return false;
        var keyword = run.Direction == Direction.Request ? "readOnly" : "writeOnly";
        return !parts.Any(part => part.Property(name) is { } schema && (IsTrue(schema[keyword]) || IsTrue(schema.Actual[keyword]) || schema.AllOf.Any(p => IsTrue(p[keyword]))));
    }

    private static bool IsTrue(SpecNode? value) => value is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };

    private void CheckItems(JsonElement value, IReadOnlyList<SchemaFacts> parts)
    {
        path.PushItem();
        foreach (var part in parts)
        {
            var tuple = part.Schema.TupleItems;
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                if ((index < tuple.Count ? tuple[index] : tuple.Count > 0 ? part.AdditionalItems(run.Facts.Document) : part.Schema.Items) is { } schema)
                    Check(item, schema);
                index++;
            }
        }
        path.Pop();
    }
}
