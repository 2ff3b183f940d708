using System.Globalization;
using System.Text;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Naming;

/// <summary>Names emitted files after their types.</summary>
internal static class HintNames
{
    private const int MaxLength = 100;
    // What most file systems take is 255.
    private const int MaxBytes = 240;
    private const string Extension = ".g.cs";

    // A file that is called so up to its first dot is none on Windows.
    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"com{i}", $"lpt{i}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>The type's name below the root namespace; a long one loses its middle to a hash of the whole, so that paths stay short and names apart.</summary>
    public static string Of(TypeName type, string rootNamespace)
    {
        var name = type.Namespace == rootNamespace ? type.Name : $"{type.Namespace.Substring(rootNamespace.Length + 1)}.{type.Name}";
        return Fit(name);
    }

    /// <summary>A file's name with the mark of its document before it, cut in the same way.</summary>
    public static string WithPrefix(string prefix, string hintName) =>
        prefix.Length == 0 ? hintName : Fit(prefix + hintName.Substring(0, hintName.Length - Extension.Length));

    private static string Fit(string name)
    {
        if (Devices.Contains(name.Split('.')[0]))
            name = "_" + name;

        // Letters of other scripts take up to three bytes each.
        var longest = Encoding.UTF8.GetByteCount(name) == name.Length ? MaxLength : MaxBytes / 3;
        if (name.Length + Extension.Length <= longest)
            return name + Extension;

        var hash = StableHash.Of(name).ToString("x8", CultureInfo.InvariantCulture);
        var room = longest - Extension.Length - hash.Length - 2;
        var tail = name.Substring(name.Length - room / 2);
        return $"{name.Substring(0, room - tail.Length)}-{hash}-{tail}{Extension}";
    }
}
