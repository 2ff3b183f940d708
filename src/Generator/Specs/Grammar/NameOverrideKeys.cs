using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Grammar;

/// <summary>The extensions by which a document overrides names in C#.</summary>
internal static class NameOverrideKeys
{
    /// <summary>The name of the type that is generated for a schema; <c>x-kiln-name</c> is the name of the property that has the schema.</summary>
    public const string Type = "x-kiln-type-name";

    /// <summary>The names of an enum's values.</summary>
    public const string EnumValues = "x-kiln-names";

    /// <summary>On a schema, the names of its properties, those of its <c>allOf</c> included.</summary>
    public const string Properties = "x-kiln-property-names";

    /// <summary>On an operation, the names of its parameters.</summary>
    public const string Parameters = "x-kiln-parameter-names";

    /// <summary>On an operation, the name of its methods in the class that has those of all operations.</summary>
    public const string Operation = "x-kiln-operation-name";

    /// <summary>On an operation, the name of the class of its query parameters.</summary>
    public const string Query = "x-kiln-query-name";

    /// <summary>On an operation, the name of the class of its parameters in headers and cookies.</summary>
    public const string HeaderParameters = "x-kiln-header-parameters-name";

    /// <summary>On an operation, the name of the class of its results, where the status decides between several bodies.</summary>
    public const string Result = "x-kiln-result-name";

    /// <summary>On a response, the name of the class of its headers.</summary>
    public const string Headers = "x-kiln-headers-name";

    /// <summary>On a response, the name of its exception.</summary>
    public const string Exception = "x-kiln-exception-name";

    /// <summary>On the document, the names of paths' last segments.</summary>
    public const string Paths = "x-kiln-path-names";

    /// <summary>On the document, the beginning of paths that the client's properties do not show.</summary>
    public const string Prefix = "x-kiln-path-prefix";

    /// <summary>The name of the object that has the key; the first of these keys applies.</summary>
    public static readonly string[] Own = ["x-kiln-name", .. ForeignKeywords.ClientName.Keys];

    private static readonly HashSet<string> All = new(Own, StringComparer.Ordinal)
    {
        Type, Properties, Parameters, Operation, Query, HeaderParameters, Result, Headers, Exception, Paths, ForeignKeywords.MicrosoftEnum,
    };

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
