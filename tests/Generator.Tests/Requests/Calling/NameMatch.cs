using System.Text;

namespace Kiln.Generator.Tests.Requests.Calling;

/// <summary>
/// Finds the C# name of each parameter of an operation as a reader does, who knows neither the plan nor the emitter: the name without its signs, with its place behind it where two
/// parameters have one name, or what is left in the order of the document. A name that was put to a wrong parameter shows in the values that are sent.
/// </summary>
internal static class NameMatch
{
    /// <summary>The index of the C# name of each parameter; -1 for none.</summary>
    public static int[] Of(IReadOnlyList<(string Name, string Place)> parameters, IReadOnlyList<string> names)
    {
        int[] found = [.. parameters.Select(_ => -1)];
        string[] plain = [.. names.Select(Plain)];
        var free = Enumerable.Range(0, names.Count).ToHashSet();

        Match((p, i) => names[i].Equals(p.Name, StringComparison.OrdinalIgnoreCase));
        Match((p, i) => plain[i] == Plain(p.Name) + Plain(p.Place));
        Match((p, i) => plain[i] == Plain(p.Name));
        Match((p, i) => Plain(p.Name).Length > 0 && (plain[i].Contains(Plain(p.Name)) || Plain(p.Name).Contains(plain[i].TrimEnd([.. "0123456789"]))));
        // Signs may have become words: filter[name] is FilterBracketName.
        Match((p, i) => IsWithin(Plain(p.Name), plain[i]));
        Match((_, _) => true);
        return found;

        void Match(Func<(string Name, string Place), int, bool> isName)
        {
            for (var i = 0; i < found.Length; i++)
            {
                if (found[i] < 0 && free.Order().Cast<int?>().FirstOrDefault(n => isName(parameters[i], n!.Value)) is { } index)
                {
                    found[i] = index;
                    free.Remove(index);
                }
            }
        }
    }

    // Whether all letters are there in their order.
    private static bool IsWithin(string letters, string name)
    {
        var found = 0;
        foreach (var c in name)
            found += found < letters.Length && letters[found] == c ? 1 : 0;
        return letters.Length > 0 && found == letters.Length;
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var c in name.Where(char.IsLetterOrDigit))
            plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }
}
