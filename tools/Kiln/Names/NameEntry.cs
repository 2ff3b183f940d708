using System.Text.Json;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes.Names;

namespace Kiln.Tool.Names;

/// <summary>A name as it is listed.</summary>
/// <param name="Kind">What it is of, in lower case with hyphens.</param>
/// <param name="Name">The name in full.</param>
/// <param name="Wire">The document's word; empty for a type.</param>
/// <param name="File">The file that has what it is of.</param>
/// <param name="Line">The line in it.</param>
/// <param name="Column">The column in it.</param>
/// <param name="Pointer">What it is of, as a JSON pointer in the normal form of the document.</param>
internal sealed record NameEntry(string Kind, string Name, string Wire, string File, int Line, int Column, string Pointer)
{
    /// <summary>The names of an SDK in the order of the alphabet, each once for each place of the document that has it.</summary>
    public static IReadOnlyList<NameEntry> Of(SdkNames names) =>
    [
        .. names.Names
            .Where(n => n.Name.Length > 0)
            .Select(n => Of(n, names))
            .Distinct()
            .OrderBy(n => n.Name, StringComparer.Ordinal)
            .ThenBy(n => n.Pointer, StringComparer.Ordinal),
    ];

    /// <summary>One name.</summary>
    public static NameEntry Of(NameUse use, SdkNames names)
    {
        var location = names.Spec.LocationOf(use.Pointer ?? "");
        return new(JsonNamingPolicy.KebabCaseLower.ConvertName(use.Kind.ToString()), use.FullName, use.Wire, location.File, location.Line, location.Column, use.Pointer ?? "");
    }

    /// <summary>Where the document has it, as compilers write locations.</summary>
    public string Location => $"{File}({Line},{Column})";
}
