using System.Collections;
using System.Reflection;
using Kiln.Generator.Compiler;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Driving;

/// <summary>What one step of the pipeline did in the last run.</summary>
internal sealed record StepOutcome(string Step, IncrementalStepRunReason Reason)
{
    public bool IsCached => Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}

/// <summary>Looks into a driver's tracked steps.</summary>
internal static class StepOutcomes
{
    /// <summary>The outcome of every output of every named step.</summary>
    public static IReadOnlyList<StepOutcome> Of(GeneratorDriver driver) =>
    [
        .. TrackedSteps(driver).SelectMany(s => s.Value.SelectMany(run => run.Outputs.Select(o => new StepOutcome(s.Key, o.Reason)))),
    ];

    /// <summary>A step's outcomes in a word each, such as <c>Cached</c>.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> Of(GeneratorDriver driver, string step) =>
        [.. Of(driver).Where(o => o.Step == step).Select(o => o.Reason)];

    /// <summary>Walks everything that the named steps hold: a symbol, a node or a compilation in it would keep old compilations alive and never be equal.</summary>
    public static void AssertHoldsNoCompilerObjects(GeneratorDriver driver)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (step, runs) in TrackedSteps(driver))
        {
            foreach (var output in runs.SelectMany(r => r.Outputs))
                Walk(output.Value, step, seen);
        }
    }

    private static IEnumerable<KeyValuePair<string, System.Collections.Immutable.ImmutableArray<IncrementalGeneratorRunStep>>> TrackedSteps(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().TrackedSteps.Where(s => typeof(Steps).GetFields().Any(f => f.GetValue(null) as string == s.Key));

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            return;

        Assert.False(value is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or Diagnostic, $"{path} holds a {value.GetType().Name}");
        Assert.False(value.GetType().Namespace?.StartsWith("NSwag", StringComparison.Ordinal) ?? false, $"{path} holds a {value.GetType().Name}");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Walk(item, path, seen);
            return;
        }
        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
    }
}
