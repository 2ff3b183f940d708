using Kiln.Generator.Diagnostics;
using Kiln.Generator.Emission;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Fuzzing;

/// <summary>What became of one document.</summary>
/// <param name="Files">The files of its SDK; none when it has errors.</param>
/// <param name="Ids">The ids of what was told.</param>
/// <param name="Failure">What must never be, in a line; <see langword="null"/> when all is well.</param>
internal sealed record ProbeResult(IReadOnlyList<SourceFile> Files, IReadOnlyList<string> Ids, string? Failure);

/// <summary>Hands a document to all stages and holds what comes out against what holds for any text at all.</summary>
internal static class Probe
{
    public static ProbeResult Run(string path, string text, string @namespace, CancellationToken cancellationToken)
    {
        try
        {
            var sdk = SdkPipeline.Generate(new SpecText(path, text), new SdkOptions(@namespace), cancellationToken);
            return new([.. sdk.Files], [.. sdk.Diagnostics.Select(d => d.Rule.Id)], WrongIn(sdk, path, text));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new([], [], $"{exception.GetType().Name} {FirstOwnFrame(exception)}: {exception.Message}");
        }
    }

    private static string? WrongIn(GeneratedSdk sdk, string path, string text)
    {
        var lines = text.Split('\n').Length + text.Split('\r').Length;
        foreach (var told in sdk.Diagnostics)
        {
            // What NSwag refuses has no place of its own, so it has to be told of before NSwag sees it.
            if (told.Rule == Rules.InternalFailure || told.Rule == ApiRules.UnreadableDocument)
                return $"{told.Rule.Id} {told.Message}";
            if (told.Location.File != path || told.Location.Line < 1 || told.Location.Line > lines || told.Location.Column < 1)
                return $"{told.Rule.Id} has a place that is none: {told.Location}";
            // Makes a place and a message in the compiler's own terms, which is stricter about both.
            if (told.ToDiagnostic().GetMessage(null).Any(char.IsControl))
                return $"{told.Rule.Id} has a message of several lines";
        }

        if (sdk.HasErrors)
            return sdk.Files.Count == 0 ? null : "files beside an error";
        if (sdk.Files.GroupBy(f => f.HintName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return $"two files are called {twice.Key}";
        return sdk.Files.Count == 0 ? "neither an error nor a file" : null;
    }

    private static string FirstOwnFrame(Exception exception) =>
        exception.StackTrace?.Split('\n').Select(f => f.Trim()).FirstOrDefault(f => f.StartsWith("at Kiln.", StringComparison.Ordinal))?.Split('(')[0] ?? "";
}
