using System.Globalization;
using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Numbers;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Schemas.Values;

/// <summary>Reads the values of enums.</summary>
internal sealed class EnumReader(NameOverrides nameOverrides, List<DiagnosticInfo> diagnostics)
{
    /// <summary>The enum; <see langword="null"/> for a schema without values, for one whose values add no names to the plain type, and, with a diagnostic, for one that no C# type can hold.</summary>
    public EnumSchema? Read(SchemaNode schema)
    {
        if (schema.Enum is null or { Items.Count: 0 } && schema[ForeignKeywords.ExtensibleEnum] is null || (schema["enum"] ?? schema[ForeignKeywords.ExtensibleEnum]) is not SpecList list)
            return null;

        var type = schema.Type is "file" or "null" ? null : schema.Type;
        var values = list.Items.Where(v => !v.IsNull()).ToList();
        if (values.Any(v => v is not SpecScalar) || type is "array" or "object")
        {
            diagnostics.Add(new(ApiRules.NonScalarEnum, list.Location));
            return null;
        }

        if (values.Count > ReadingLimits.EnumValues)
        {
            diagnostics.Add(new(SpecRules.TooManyEnumValues, list.Location, $"{values.Count}", $"{ReadingLimits.EnumValues}"));
            return null;
        }

        var @enum = Of(ReadValues(schema, list, type), type, schema.Format);
        return @enum is not null && IsNumberOrString(@enum.UnderlyingType, schema) ? @enum with { UnderlyingType = @enum.UnderlyingType with { AllowsString = true } } : @enum;
    }

    /// <summary>The values of a schema with an enum, with the names and descriptions that it gives them.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="type">The type that the values must have; <see langword="null"/> for any.</param>
    public IReadOnlyList<EnumValue> ReadValues(SchemaNode schema, string? type) => schema.Enum is { } list ? ReadValues(schema, list, type) : [];

    /// <summary>The enum of some values; <see langword="null"/> if their names add nothing to the plain type.</summary>
    /// <param name="values">The values, no two alike.</param>
    /// <param name="type">The type that the document gives them.</param>
    /// <param name="format">The format of that type.</param>
    public static EnumSchema? Of(IReadOnlyList<EnumValue> values, string? type, string? format) =>
        // True and false have names already.
        values.Count == 0 || values.All(v => v is { IsString: false, Wire: "true" or "false" })
            ? null
            : new EnumSchema(values.ToEquatableArray()) { UnderlyingType = UnderlyingTypeOf(values, type, format) };

    private List<EnumValue> ReadValues(SchemaNode schema, SpecList list, string? type)
    {
        var names = new EnumNames((SpecMap)schema.Node, list, nameOverrides, diagnostics);
        var read = new List<EnumValue>();
        var seen = new HashSet<(bool IsString, string Wire)>();
        var indexWithoutNulls = -1;
        for (var index = 0; index < list.Items.Count; index++)
        {
            if (list.Items[index] is not SpecScalar { Kind: not ScalarKind.Null } scalar)
                continue;
            indexWithoutNulls++;
            if (Convert(scalar, type) is not { } value)
                diagnostics.Add(new(ApiRules.EnumValueTypeMismatch, scalar.Location, scalar.Source, type!));
            else if (seen.Add((value.IsString, value.Wire)))
                read.Add(names.WithNames(value, index, indexWithoutNulls));
        }

        return read.TrueForAll(v => v is { IsString: false, Name: null, NameOverride: null, Description: { } text } && TypeTitles.IsName(text))
            ? [.. read.Select(v => v with { Name = v.Description })]
            : read;
    }

    // YAML reads an unquoted 1 as a number and "1" as a string, whatever the schema's type, which decides.
    private static EnumValue? Convert(SpecScalar scalar, string? type) => type switch
    {
        "string" => String(scalar.Source),
        "integer" when TryNumber(scalar.Text, out var integer) => decimal.Truncate(integer) == integer ? Literal(Canonical(integer)) : null,
        "number" when TryNumber(scalar.Text, out var number) => Literal(Canonical(number)),
        "boolean" when scalar.Text is "true" or "false" => Literal(scalar.Text),
        "boolean" => null,
        "integer" or "number" when scalar.Kind != ScalarKind.Number => null,
        _ when scalar.Kind == ScalarKind.String => String(scalar.Text),
        _ when TryNumber(scalar.Text, out var other) => Literal(Canonical(other)),
        _ => Literal(scalar.Text), // a boolean, or a number that is beyond any of C#'s that keep all digits
    };

    private static EnumValue String(string text) => new(text, null, null);

    private static EnumValue Literal(string json) => new(json, null, null) { IsString = false };

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);

    private static string Canonical(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains(".") ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    private static bool IsNumberOrString(ScalarSchema underlying, SchemaNode schema) =>
        underlying.Type is "integer" or "number" && NumberSpelling.OfAnyValue(schema) is { AllowsString: true };

    // The schema's own type where it holds all values, else the narrowest that does.
    private static ScalarSchema UnderlyingTypeOf(IReadOnlyList<EnumValue> values, string? type, string? format)
    {
        if (values.All(v => v.IsString))
            return new("string", null);
        if (values.Any(v => v.IsString || v.Wire is "true" or "false" || !TryNumber(v.Wire, out _)))
            return new("literal", null);

        var numbers = values.Select(v => decimal.Parse(v.Wire, CultureInfo.InvariantCulture)).ToList();
        if (numbers.Any(n => decimal.Truncate(n) != n))
            return NumberOf(values, format);

        type ??= "integer";
        foreach (var (name, least, most) in Ranges)
        {
            if (name == format && numbers.All(n => n >= least && n <= most))
                return new(type, format);
        }
        if (type == "number")
            return NumberOf(values, format);
        return numbers.All(n => n is >= long.MinValue and <= long.MaxValue) ? new("integer", null)
            : numbers.All(n => n is >= 0 and <= ulong.MaxValue) ? new("integer", "uint64")
            : new("number", "decimal");
    }

    private static ScalarSchema NumberOf(IReadOnlyList<EnumValue> values, string? format) =>
        new("number", format is "decimal" || values.Any(v => v.Wire.Length > 15) ? "decimal" : format is "double" ? format : null);

    private static readonly (string Format, decimal Least, decimal Most)[] Ranges =
    [
        ("int8", sbyte.MinValue, sbyte.MaxValue), ("uint8", 0, byte.MaxValue), ("int16", short.MinValue, short.MaxValue), ("uint16", 0, ushort.MaxValue),
        ("int32", int.MinValue, int.MaxValue), ("uint32", 0, uint.MaxValue), ("int64", long.MinValue, long.MaxValue), ("uint64", 0, ulong.MaxValue),
    ];
}
