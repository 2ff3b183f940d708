using System.Globalization;

namespace Kiln.Tests.Forms;

/// <summary>
/// The forms of a test run. The short one, which <c>dotnet test</c> runs, tries a sample of what takes long; the full one, which <c>.ci/run</c> runs
/// with <c>KILN_FULL=1</c>, tries all of it. The exhaustive one, with <c>KILN_EXHAUSTIVE=1</c>, is the full one with more random and combined cases than
/// a CI run has time for.
/// </summary>
internal static class TestForm
{
    /// <summary>The reason that a test gives for being skipped in the short form.</summary>
    public const string OnlyInFull = "Runs only in the full form of the tests, with KILN_FULL=1.";

    public static bool IsExhaustive { get; } = Environment.GetEnvironmentVariable("KILN_EXHAUSTIVE") == "1";

    public static bool IsFull { get; } = IsExhaustive || Environment.GetEnvironmentVariable("KILN_FULL") == "1";

    /// <summary>Skips the current test in the short form.</summary>
    public static void RequireFull() => Assert.SkipUnless(IsFull, OnlyInFull);

    /// <summary>How many cases to try: one number in the full form, a smaller one in the short form.</summary>
    public static int Count(int full, int sample) => IsFull ? full : sample;

    /// <summary>The same, with a number of its own in the exhaustive form.</summary>
    public static int Count(int exhaustive, int full, int sample) => IsExhaustive ? exhaustive : Count(full, sample);

    /// <summary>The same, where an environment variable may say otherwise.</summary>
    public static int Count(string variable, int exhaustive, int full, int sample) => Variable(variable) ?? Count(exhaustive, full, sample);

    /// <summary>The same, where an environment variable may say otherwise.</summary>
    public static int Count(string variable, int full, int sample) => Variable(variable) ?? Count(full, sample);

    /// <summary>All items in the full form; in the short form about <paramref name="sample"/> of them, evenly spread, with the first and the last.</summary>
    public static IReadOnlyList<T> Spread<T>(IReadOnlyList<T> items, int sample) => IsFull || items.Count <= sample
        ? items
        : [.. Enumerable.Range(0, sample).Select(i => items[(int)((long)i * (items.Count - 1) / (sample - 1))])];

    /// <summary>The number in an environment variable; <see langword="null"/> where there is none.</summary>
    public static int? Variable(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;
}
