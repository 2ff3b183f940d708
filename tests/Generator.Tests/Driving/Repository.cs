using System.Runtime.CompilerServices;

namespace Kiln.Generator.Tests.Driving;

/// <summary>Files of the checkout that the tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    public static string ThreatEventsSpec => File.ReadAllText(Path.Combine(Root, "spec", "threat-events.openapi.yaml"));

    /// <summary>Where the public documents stand that tests try beside the project's own; <see langword="null"/> where they are not there.</summary>
    public static string? Corpus =>
        new[] { Environment.GetEnvironmentVariable("KILN_CORPUS"), Path.Combine(Root, "..", "shared", "corpus") }.FirstOrDefault(Directory.Exists);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
