namespace Kiln.Generator.Api.Numbers;

/// <summary>The formats whose values are numbers, by the OpenAPI format registry.</summary>
internal static class NumberFormats
{
    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "double-int", "float", "double", "decimal", "decimal128", "unixtime",
        "sf-integer", "sf-decimal",
    };

    public static bool Contains(string? format) => format is not null && All.Contains(format);

    /// <summary>Whether the format is one of binary fractions, which an integer cannot have.</summary>
    public static bool IsBinaryFraction(string? format) => format is "float" or "double";

    /// <summary>Whether the format is one of numbers that may have a fraction.</summary>
    public static bool IsFraction(string? format) => IsBinaryFraction(format) || format is "decimal" or "decimal128" or "sf-decimal";
}
