using System.Globalization;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Values;

/// <summary>Normalizes the values of keys that hold strings, numbers and Booleans, or lists and maps of strings.</summary>
internal static class ScalarValues
{
    /// <summary>The value in the form of its key; <see langword="null"/>, with a diagnostic, to remove the entry.</summary>
    public static SpecNode? Normalize(ValueForm form, SpecEntry entry, NormalizationContext context) => form switch
    {
        ValueForm.StringValue => entry.Value is SpecScalar scalar ? scalar.ToStringValue() : InvalidValues.Remove(entry, "a string", context),
        ValueForm.BooleanValue => ToBoolean(entry.Value) ?? InvalidValues.Remove(entry, "true or false", context),
        ValueForm.NumberValue => NormalizeNumber(entry, isInteger: false, context),
        ValueForm.IntegerValue => NormalizeNumber(entry, isInteger: true, context),
        ValueForm.BooleanOrNumber => ToBoolean(entry.Value) ?? NormalizeNumber(entry, isInteger: false, context),
        ValueForm.StringOrList => entry.Value is SpecScalar scalar ? scalar.ToStringValue() : NormalizeStringList(entry, context),
        ValueForm.StringList => NormalizeStringList(entry, context),
        ValueForm.StringMap => NormalizeStringMap(entry, context),
        ValueForm.AnyMap => entry.Value is SpecMap ? entry.Value : InvalidValues.Remove(entry, "an object", context),
        ValueForm.AnyList => entry.Value is SpecList ? entry.Value : InvalidValues.Remove(entry, "an array", context),
        _ => entry.Value,
    };

    /// <summary>The Boolean; <see langword="null"/> if the node is not one, nor its text.</summary>
    private static SpecNode? ToBoolean(SpecNode node) => node switch
    {
        SpecScalar { Kind: ScalarKind.Boolean } => node,
        SpecScalar { Text: "true" or "false" } scalar => new SpecScalar(scalar.Span, ScalarKind.Boolean, scalar.Text),
        _ => null,
    };

    private static SpecNode? NormalizeNumber(SpecEntry entry, bool isInteger, NormalizationContext context)
    {
        if (entry.Value is not SpecScalar scalar || !double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var approximate))
            return InvalidValues.Remove(entry, isInteger ? "an integer" : "a number", context);

        var isInRange = decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
        if (isInteger && isInRange && decimal.Truncate(value) != value)
            return InvalidValues.Remove(entry, "an integer", context);
        if (!isInRange || (isInteger && Math.Abs(approximate) > int.MaxValue))
        {
            context.Report(SpecRules.LimitOutOfRange, scalar.Location, entry.Key, scalar.Text);
            return null;
        }

        // NSwag accepts neither 1e3 nor 10.0 as an integer, and no number in quotes.
        var written = isInteger ? value.ToString("0", CultureInfo.InvariantCulture) : value.ToString(CultureInfo.InvariantCulture);
        // NSwag cannot read an integer outside of the range of long as a limit, unless it is written as a decimal.
        if (Math.Abs(approximate) >= long.MaxValue && written.IndexOf('.') < 0)
            written += ".0";
        return scalar.Kind == ScalarKind.Number && scalar.Text == written ? scalar : new SpecScalar(scalar.Span, ScalarKind.Number, written);
    }

    private static SpecNode? NormalizeStringList(SpecEntry entry, NormalizationContext context)
    {
        if (entry.Value is not SpecList list || list.Items.Any(i => i is not SpecScalar))
            return InvalidValues.Remove(entry, "an array of strings", context);
        return list.WithItems(i => ((SpecScalar)i).ToStringValue());
    }

    private static SpecNode? NormalizeStringMap(SpecEntry entry, NormalizationContext context)
    {
        if (entry.Value is not SpecMap map || map.Entries.Any(e => e.Value is not SpecScalar))
            return InvalidValues.Remove(entry, "an object whose values are strings", context);
        return map.WithValues(e => e.Value.IsNull() ? SpecNodes.Text(e.Value.Span, "") : ((SpecScalar)e.Value).ToStringValue());
    }
}
