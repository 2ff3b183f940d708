using System.Text;

namespace Kiln.Runtime.Tests.Faults.Mutations;

/// <summary>Damages bodies at random. A seed and a number give the same body on every machine.</summary>
internal static class MutatedBody
{
    private static readonly byte[][] Snippets =
    [
        .. new[]
        {
            "\"", "{", "}", "[", "]", ",", ":", "null", "true", "0", "-", "1e999", "\\", "\\u0000", "\\ud800", "\\udc00", "\\u00", "{}", "[]", "{},", ",{}", "\"\":", "\"id\":{},", "\"data\":[],",
            "\"data\":null,", "\"pagination\":{},", "\"nextCursor\":{},", "\"nextCursor\":true,", "\"nextCursor\":7,", "/**/", "NaN", " ", "\r\n", "\0", "\u2028", "é",
        }.Select(Encoding.UTF8.GetBytes),
        [0xff], [0xc3], [0xef, 0xbb, 0xbf], [0xed, 0xa0, 0x80], [0xfe, 0xff],
    ];

    // Damage that leaves JSON, which the reader must tell from the kind that it wants.
    private static readonly byte[][] Values =
        [.. new[] { "null", "true", "0", "-1.5e3", "1e999", "12345678901234567890123", "\"\"", "\"7\"", "\"null\"", "\"\\ud800\"", "\"\\u0000\"", "{}", "[]", "[null]", "[{}]", "{\"data\":[{}]}", "{\"a\":[1]}" }.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The body of a number.</summary>
    /// <param name="sound">The bodies of which one is damaged.</param>
    /// <param name="seed">Says which bodies there are.</param>
    /// <param name="number">The place among them.</param>
    public static byte[] Make(IReadOnlyList<byte[]> sound, int seed, int number)
    {
        var random = new Random(unchecked(seed * 1_000_003 + number));
        var body = new List<byte>(sound[random.Next(sound.Count)]);
        for (var changes = random.Next(1, 4); changes > 0; changes--)
            Change(random, body);
        return [.. body];
    }

    private static void Change(Random random, List<byte> body)
    {
        var at = random.Next(body.Count + 1);
        var length = Math.Min(random.Next(1, 40), body.Count - at);
        switch (random.Next(40))
        {
            case 0:
                body.InsertRange(at, Snippets[random.Next(Snippets.Length)]);
                break;
            case 1 when at < body.Count:
                body[at] = (byte)random.Next(256);
                break;
            case 2 when at < body.Count:
                body.RemoveAt(at);
                break;
            case 3:
                body.RemoveRange(at, length);
                break;
            case 4:
                body.InsertRange(random.Next(body.Count + 1), body.GetRange(at, length));
                break;
            case 5 when random.Next(4) == 0:
                body.RemoveRange(at, body.Count - at);
                break;
            default:
                Replace(random, body, at);
                break;
        }
    }

    /// <summary>Puts another value where a value or a name was, so that the text around it often remains JSON.</summary>
    private static void Replace(Random random, List<byte> body, int at)
    {
        var start = body.FindIndex(at, b => b is (byte)':' || (random.Next(8) == 0 && b is (byte)',' or (byte)'['));
        if (start < 0)
            return;
        var end = body.FindIndex(start + 1, b => b is (byte)',' or (byte)'}' or (byte)']' or (byte)':');
        if (end < 0)
            return;
        body.RemoveRange(start + 1, end - start - 1);
        body.InsertRange(start + 1, Values[random.Next(Values.Length)]);
    }
}
