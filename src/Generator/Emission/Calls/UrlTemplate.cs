using System.Text;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the paths of URLs.</summary>
internal static class UrlTemplate
{
    /// <summary>The path as an interpolated string, whose values the runtime encodes.</summary>
    /// <example><c>$"/pets/{WireType.Int64.Format(petId)}"</c></example>
    public static string Path(EquatableArray<PathPartShape> parts)
    {
        var path = new StringBuilder("$\"");
        foreach (var part in parts)
            path.Append(part.IsValue ? $"{{{Value(part)}}}" : CSharpText.InterpolatedText(part.Text));
        return path.Append('"').ToString();
    }

    // Within a hole, a comma or a colon outside of parentheses would begin the width or the format.
    private static string Value(PathPartShape part) => part.Wire switch
    {
        _ when part.Style is { } style => $"PathText.Of({CSharpText.Literal(style.WireName)}, {part.Wire}, {part.Text}, ParameterStyle.{style.Style}{(style.AllowsReserved ? ", allowReserved: true" : "")})",
        null => part.Text,
        var wire when wire.IndexOf(',') >= 0 || wire.IndexOf(':') >= 0 => $"({wire}.Format({part.Text}))",
        var wire => $"{wire}.Format({part.Text})",
    };
}
