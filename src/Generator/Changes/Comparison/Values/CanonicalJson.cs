using System.Globalization;
using System.Text;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Values;

/// <summary>Writes nodes so that equal ones are equal texts: the order of keys and the notation of numbers do not matter.</summary>
internal static class CanonicalJson
{
    /// <summary>The node as JSON with sorted keys; empty for none.</summary>
    public static string Of(SpecNode? node) => Of(node, static _ => false);

    /// <summary>The same, without some entries of its maps.</summary>
    public static string Of(SpecNode? node, Func<SpecEntry, bool> isIgnored)
    {
        if (node is SpecScalar scalar)
            return Scalar(scalar);
        var text = new StringBuilder();
        Write(node, isIgnored, text);
        return text.ToString();
    }

    /// <summary>A number without insignificant digits.</summary>
    public static string Number(decimal value) => value == 0 ? "0" : value.ToString("0.#############################", CultureInfo.InvariantCulture);

    /// <summary>A value that contains no other, as JSON.</summary>
    public static string Scalar(SpecScalar scalar) => scalar.Kind switch
    {
        ScalarKind.String => SpecJson.Quote(scalar.Text),
        ScalarKind.Number when decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Number(number),
        _ => scalar.Text,
    };

    // A document nests at most 120 levels deep.
    private static void Write(SpecNode? node, Func<SpecEntry, bool> isIgnored, StringBuilder text)
    {
        switch (node)
        {
            case SpecMap map:
                text.Append('{');
                foreach (var entry in map.Entries.Where(e => !isIgnored(e)).OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    text.Append(SpecJson.Quote(entry.Key)).Append(':');
                    Write(entry.Value, isIgnored, text);
                    text.Append(',');
                }
                text.Append('}');
                break;
            case SpecList list:
                text.Append('[');
                foreach (var item in list.Items)
                {
                    Write(item, isIgnored, text);
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
