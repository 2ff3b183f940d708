using System.Globalization;
using System.Text;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Facts;

/// <summary>Writes values so that equal ones are equal texts: the order of keys and the notation of numbers do not matter.</summary>
internal static class CanonicalValue
{
    private const int MaxShown = 100;

    /// <summary>The value as JSON with sorted keys.</summary>
    public static string Of(SpecNode node)
    {
        if (node is SpecScalar scalar)
            return Scalar(scalar);
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    /// <summary>A number without insignificant digits.</summary>
    public static string Number(decimal value) => value == 0 ? "0" : value.ToString("0.#############################", CultureInfo.InvariantCulture);

    /// <summary>A value as it is told to people: a string without quotes, and nothing longer than a line.</summary>
    public static string Shown(SpecNode node)
    {
        var text = node switch
        {
            SpecScalar { Kind: ScalarKind.String } scalar => scalar.Text,
            SpecScalar scalar => Scalar(scalar),
            _ => SpecJson.Write(node),
        };
        return Shorten(text);
    }

    public static string Shorten(string text)
    {
        if (text.Length <= MaxShown)
            return text;
        var end = MaxShown - (char.IsHighSurrogate(text[MaxShown - 1]) ? 1 : 0);
        return text.Substring(0, end) + "…";
    }

    private static string Scalar(SpecScalar scalar) => scalar.Kind switch
    {
        ScalarKind.String => SpecJson.Quote(scalar.Text),
        ScalarKind.Number when decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Number(number),
        _ => scalar.Text,
    };

    // A document nests at most 120 levels deep.
    private static void Write(SpecNode node, StringBuilder text)
    {
        switch (node)
        {
            case SpecMap map:
                text.Append('{');
                foreach (var entry in map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    text.Append(SpecJson.Quote(entry.Key)).Append(':');
                    Write(entry.Value, text);
                    text.Append(',');
                }
                text.Append('}');
                break;
            case SpecList list:
                text.Append('[');
                foreach (var item in list.Items)
                {
                    Write(item, text);
                    text.Append(',');
                }
                text.Append(']');
                break;
            case SpecScalar scalar:
                text.Append(Scalar(scalar));
                break;
        }
    }
}
