using Acme.OpenApi31.Models;

namespace Kiln.Service.Tests.OpenApi31;

/// <summary>What the document of this SDK says in another way than the other two.</summary>
internal static class Differences
{
#if SWASHBUCKLE
    // An unsigned number of 64 bits is a signed one there.
    public const long LargestUnsigned = long.MaxValue;

    public const string Letter = "ß";

    public static Priority Normal => Priority.Value2;

    public static Priority High => Priority.Value10;

    public static PaintLiters Liters(int red, int blue) => new() { Red = red, DarkBlue = blue };

    public static int? Blue(PaintLiters liters) => liters.DarkBlue;

    /// <summary>The case of a union, which here is a class that derives from it.</summary>
    public static T Case<T>(object value) => Assert.IsType<T>(value);
#else
    public const ulong LargestUnsigned = ulong.MaxValue;

    public const char Letter = 'ß';

    // Microsoft.AspNetCore.OpenApi does not write the values of an enum that is sent as a number.
    public static long Normal => 2;

    public static long High => 10;

    public static Dictionary<string, int> Liters(int red, int blue) => new() { ["Red"] = red, ["DarkBlue"] = blue };

    public static int? Blue(Dictionary<string, int> liters) => liters["DarkBlue"];

    public static T Case<T>(Shape value) => Assert.IsType<T>(value.Value);

    public static T Case<T>(Animal value) => Assert.IsType<T>(value.Value);
#endif
}
