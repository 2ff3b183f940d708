using Kiln.Generator.Api;
using Kiln.Generator.Changes;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Comparison.Structure;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;

namespace Kiln.Generator.Tests.Changes.Structure;

/// <summary>Compares two documents as text, and writes each difference as a line.</summary>
internal static class StructurePair
{
    /// <summary>The day of all comparisons.</summary>
    public static readonly LifecycleTerms Terms = new(new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    private const string Head = "openapi: 3.1.0\ninfo: { title: t, version: '1' }\n";

    /// <summary>The differences between two documents.</summary>
    public static IReadOnlyList<Difference> Differences(SpecSource old, SpecSource current) =>
        DocumentComparer.Compare(Read(old), Read(current), Terms, TestContext.Current.CancellationToken);

    /// <summary>The differences between two documents, each as <c>aspect action subject: old -> new [traits]</c>, with a request or response in the lead.</summary>
    public static string[] Lines(string old, string current) => [.. Differences(Source(old), Source(current)).Select(Line)];

    /// <summary>The same for documents of which only what follows their <c>info</c> is given.</summary>
    public static string[] BodyLines(string old, string current) => Lines(Head + old, Head + current);

    /// <summary>The same for the value of <c>paths</c> in one line.</summary>
    public static string[] PathLines(string old, string current) => BodyLines("paths: " + old, "paths: " + current);

    /// <summary>The same for the keys of the operation <c>POST /pets</c>, without its responses.</summary>
    public static string[] OperationLines(string old, string current) =>
        PathLines($"{{ /pets: {{ post: {{ {old}, responses: {{ '204': {{ description: d }} }} }} }} }}", $"{{ /pets: {{ post: {{ {current}, responses: {{ '204': {{ description: d }} }} }} }} }}");

    public static SpecSource Source(string text, string path = "a.yaml") => SpecSource.Of(new(path, text), TestContext.Current.CancellationToken);

    public static SdkVersion Read(SpecSource source)
    {
        var spec = SpecReader.Read(source, TestContext.Current.CancellationToken);
        Assert.NotNull(spec.Value);
        var api = ApiReader.Read(spec.Value, TestContext.Current.CancellationToken);
        Assert.NotNull(api.Value);
        return new(spec.Value, api.Value, [], []);
    }

    public static string Line(Difference difference)
    {
        var direction = difference.Direction == Generator.Changes.Findings.Direction.None ? "" : difference.Direction.ToString().ToLowerInvariant() + " ";
        var values = (difference.OldValue, difference.NewValue) is (null, null) ? "" : $": {difference.OldValue ?? "nothing"} -> {difference.NewValue ?? "nothing"}";
        var traits = difference.Traits.Count == 0 ? "" : $" [{string.Join(' ', difference.Traits)}]";
        return $"{direction}{difference.Aspect} {difference.Action.ToString().ToLowerInvariant()} {difference.Subject}{values}{traits}".Replace("  ", " ", StringComparison.Ordinal);
    }
}
