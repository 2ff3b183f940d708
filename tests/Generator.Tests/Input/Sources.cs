using Kiln.Generator.Api;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Input;

/// <summary>Documents of several files, in tests. Nothing but these files is there.</summary>
internal static class Sources
{
    public static StageResult<SpecDocument> Read((string Path, string Text)[] files, string[]? overlays = null, SpecFilter? filter = null)
    {
        var source = SpecSource.Load(
            new SpecText(files[0].Path, files[0].Text),
            path => files.Where(f => f.Path == path).Select(f => new SpecText(f.Path, f.Text)).FirstOrDefault(),
            overlays ?? [],
            filter ?? SpecFilter.None,
            TestContext.Current.CancellationToken);
        return SpecReader.Read(source, TestContext.Current.CancellationToken);
    }

    /// <summary>The joined document as JSON; fails the test when there is something to tell.</summary>
    public static string Json((string Path, string Text)[] files, string[]? overlays = null, SpecFilter? filter = null)
    {
        var read = Read(files, overlays, filter);
        Assert.Equal("", string.Join("\n", read.Diagnostics.Items));
        Assert.NotNull(ApiReader.Read(read.Value!, TestContext.Current.CancellationToken).Value);
        return SpecJson.Write(read.Value!.Root);
    }

    /// <summary>What there is to tell, each as <c>file(line,column) KILNnnnn</c>.</summary>
    public static IEnumerable<string> Told((string Path, string Text)[] files, string[]? overlays = null, SpecFilter? filter = null) =>
        Read(files, overlays, filter).Diagnostics.Items.Select(d => $"{d.Location.File}({d.Location.Line},{d.Location.Column}) {d.Rule.Id}");

    /// <summary>The names of shared nodes.</summary>
    public static IEnumerable<string> Names(StageResult<SpecDocument> read, string pointer) =>
        (JsonPointer.Find(read.Value!.Root, pointer) as SpecMap)?.Entries.Select(e => e.Key) ?? [];

    public static SpecFilter Include(string? paths = null, string? tags = null, string? operations = null) => SpecFilter.None with { Include = Patterns(paths, tags, operations) };

    public static SpecFilter Exclude(string? paths = null, string? tags = null, string? operations = null) => SpecFilter.None with { Exclude = Patterns(paths, tags, operations) };

    private static OperationPatterns Patterns(string? paths, string? tags, string? operations) => new(
        [.. (paths ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)],
        [.. (tags ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)],
        [.. (operations ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)]);
}
