using System.Text.RegularExpressions;

namespace Kiln.Generator.Tests.Changes.Proof.Witness;

/// <summary>What the tool says, by the names of members that the proof uses.</summary>
internal static partial class ApiCompatReport
{
    /// <summary>The full names of the types and members of which it reports a break, with the number of what it reports.</summary>
    public static ILookup<string, string> Members(IEnumerable<string> lines) =>
        lines.Select(l => Subject().Match(l)).Where(m => m.Success).ToLookup(m => NameOf(m.Groups["subject"].Value), m => m.Groups["id"].Value, StringComparer.Ordinal);

    // "string Sdk.Models.Pet.Name.get", "Sdk.Models.Pet.Pet(int)", "Sdk.Models.Food.implicit operator Sdk.Models.Food(string)".
    private static string NameOf(string subject)
    {
        if (Conversion().Match(subject) is { Success: true } conversion)
            return $"{conversion.Groups["type"].Value}.{conversion.Groups["kind"].Value}";
        var name = Indexer().Replace(subject, "this[]");
        var depth = 0;
        var start = 0;
        for (var i = 0; i < name.Length; i++)
        {
            depth += name[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (depth > 0)
                continue;
            if (name[i] == ' ')
                start = i + 1;
            if (name[i] == '(')
            {
                name = name[..i];
                break;
            }
        }
        return Ending().Replace(name[start..], "");
    }

    [GeneratedRegex("^(?<id>CP[0-9]{4}): [^']*'(?<subject>[^']*)'")]
    private static partial Regex Subject();

    [GeneratedRegex(@"(?<type>\S+)\.(?<kind>implicit|explicit) operator ")]
    private static partial Regex Conversion();

    [GeneratedRegex(@"this\[.*\]")]
    private static partial Regex Indexer();

    // Accessors, and the type parameters of a method.
    [GeneratedRegex(@"(\.(get|set|init)|<[^.]*>)$")]
    private static partial Regex Ending();
}
