using System.Text.RegularExpressions;

namespace Kiln.Generator.Tests.Corpus;

/// <summary>
/// Public documents, where they stand beside the checkout (or <c>KILN_CORPUS</c> says where): each becomes code that the oldest compiler takes, or an
/// error with its place. Which have errors, and why, is said where <c>kiln build</c> is tried on them, with a newer compiler.
/// </summary>
[Collection(nameof(CorpusRun))]
public sealed class CorpusTests
{
    [Theory]
    [MemberData(nameof(PublicDocuments.Documents), MemberType = typeof(PublicDocuments))]
    public void Becomes_code_that_compiles_without_a_warning_or_an_error_with_its_place(string? document)
    {
        Assert.SkipWhen(document is null, PublicDocuments.Absent);

        var run = CorpusRun.Of(document!);

        if (run.Error is not null)
            Assert.Matches($@"^{Regex.Escape(document!)}\(\d+,\d+\): error KILN", run.Error);
        Assert.Equal("", run.CompilerMessages);
    }
}
