using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the statements that build a URL.</summary>
internal static class UrlTemplate
{
    /// <summary>The statements for the path; empty where there is none.</summary>
    /// <example><c>url.AppendPath("/pets/", WireType.Int64, petId);</c></example>
    public static string Path(EquatableArray<PathPartShape>? parts) => Source.Lines(Statements(parts ?? []));

    // Mostly a value follows a literal.
    private static IEnumerable<string> Statements(EquatableArray<PathPartShape> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var literal = parts[i].Wire is null ? CSharpText.Literal(parts[i].Text) : "";
            if (literal.Length == 0)
                yield return $"url.AppendPath({parts[i].Wire}, {parts[i].Text});";
            else if (i + 1 < parts.Count && parts[i + 1] is { Wire: { } wire, Text: var value })
            {
                yield return $"url.AppendPath({literal}, {wire}, {value});";
                i++;
            }
            else
                yield return $"url.AppendPath({literal});";
        }
    }

    /// <summary>The statement for a query parameter.</summary>
    /// <example><c>url.AppendQueryList("tags", WireType.String, query.Tags, ListStyle.CommaDelimited);</c></example>
    public static string Query(QueryParameterShape parameter) => parameter.ListStyle is { } style
        ? $"url.AppendQueryList({CSharpText.Literal(parameter.WireName)}, {parameter.Wire}, query.{parameter.Property}, ListStyle.{style});"
        : $"url.AppendQuery({CSharpText.Literal(parameter.WireName)}, {parameter.Wire}, query.{parameter.Property});";
}
