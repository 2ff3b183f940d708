using System.Globalization;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;

namespace Kiln.Generator.Api;

/// <summary>
/// Names that the document chooses for its C#: <c>x-kiln-name</c> on what is to be called so, and <c>x-ms-client-name</c> and
/// <c>x-csharp-name</c> where a document has those already. A chosen name is taken letter by letter, but for its first, which C#'s habits decide.
/// </summary>
internal static class ChosenNames
{
    /// <summary>The names of an enum's values: a list in their order, or a map from a value to its name.</summary>
    public const string EnumKey = "x-kiln-names";

    /// <summary>The name that a property, a parameter, an operation or a path item asks for; <see langword="null"/> for none.</summary>
    public static string? Of(SpecDocument spec, string pointer, List<DiagnosticInfo> diagnostics) =>
        spec.ChoosesNames && JsonPointer.Find(spec.Root, pointer) is SpecMap map ? Of(map, diagnostics) : null;

    /// <summary>The name that a schema asks for its type.</summary>
    public static string? OfType(SpecDocument spec, string pointer, List<DiagnosticInfo> diagnostics)
    {
        if (!spec.ChoosesNames || JsonPointer.Find(spec.Root, pointer) is not SpecMap map)
            return null;
        if (map[ChosenNameKeys.Type] is { } own)
            return Check(own, ChosenNameKeys.Type, diagnostics);
        if (!SchemaNames.IsProperty(pointer) && Of(map, diagnostics) is { } name)
            return name;
        return (map[ChosenNameKeys.MicrosoftEnum] as SpecMap)?["name"] is { } microsoft ? Check(microsoft, ChosenNameKeys.MicrosoftEnum, diagnostics) : null;
    }

    /// <summary>The name if C# can have it; else the document is told, and its own word is taken as if nobody had asked.</summary>
    public static string? Check(SpecNode? node, string key, List<DiagnosticInfo> diagnostics)
    {
        switch (node)
        {
            case null or SpecScalar { Kind: ScalarKind.Null }:
                return null;
            case SpecScalar scalar when IsName(scalar.Text):
                return scalar.Text;
            default:
                diagnostics.Add(new(ApiRules.InvalidNameOverride, node.Place, key, node.AsWord() ?? node.Describe()));
                return null;
        }
    }

    private static string? Of(SpecMap map, List<DiagnosticInfo> diagnostics)
    {
        foreach (var key in ChosenNameKeys.Own)
        {
            if (map[key] is { } node)
                return Check(node, key, diagnostics);
        }
        return null;
    }

    // C#'s identifiers (specification, section 6.4.3), beginning with a letter whose capital can begin a member.
    private static bool IsName(string text) => text.Length is > 0 and <= 200 && char.IsLetter(text[0]) && text.All(IsPart);

    private static bool IsPart(char c) => c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
