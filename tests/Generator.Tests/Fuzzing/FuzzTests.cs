using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Fuzzing;

/// <summary>
/// Documents that are damaged at random. None crashes the generator, and each becomes code that compiles, or carries an error with its place.
/// <c>KILN_FUZZ</c> says how many are tried, <c>KILN_FUZZ_SEED</c> which; the output names both, and they give the same documents again. Of those that
/// become code one in <c>KILN_FUZZ_COMPILED</c> is compiled.
/// </summary>
public sealed class FuzzTests
{
    private static readonly int CompiledOneIn = TestForm.Count(full: 10, sample: 20);

    private static readonly int Documents = TestForm.Count("KILN_FUZZ", exhaustive: 20_000, full: 4_000, sample: 800);

    // A fixed seed, so that a change is not blamed for what others left; nobody has to wait for a new one to find more.
    private const int Seed = 4;

    [Fact]
    public void A_damaged_document_becomes_code_that_compiles_or_carries_an_error_with_its_place()
    {
        var seed = TestForm.Variable("KILN_FUZZ_SEED") ?? Seed;
        var run = new FuzzRun(seed, Documents, TestForm.Variable("KILN_FUZZ_COMPILED") ?? CompiledOneIn, TestContext.Current.CancellationToken);

        run.Run();

        TestContext.Current.TestOutputHelper?.WriteLine(run.Summary);
        Console.WriteLine(run.Summary);
        Assert.True(run.Failures.Count == 0, string.Join("\n\n", run.Failures.GroupBy(f => Kind(f.What)).Select(g => Report(g.OrderBy(f => f.Case.Text.Length).First(), g.Count(), seed))));
    }

    private static string Report(FuzzFailure failure, int count, int seed)
    {
        var kind = Kind(failure.What);
        var small = Minimizer.Minimize(failure.Case.Path, failure.Case.Text, text => Kind(WhatOf(failure.Case.Path, text)) == kind);
        var file = Path.Combine(Path.GetTempPath(), $"kiln-fuzz-{seed}-{failure.Number}{Path.GetExtension(failure.Case.Path)}");
        File.WriteAllText(file, small, System.Text.Encoding.UTF8);
        return $"{count} documents: {failure.What}\nthe smallest is number {failure.Number} of seed {seed}, once {failure.Case.Origin}; it is in {file}, made smaller:\n{(small.Length < 4000 ? small : small[..4000])}";
    }

    private static string? WhatOf(string path, string text)
    {
        var result = Probe.Run(path, text, "Fuzz", CancellationToken.None);
        if (result.Failure is not null || result.Files.Count == 0)
            return result.Failure;

        var wrong = SdkCompilation.Compile(result.Files.Select(f => CSharpSyntaxTree.ParseText(f.Text, SdkCompilation.ParseOptions)), CancellationToken.None);
        return wrong.Count == 0 ? null : $"{wrong[0].Id}: {wrong[0].GetMessage(null)}";
    }

    // What failures have in common: the id of a compiler's error, or where an exception came from.
    private static string? Kind(string? what) => what is ['K', ..] ? what.Split('\'')[0] : what?.Split(':')[0];
}
