using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kiln.Tool.Observing.Validation.Schemas;

/// <summary>Whether values have a format. A format that is not listed here allows every value.</summary>
internal static partial class FormatChecks
{
    private static readonly Dictionary<string, Func<string, bool>> OfStrings = new(StringComparer.Ordinal)
    {
        ["date-time"] = text => DateTime().IsMatch(text) && DateTimeOffset.TryParse(text.Replace(":60", ":59", StringComparison.Ordinal), CultureInfo.InvariantCulture, out _),
        ["date"] = text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ["time"] = text => Time().IsMatch(text),
        ["duration"] = text => Duration().IsMatch(text),
        ["uuid"] = IsUuid,
        ["guid"] = IsUuid,
        ["uri"] = text => Uri.TryCreate(text, UriKind.Absolute, out _) && Scheme().IsMatch(text),
        ["url"] = text => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        ["uri-reference"] = text => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        ["email"] = text => Email().IsMatch(text),
        ["ipv4"] = text => Ipv4().IsMatch(text) && IPAddress.TryParse(text, out _),
        ["ipv6"] = text => IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6,
        ["byte"] = text => Base64.IsValid(text),
        ["int32"] = text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ["int64"] = text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
    };

    private static readonly Dictionary<string, (decimal Min, decimal Max)> OfIntegers = new(StringComparer.Ordinal)
    {
        ["int8"] = (sbyte.MinValue, sbyte.MaxValue),
        ["uint8"] = (byte.MinValue, byte.MaxValue),
        ["int16"] = (short.MinValue, short.MaxValue),
        ["uint16"] = (ushort.MinValue, ushort.MaxValue),
        ["int32"] = (int.MinValue, int.MaxValue),
        ["uint32"] = (uint.MinValue, uint.MaxValue),
        ["int64"] = (long.MinValue, long.MaxValue),
        ["uint64"] = (ulong.MinValue, ulong.MaxValue),
    };

    /// <summary>Whether a client reads the format as a type of its own, so that another text cannot be read.</summary>
    public static bool IsTyped(string format) => OfIntegers.ContainsKey(format) || format is "date-time" or "date" or "time" or "duration" or "uuid" or "guid" or "byte";

    /// <summary>Whether a value has a format, or one of the types that the format is not about.</summary>
    public static bool Fits(JsonElement value, string? text, string format) => value.ValueKind switch
    {
        JsonValueKind.String => text is null || !OfStrings.TryGetValue(format, out var fits) || fits(text),
        // A number of so many digits that it is none of .NET's is outside of each range.
        JsonValueKind.Number => !OfIntegers.TryGetValue(format, out var range) || (value.TryGetDecimal(out var number) && number >= range.Min && number <= range.Max),
        _ => true,
    };

    private static bool IsUuid(string text) => Guid.TryParseExact(text, "D", out _);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex DateTime();

    [GeneratedRegex(@"^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]\d\d:\d\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"^-?P(?=.)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.\-]*:", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"^\d{1,3}(\.\d{1,3}){3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Ipv4();
}
