namespace Kiln.Generator.Specs.Grammar;

/// <summary>The extensions of parameters.</summary>
internal static class ParameterKeys
{
    /// <summary>How the items of lists are named in the style deepObject: <c>indices</c>, <c>brackets</c> or <c>repeat</c>.</summary>
    public const string ListNames = "x-kiln-list-names";

    /// <summary>In the normal form, whether a parameter is the whole query: <c>in: querystring</c> of OpenAPI 3.2.</summary>
    public const string WholeQuery = "x-kiln-whole-query";
}
