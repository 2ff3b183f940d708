using System.Text;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>Places in a JSON value, as the runtime writes them: <c>$.data[3].pid</c> (RFC 9535).</summary>
internal static class JsonPaths
{
    public const string Root = "$";

    public static string Item(string path, int index) => $"{path}[{index}]";

    public static string Member(string path, string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? $"{path}.{name}"
            : $"{path}['{name.Replace("\\", "\\\\").Replace("'", "\\'")}']";

    /// <summary>Whether the first place is the second, or lies in it.</summary>
    public static bool IsWithin(string path, string outer) =>
        path.StartsWith(outer, StringComparison.Ordinal) && (path.Length == outer.Length || path[outer.Length] is '.' or '[');
}
