using System.Text;

namespace Kiln.Benchmarks.Hostile;

/// <summary>Puts bodies of one size together of parts that are repeated.</summary>
internal static class HostileBody
{
    public const int Bytes = 256 * 1024;

    /// <summary>A list of one item, repeated.</summary>
    public static byte[] List(string item) => List(_ => item);

    /// <summary>A list of items that differ by their number.</summary>
    public static byte[] List(Func<int, string> item) => Of("[", item, "]");

    /// <summary>An object of members that differ by their number.</summary>
    public static byte[] Map(Func<int, string> member) => Of("{", member, "}");

    /// <summary>A text of one character, between others.</summary>
    public static byte[] Long(string before, char character, string after) => Encoding.UTF8.GetBytes(before + new string(character, Bytes) + after);

    public static byte[] Of(string open, Func<int, string> part, string close)
    {
        var text = new StringBuilder(open);
        for (var i = 0; i == 0 || text.Length < Bytes; i++)
            text.Append(i == 0 ? "" : ",").Append(part(i));
        return Encoding.UTF8.GetBytes(text.Append(close).ToString());
    }

    /// <summary>Something inside of itself.</summary>
    public static string Nested(string open, string inner, string close, int levels)
    {
        var text = new StringBuilder().Insert(0, open, levels).Append(inner);
        for (var level = 0; level < levels; level++)
            text.Append(close);
        return text.ToString();
    }
}
