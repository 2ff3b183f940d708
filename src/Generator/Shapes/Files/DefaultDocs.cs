using Kiln.Generator.Api;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Tells of a default in a doc comment.</summary>
internal static class DefaultDocs
{
    /// <summary>A line, or nothing where there is no default.</summary>
    public static string Of(DefaultValue? value) => value is null ? "" : $"Default: `{value.Json}`.";
}
