using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Tells of a default in a doc comment.</summary>
internal static class DefaultDocs
{
    /// <summary>What something is, and behind it its default if it has one: an element of its own would be longer than what it says.</summary>
    public static string After(string summary, DefaultValue? value) => value is null
        ? summary
        : $"{summary}{(summary.IndexOf('\n') >= 0 ? "\n" : summary[summary.Length - 1] is '.' or '!' or '?' or ':' ? " " : ". ")}Default: `{value.Json}`.";
}
