using System.Globalization;
using System.Text;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>Writes values one behind the other, each with its length, so that different values never give the same text.</summary>
internal static class IdentityText
{
    public static StringBuilder Add(this StringBuilder text, string? value) => value is null
        ? text.Append('-')
        : text.Append(value.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(value);

    public static StringBuilder Add(this StringBuilder text, int value) => text.Append('#').Append(value.ToString(CultureInfo.InvariantCulture)).Append(';');

    public static StringBuilder Add(this StringBuilder text, bool value) => text.Append(value ? 'y' : 'n');

    public static StringBuilder Add(this StringBuilder text, EquatableArray<string> values)
    {
        text.Add(values.Count);
        foreach (var value in values)
            text.Add(value);
        return text;
    }

    public static StringBuilder Add(this StringBuilder text, EquatableArray<PropertyValue> values)
    {
        text.Add(values.Count);
        foreach (var value in values)
            text.Add(value.WireName).Add(value.Value);
        return text;
    }
}
