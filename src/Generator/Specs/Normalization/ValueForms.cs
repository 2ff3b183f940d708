using System.Globalization;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Specs.Normalization;

/// <summary>The forms of keys that hold texts, numbers and flags, or lists and maps of texts.</summary>
internal static class ValueForms
{
    public static SpecNode? Fit(SlotShape shape, SpecEntry entry, NormalizationContext context) => shape switch
    {
        SlotShape.PlainText => entry.Value is SpecScalar scalar ? ToText(scalar) : WrongForms.LeaveOut(entry, "a string", context),
        SlotShape.Flag => ToFlag(entry.Value) ?? WrongForms.LeaveOut(entry, "true or false", context),
        SlotShape.Number => Limit(entry, isCount: false, context),
        SlotShape.Count => Limit(entry, isCount: true, context),
        SlotShape.FlagOrNumber => ToFlag(entry.Value) ?? Limit(entry, isCount: false, context),
        SlotShape.TextOrTexts => entry.Value is SpecScalar scalar ? ToText(scalar) : Texts(entry, context),
        SlotShape.Texts => Texts(entry, context),
        SlotShape.TextMap => TextMap(entry, context),
        SlotShape.DataMap => entry.Value is SpecMap ? entry.Value : WrongForms.LeaveOut(entry, "an object", context),
        SlotShape.DataList => entry.Value is SpecList ? entry.Value : WrongForms.LeaveOut(entry, "an array", context),
        _ => entry.Value,
    };

    // A text that YAML reads as another kind, such as the version 1.10, keeps its digits.
    private static SpecScalar ToText(SpecScalar scalar) => scalar.Kind == ScalarKind.String ? scalar : SpecNodes.Text(scalar.Span, scalar.Text);

    private static SpecNode? ToFlag(SpecNode node) => node switch
    {
        SpecScalar { Kind: ScalarKind.Boolean } => node,
        SpecScalar { Text: "true" or "false" } scalar => new SpecScalar(scalar.Span, ScalarKind.Boolean, scalar.Text),
        _ => null,
    };

    private static SpecNode? Limit(SpecEntry entry, bool isCount, NormalizationContext context)
    {
        if (entry.Value is not SpecScalar scalar || !double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var approximate))
            return WrongForms.LeaveOut(entry, isCount ? "an integer" : "a number", context);

        var isInRange = decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
        if (isCount && isInRange && decimal.Truncate(value) != value)
            return WrongForms.LeaveOut(entry, "an integer", context);
        if (!isInRange || (isCount && Math.Abs(approximate) > int.MaxValue))
        {
            context.Tell(SpecRules.LimitOutOfRange, scalar.Place, entry.Key, scalar.Text);
            return null;
        }

        // NSwag takes neither 1e3 nor 10.0 for a count, and no number in quotes.
        var written = isCount ? value.ToString("0", CultureInfo.InvariantCulture) : value.ToString(CultureInfo.InvariantCulture);
        // A whole number that is wider than a long it cannot turn into a limit, unless it looks like a decimal.
        if (Math.Abs(approximate) >= long.MaxValue && written.IndexOf('.') < 0)
            written += ".0";
        return scalar.Kind == ScalarKind.Number && scalar.Text == written ? scalar : new SpecScalar(scalar.Span, ScalarKind.Number, written);
    }

    private static SpecNode? Texts(SpecEntry entry, NormalizationContext context)
    {
        if (entry.Value is not SpecList list || list.Items.Any(i => i is not SpecScalar))
            return WrongForms.LeaveOut(entry, "an array of strings", context);
        return list.WithItems(i => ToText((SpecScalar)i));
    }

    private static SpecNode? TextMap(SpecEntry entry, NormalizationContext context)
    {
        if (entry.Value is not SpecMap map || map.Entries.Any(e => e.Value is not SpecScalar))
            return WrongForms.LeaveOut(entry, "an object whose values are strings", context);
        return map.WithValues(e => e.Value.IsNull() ? SpecNodes.Text(e.Value.Span, "") : ToText((SpecScalar)e.Value));
    }
}
