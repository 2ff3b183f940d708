using System.Globalization;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Annotations;

/// <summary>
/// Reads the C# names that a document chooses: <c>x-kiln-name</c> on what is named, and <c>x-ms-client-name</c> and <c>x-csharp-name</c> where a document
/// has those already. A name is taken letter by letter, except for the case of its first letter, which C#'s conventions decide.
/// </summary>
internal sealed class NameOverrides(SpecDocument spec, List<DiagnosticInfo> diagnostics)
{
    /// <summary>The names of an enum's values: a list in their order, or a map from a value to its name.</summary>
    public const string EnumKey = NameOverrideKeys.EnumValues;

    /// <summary>The name of a property, a parameter, an operation or a path item; <see langword="null"/> for none, and, with a diagnostic, for one that C# does not allow.</summary>
    public string? Read(SpecNode? node)
    {
        if (!spec.HasNameOverrides || node is not SpecMap map)
            return null;
        foreach (var key in NameOverrideKeys.Own)
        {
            if (map[key] is { } name)
                return Check(name, key);
        }
        return null;
    }

    /// <summary>The name that a node has under a key of its own; <see langword="null"/> for none, and, with a diagnostic, for one that C# does not allow.</summary>
    public string? Read(SpecNode? node, string key) => spec.HasNameOverrides && node is SpecMap map ? Check(map[key], key) : null;

    /// <summary>The name that a map of names gives a word of the document: a property, or a parameter.</summary>
    /// <param name="node">The node that has the map.</param>
    /// <param name="key">The key of the map.</param>
    /// <param name="word">The word.</param>
    public string? ReadEntry(SpecNode? node, string key, string word) =>
        spec.HasNameOverrides && node is SpecMap map && map[key] is SpecMap names ? Check(names[word], key) : null;

    /// <summary>The names that the document gives the last segments of paths.</summary>
    public EquatableArray<PathName> ReadPaths()
    {
        if (!spec.HasNameOverrides || spec.Root[NameOverrideKeys.Paths] is not SpecMap names)
            return [];
        return names.Entries
            .Select(e => Check(e.Value, NameOverrideKeys.Paths) is { } name ? new PathName(e.Key, name) : null)
            .OfType<PathName>()
            .ToEquatableArray();
    }

    /// <summary>The name of the type that is made from a schema; <see langword="null"/> for none, and, with a diagnostic, for one that C# does not allow.</summary>
    public string? ReadType(SchemaNode schema)
    {
        if (!spec.HasNameOverrides)
            return null;
        if (schema[NameOverrideKeys.Type] is { } type)
            return Check(type, NameOverrideKeys.Type);
        if (!SchemaNames.IsProperty(schema.Pointer) && Read(schema.Node) is { } own)
            return own;
        return (schema[ForeignKeywords.MicrosoftEnum] as SpecMap)?["name"] is { } microsoft ? Check(microsoft, ForeignKeywords.MicrosoftEnum) : null;
    }

    /// <summary>The name if C# allows it; else <see langword="null"/>, with a diagnostic, and the name is made as if none was chosen.</summary>
    public string? Check(SpecNode? node, string key)
    {
        switch (node)
        {
            case null or SpecScalar { Kind: ScalarKind.Null }:
                return null;
            case SpecScalar scalar when IsIdentifier(scalar.Text):
                return scalar.Text;
            default:
                diagnostics.Add(new(ApiRules.InvalidNameOverride, node.Location, key, node.AsScalarText() ?? node.Describe()));
                return null;
        }
    }

    // C#'s identifiers (specification, section 6.4.3), beginning with a letter whose capital can begin a member.
    private static bool IsIdentifier(string text) => text.Length is > 0 and <= 400 && char.IsLetter(text[0]) && text.All(IsPart);

    private static bool IsPart(char c) => c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
