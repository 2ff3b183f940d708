using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the statements that build a URL.</summary>
internal static class UrlTemplate
{
    /// <summary>The statements for the path; empty where there is none.</summary>
    /// <example><c>url.AppendPath("/pets/");</c> and <c>url.AppendPath(WireType.Int64, petId);</c></example>
    public static string Path(EquatableArray<PathPartShape>? parts) => Source.Lines((parts ?? []).Select(part => part.Wire is null
        ? $"url.AppendPath({CSharpText.Literal(part.Text)});"
        : $"url.AppendPath({part.Wire}, {part.Text});"));

    /// <summary>The statement for a query parameter.</summary>
    /// <example><c>url.AppendQueryList("tags", WireType.String, query.Tags, ListStyle.CommaDelimited);</c></example>
    public static string Query(QueryParameterShape parameter) => parameter.ListStyle is { } style
        ? $"url.AppendQueryList({CSharpText.Literal(parameter.WireName)}, {parameter.Wire}, query.{parameter.Property}, ListStyle.{style});"
        : $"url.AppendQuery({CSharpText.Literal(parameter.WireName)}, {parameter.Wire}, query.{parameter.Property});";
}
