using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>
/// Tells texts that are one value in two spellings. A date-time is read as a point in time with its offset, and RFC 3339 lets the same one be
/// written with more zeros or another letter's case; a UUID's letters have no case (RFC 9562, section 4); a number in a text may begin with zeros, or be a
/// number without one. A model's field keeps the spelling; a value that stands alone or in a list has no place for it.
/// </summary>
internal static partial class Spelling
{
    public static bool IsOneValue(string was, string @is) =>
        Text(was) is { } a && (AreOneNumber(a, @is) || Text(@is) is { } b && (AreOneDateTime(a, b) || AreOneUuid(a, b) || AreOneNumber(a, b) || AreOneAddress(a, b)));

    private static bool AreOneDateTime(string a, string b) => Normal(a) is { } normal && normal == Normal(b);

    private static bool AreOneUuid(string a, string b) => Guid.TryParse(a, out var x) && Guid.TryParse(b, out var y) && x == y;

    private static bool AreOneNumber(string a, string b) => Number().IsMatch(a) && Number().IsMatch(b) && JsonNumbers.AreEqual(a, b);

    // RFC 5952 writes one IPv6 address in one way of many.
    private static bool AreOneAddress(string a, string b) => a.Contains(':') && IPAddress.TryParse(a, out var x) && IPAddress.TryParse(b, out var y) && x.Equals(y);

    private static string? Text(string json) => json is ['"', .., '"'] ? JsonSerializer.Deserialize<string>(json) : null;

    private static string? Normal(string text)
    {
        var match = DateTime().Match(text);
        if (!match.Success)
            return null;
        var offset = match.Groups["offset"].Value.ToUpperInvariant();
        return $"{match.Groups["date"]} {match.Groups["time"]}.{match.Groups["fraction"].Value.TrimEnd('0')} {(offset is "+00:00" or "-00:00" ? "Z" : offset)}";
    }

    [GeneratedRegex(@"^(?<date>\d{4}-\d\d-\d\d)[Tt](?<time>\d\d:\d\d:\d\d)(\.(?<fraction>\d+))?(?<offset>[Zz]|[+-]\d\d:\d\d)$")]
    private static partial Regex DateTime();

    [GeneratedRegex(@"^-?\d+(\.\d+)?$")]
    private static partial Regex Number();
}
