using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Grammar;

/// <summary>The extensions by which a document says what something is called in C#.</summary>
internal static class NameOverrideKeys
{
    /// <summary>The name of the type that is made for a schema, where <c>x-kiln-name</c> is that of the property which it stands in.</summary>
    public const string Type = "x-kiln-type-name";

    /// <summary>AutoRest's words about an enum, the name of its type among them.</summary>
    public const string MicrosoftEnum = "x-ms-enum";

    /// <summary>The name of what they stand on; the first that stands there counts.</summary>
    public static readonly string[] Own = ["x-kiln-name", "x-csharp-name", "x-ms-client-name"];

    private static readonly HashSet<string> All = new(Own, StringComparer.Ordinal) { Type, MicrosoftEnum };

    /// <summary>Whether one of them stands anywhere in a node.</summary>
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
