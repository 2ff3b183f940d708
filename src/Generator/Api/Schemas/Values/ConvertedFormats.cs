namespace Kiln.Generator.Api.Schemas.Values;

/// <summary>
/// The formats of strings whose value is converted, and so may be written in another way than it was read: a time, a number in a string. A test checks
/// that every format with another C# type than <c>string</c> is among them; <c>binary</c> is a stream in some bodies.
/// </summary>
internal static class ConvertedFormats
{
    private static readonly HashSet<string> Formats = new(StringComparer.Ordinal)
    {
        "date-time", "date-time-local", "http-date", "date", "time", "time-local", "duration", "time-span", "timespan", "date-span", "uuid", "guid", "uri", "uri-reference", "iri", "iri-reference", "ipv4", "ipv6",
        "char", "byte", "base64url", "binary", "int-or-string", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float", "double", "decimal",
        "decimal128",
    };

    public static bool Contains(string? format) => format is not null && Formats.Contains(format);
}
