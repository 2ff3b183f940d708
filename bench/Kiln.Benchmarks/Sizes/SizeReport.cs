using System.Globalization;
using Kiln.Tests.Forms;

namespace Kiln.Benchmarks.Sizes;

/// <summary>Prints how many bytes of C# the 93-field event is, part by part, from the file that the tests pin.</summary>
internal static class SizeReport
{
    /// <summary>The file.</summary>
    public const string Pinned = "tests/Generator.Tests/Sdk/SdkSnapshots.Sdk#Models.ThreatEvent.g.verified.cs";

    /// <param name="path">Another emitted model; null for the pinned one.</param>
    public static int Print(string? path)
    {
        var parts = EmittedFile.Split(File.ReadAllText(path ?? Checkout.PathOf(Pinned)));
        foreach (var (name, bytes) in parts)
            Line(name, bytes);
        Line("all", parts.Sum(p => p.Bytes));
        return 0;
    }

    private static void Line(string name, int bytes) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {bytes,6}"));
}
