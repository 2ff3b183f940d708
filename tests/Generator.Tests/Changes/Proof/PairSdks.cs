using Kiln.Generator.Changes;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Changes.Proof;

/// <summary>The SDKs of both versions of a document, in one namespace.</summary>
internal sealed class PairSdks
{
    private PairSdks(ProofPair pair, string @namespace, SdkVersion old, SdkVersion current) => (Pair, Namespace, Old, New) = (pair, @namespace, old, current);

    /// <summary>The versions.</summary>
    public ProofPair Pair { get; }

    /// <summary>The namespace, which no other pair has.</summary>
    public string Namespace { get; }

    /// <summary>The first version.</summary>
    public SdkVersion Old { get; }

    /// <summary>The second.</summary>
    public SdkVersion New { get; }

    /// <summary>Reads both versions; <see langword="null"/> if one has errors, with the first of them.</summary>
    public static PairSdks? TryOf(ProofPair pair, string @namespace, out string error)
    {
        var options = new SdkOptions(@namespace) { Operations = true };
        var (old, oldError) = Read(pair.Old);
        var (current, newError) = Read(pair.New);
        error = oldError ?? newError ?? "";
        return old is null || current is null ? null : new(pair, @namespace, old, current);

        (SdkVersion?, string?) Read(string text)
        {
            var path = text.AsSpan().TrimStart().StartsWith("{") ? "spec.json" : "spec.yaml";
            var result = SdkPipeline.ReadVersion(SpecSource.Of(new SpecText(path, text), CancellationToken.None), options, CancellationToken.None);
            return (result.Value, result.Value is null ? result.Diagnostics.Items.FirstOrDefault(d => d.Rule.Severity == Kiln.Generator.Diagnostics.DiagnosticLevel.Error)?.ToString() ?? "not read" : null);
        }
    }
}
