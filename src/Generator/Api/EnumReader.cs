using System.Globalization;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Reading;
using NJsonSchema;

namespace Kiln.Generator.Api;

/// <summary>Reads the values that a schema names, of whatever kind they are.</summary>
internal sealed class EnumReader(SpecDocument spec, List<DiagnosticInfo> diagnostics)
{
    /// <summary>Zalando's guidelines name values that services add to with it.</summary>
    private const string Extensible = "x-extensible-enum";

    public static bool HasValues(JsonSchema schema) => schema.Enumeration.Count > 0 || schema.ExtensionData?.ContainsKey(Extensible) == true;

    /// <summary>The enum, or <see langword="null"/> where its values add no names to the plain type.</summary>
    public EnumSchema? Read(JsonSchema schema, string pointer)
    {
        if (ValuesAt(pointer) is not { } list)
            return null;

        var type = TypeOf(schema);
        var values = list.Values.Items.Where(v => !v.IsNull()).ToList();
        if (values.Any(v => v is not SpecScalar) || type is "array" or "object")
        {
            diagnostics.Add(new(ApiRules.NonScalarEnum, list.Values.Place));
            return null;
        }

        if (values.Count > ReadingLimits.EnumValues)
        {
            diagnostics.Add(new(SpecRules.TooManyEnumValues, list.Values.Place, $"{values.Count}", $"{ReadingLimits.EnumValues}"));
            return null;
        }

        var names = new EnumNames(list.Owner, list.Values, diagnostics);
        var read = new List<EnumValue>();
        var seen = new HashSet<(bool IsText, string Wire)>();
        var placeWithoutNulls = -1;
        for (var place = 0; place < list.Values.Items.Count; place++)
        {
            if (list.Values.Items[place] is not SpecScalar { Kind: not ScalarKind.Null } scalar)
                continue;
            placeWithoutNulls++;
            if (Fit(scalar, type) is not { } value)
                diagnostics.Add(new(ApiRules.EnumValueTypeMismatch, scalar.Place, scalar.Text, type!));
            else if (seen.Add((value.IsText, value.Wire)))
                read.Add(names.Name(value, place, placeWithoutNulls));
        }

        // True and false have names already.
        return read.Count == 0 || read.All(v => v is { IsText: false, Wire: "true" or "false" })
            ? null
            : new EnumSchema(read.ToEquatableArray()) { Carrier = CarrierOf(read, type, schema.Format) };
    }

    // What OpenAPI 2.0 says of a parameter stands in the parameter itself.
    private (SpecMap Owner, SpecList Values)? ValuesAt(string pointer)
    {
        var inner = pointer.EndsWith("/schema", StringComparison.Ordinal) ? pointer.Substring(0, pointer.Length - "/schema".Length) : pointer;
        foreach (var place in new[] { pointer, inner })
        {
            if (JsonPointer.Find(spec.Root, place) is SpecMap map && (map["enum"] ?? map[Extensible]) is SpecList list)
                return (map, list);
        }
        return null;
    }

    private static string? TypeOf(JsonSchema schema) => (schema.Type & ~JsonObjectType.Null) switch
    {
        JsonObjectType.String => "string",
        JsonObjectType.Integer => "integer",
        JsonObjectType.Number => "number",
        JsonObjectType.Boolean => "boolean",
        JsonObjectType.Array => "array",
        JsonObjectType.Object => "object",
        _ => null,
    };

    // YAML takes an unquoted 1 for a number and "1" for a text, whatever the schema's type; the type knows better.
    private static EnumValue? Fit(SpecScalar scalar, string? type) => type switch
    {
        "string" => Text(scalar.Text),
        "integer" when TryNumber(scalar.Text, out var integer) => decimal.Truncate(integer) == integer ? Literal(Canonical(integer)) : null,
        "number" when TryNumber(scalar.Text, out var number) => Literal(Canonical(number)),
        "boolean" when scalar.Text is "true" or "false" => Literal(scalar.Text),
        "boolean" => null,
        "integer" or "number" when scalar.Kind != ScalarKind.Number => null,
        _ when scalar.Kind == ScalarKind.String => Text(scalar.Text),
        _ when TryNumber(scalar.Text, out var other) => Literal(Canonical(other)),
        _ => Literal(scalar.Text), // a boolean, or a number that is beyond any of C#'s that keep all digits
    };

    private static EnumValue Text(string text) => new(text, null, null);

    private static EnumValue Literal(string json) => new(json, null, null) { IsText = false };

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);

    private static string Canonical(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains(".") ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    // The schema's own type where it holds all values, else the narrowest that does.
    private static ScalarSchema CarrierOf(List<EnumValue> values, string? type, string? format)
    {
        if (values.All(v => v.IsText))
            return new("string", null);
        if (values.Any(v => v.IsText || v.Wire is "true" or "false" || !TryNumber(v.Wire, out _)))
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

    private static ScalarSchema NumberOf(List<EnumValue> values, string? format) =>
        new("number", format is "decimal" || values.Any(v => v.Wire.Length > 15) ? "decimal" : format is "double" ? format : null);

    private static readonly (string Format, decimal Least, decimal Most)[] Ranges =
    [
        ("int8", sbyte.MinValue, sbyte.MaxValue), ("uint8", 0, byte.MaxValue), ("int16", short.MinValue, short.MaxValue), ("uint16", 0, ushort.MaxValue),
        ("int32", int.MinValue, int.MaxValue), ("uint32", 0, uint.MaxValue), ("int64", long.MinValue, long.MaxValue), ("uint64", 0, ulong.MaxValue),
    ];
}
