using System.Globalization;

namespace Kiln.Generator.Specs.Grammar;

/// <summary>Makes the name of a component unique.</summary>
internal static class UniqueName
{
    /// <summary>The name, or the first of <c>name_2</c>, <c>name_3</c>, … that is free.</summary>
    public static string Find(string name, Func<string, bool> isTaken)
    {
        var unique = name;
        for (var number = 2; isTaken(unique); number++)
            unique = name + "_" + number.ToString(CultureInfo.InvariantCulture);
        return unique;
    }
}
