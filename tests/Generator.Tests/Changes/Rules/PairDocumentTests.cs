using System.Collections.Concurrent;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Changes.Rules;

/// <summary>The documents of the pairs.</summary>
public sealed class PairDocumentTests
{
    [Fact]
    public void An_SDK_is_generated_of_each()
    {
        ConcurrentBag<string> errors = [];
        Parallel.ForEach(RulePairs.All.SelectMany(p => new[] { p.OldText, p.NewText }).Distinct(), text =>
        {
            var api = SdkPipeline.ReadApi(new SpecText("pair.yaml", text), TestContext.Current.CancellationToken);
            foreach (var diagnostic in api.Diagnostics.Items.Where(d => d.Rule.Severity == DiagnosticLevel.Error))
                errors.Add($"{diagnostic.Message}\n{text}");
        });

        Assert.Equal("", string.Join('\n', errors.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Each_id_of_oasdiff_has_one() =>
        Assert.Equal(KnownIds.Levels.Keys.Order(StringComparer.Ordinal), RulePairs.All.Where(p => p.IsKnown).Select(p => p.Id).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Both_documents_of_a_pair_differ() => Assert.All(RulePairs.All, p => Assert.NotEqual(p.OldText, p.NewText));
}
