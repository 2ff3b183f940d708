using System.Text.Json;
using Kiln.Benchmarks.Data;
using Kiln.Benchmarks.Peers.SystemTextJson;
using Kiln.Benchmarks.Subjects;

namespace Kiln.Benchmarks.Guard;

/// <summary>Sees to it that the subjects do the same work, before any of it is measured.</summary>
internal static class Agreement
{
    // Of the 71 fields that may be null half are in the data, and the 18 others all are.
    private const int LeastValuesPerEvent = 50;

    /// <exception cref="InvalidOperationException">Two subjects differ; the message says where.</exception>
    public static void Check(Reading reading, Writing writing, Requesting requesting)
    {
        var stj = FieldDigest.Of(reading.SystemTextJson());
        if (stj.Values < LeastValuesPerEvent * EventPages.EventsPerPage)
            throw new InvalidOperationException($"Only {stj.Values} values were read from the page.");
        Same("read: ours and System.Text.Json", FieldDigest.Of(reading.Ours()), stj);
        Same("read: Kiota and System.Text.Json", FieldDigest.Of(reading.Kiota()), stj);

        Same("written: ours and what was read", Written(writing.Ours), stj);
        Same("written: Kiota and what was read", Written(writing.Kiota), stj);
        Same("written: System.Text.Json and what was read", Written(writing.SystemTextJson), stj);

        var (ours, kiota) = (Parts(requesting.Ours()), Parts(requesting.Kiota()));
        if (!ours.SequenceEqual(kiota))
            throw new InvalidOperationException($"The requests differ: {string.Join(' ', ours)} and {string.Join(' ', kiota)}");
    }

    private static FieldDigest Written(Action<Action<Stream>> write)
    {
        StjPage? page = null;
        write(content => page = JsonSerializer.Deserialize(content, StjContext.Default.StjPage));
        return FieldDigest.Of(page!);
    }

    private static void Same(string what, FieldDigest one, FieldDigest other)
    {
        if (one.FirstDifference(other) is { } difference)
            throw new InvalidOperationException($"{what} differ in {difference}");
    }

    // The order of the parameters is free, and a comma between values may be spelled in two ways.
    private static string[] Parts(Uri uri) =>
        [uri.GetLeftPart(UriPartial.Path), .. uri.Query[1..].Split('&').Select(Uri.UnescapeDataString).Order(StringComparer.Ordinal)];
}
