using System.Collections.Concurrent;
using Kiln.Generator.Tests.RoundTrip;

namespace Kiln.Generator.Tests.Scenarios;

/// <summary>The SDK of each scenario, generated and compiled once for all tests that look at it.</summary>
internal static class ScenarioSdk
{
    private static readonly ConcurrentDictionary<string, Lazy<CompiledSdk>> Sdks = new(StringComparer.Ordinal);

    private static string Folder { get; } = Checkout.PathOf("tests", "Generator.Tests", "Scenarios");

    /// <summary>The scenarios: the folders beside this file.</summary>
    public static TheoryData<string> Names() => [.. Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    /// <summary>The SDK of one, in the namespace <c>Scenario</c>. It is shared, and not to be disposed.</summary>
    public static CompiledSdk Of(string name) => Sdks.GetOrAdd(
        name,
        n => new(() => new CompiledSdk("spec.yaml", Read(n), CancellationToken.None, @namespace: "Scenario", hasOperations: n == "Operations"))).Value;

    /// <summary>The document of one.</summary>
    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name, "spec.yaml"));
}
