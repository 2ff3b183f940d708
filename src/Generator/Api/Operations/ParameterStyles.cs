using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Api.Operations;

/// <summary>The styles of parameters in each location.</summary>
internal static class ParameterStyles
{
    /// <summary>The style of a parameter; <see langword="null"/> for one that its location does not have.</summary>
    /// <param name="style">As the document has it; <see langword="null"/> for the location's own.</param>
    /// <param name="explode">As the document has it; <see langword="null"/> for the style's own.</param>
    /// <param name="location">The location.</param>
    /// <param name="listNames">How deepObject names the items of lists.</param>
    public static ParameterStyle? Of(string? style, bool? explode, ParameterLocation location, ParameterStyle listNames)
    {
        style ??= DefaultOf(location);
        // OpenAPI 3.2.0, "Parameter Object": true for form and cookie, false for all others.
        var isExploded = explode ?? style is "form" or "cookie";
        return (style, location) switch
        {
            ("simple", ParameterLocation.Path or ParameterLocation.Header) => isExploded ? ParameterStyle.SimpleExploded : ParameterStyle.Simple,
            ("label", ParameterLocation.Path) => isExploded ? ParameterStyle.LabelExploded : ParameterStyle.Label,
            ("matrix", ParameterLocation.Path) => isExploded ? ParameterStyle.MatrixExploded : ParameterStyle.Matrix,
            ("form", ParameterLocation.Query or ParameterLocation.Cookie) => isExploded ? ParameterStyle.FormExploded : ParameterStyle.Form,
            ("cookie", ParameterLocation.Cookie) => isExploded ? ParameterStyle.CookieExploded : ParameterStyle.Cookie,
            ("deepObject", ParameterLocation.Query) => listNames,
            // OpenAPI leaves open what is exploded here; all know it as form.
            ("spaceDelimited" or "pipeDelimited", ParameterLocation.Query) when isExploded => ParameterStyle.FormExploded,
            ("spaceDelimited", not ParameterLocation.Cookie) => ParameterStyle.SpaceDelimited,
            ("pipeDelimited", not ParameterLocation.Cookie) => ParameterStyle.PipeDelimited,
            ("tabDelimited", not ParameterLocation.Cookie) => ParameterStyle.TabDelimited,
            _ => null,
        };
    }

    /// <summary>The style that a location has where the document says none.</summary>
    public static string DefaultOf(ParameterLocation location) => location is ParameterLocation.Path or ParameterLocation.Header ? "simple" : "form";

    /// <summary>How the items of lists are named within deepObject, which OpenAPI leaves open; <see langword="null"/> for a word that says none.</summary>
    public static ParameterStyle? OfListNames(string word) => word switch
    {
        "indices" => ParameterStyle.DeepObject,
        "brackets" => ParameterStyle.DeepObjectWithBrackets,
        "repeat" => ParameterStyle.DeepObjectRepeated,
        _ => null,
    };
}
