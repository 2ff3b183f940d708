using Kiln.Generator.Changes;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Files;

namespace Kiln.Generator.Tests.Changes.CSharp;

/// <summary>The findings about two documents, a line for each, with the effects and the member that they are about.</summary>
internal static class LinkedFindings
{
    // Of what follows from no difference, the id of the finding as well. Directions have the same effects.
    public static IEnumerable<string> Of(string old, string current) => ChangeFinder.Find(Read(old), Read(current), TestContext.Current.CancellationToken).Findings.Items
        .Select(f => $"{(f.Id.StartsWith("csharp-", StringComparison.Ordinal) ? f.Id + " " : "")}{f.Subject}: {f.CSharp} {f.Member}".Trim())
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static SdkVersion Read(string document)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        return SdkPipeline.ReadVersion(SpecSource.Of(new("shop.yaml", document), cancellationToken), EditedSdk.Options, cancellationToken).Value!;
    }
}
