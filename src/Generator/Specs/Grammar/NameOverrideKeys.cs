using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Grammar;

/// <summary>The extensions by which a document overrides names in C#.</summary>
internal static class NameOverrideKeys
{
    /// <summary>The name of the type that is generated for a schema; <c>x-kiln-name</c> is the name of the property that has the schema.</summary>
    public const string Type = "x-kiln-type-name";

    /// <summary>The names of an enum's values.</summary>
    public const string EnumValues = "x-kiln-names";

    /// <summary>The name of the object that has the key; the first of these keys applies.</summary>
    public static readonly string[] Own = ["x-kiln-name", .. ForeignKeywords.ClientName.Keys];

    private static readonly HashSet<string> All = new(Own, StringComparer.Ordinal) { Type, ForeignKeywords.MicrosoftEnum };

    /// <summary>Whether a node or one of its descendants has one of these keys.</summary>
    public static bool OccurIn(SpecNode node)
    {
        switch (node)
        {
            case SpecMap map:
                foreach (var entry in map.Entries)
                {
                    if (entry.Key.StartsWith("x-", StringComparison.Ordinal) && All.Contains(entry.Key) || OccurIn(entry.Value))
                        return true;
                }
                return false;
            case SpecList list:
                foreach (var item in list.Items)
                {
                    if (OccurIn(item))
                        return true;
                }
                return false;
            default:
                return false;
        }
    }
}
