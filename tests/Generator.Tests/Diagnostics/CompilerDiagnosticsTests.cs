using Kiln.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Diagnostics;

public class CompilerDiagnosticsTests
{
    private static readonly DiagnosticInfo Info = new(SpecRules.PathParameterNotInPath, new SourceLocation("api/a.yaml", 3, 5, 3, 9), "id", "/a");

    [Fact]
    public void A_diagnostic_keeps_its_place_and_message()
    {
        var diagnostic = Info.ToDiagnostic();

        Assert.Equal(
            "api/a.yaml(3,5): warning KILN0032: The path parameter 'id' does not occur in '/a', so its value cannot be sent; add '{id}' to the path or remove the parameter",
            diagnostic.ToString());
        Assert.Equal(Info.ToString(), diagnostic.ToString());
        Assert.Equal("(2,4)-(2,8)", diagnostic.Location.GetLineSpan().Span.ToString());
    }

    [Fact]
    public void A_message_is_one_short_line_whatever_the_document_says()
    {
        var info = new DiagnosticInfo(SpecRules.DuplicateKey, SourceLocation.StartOf("a.yaml"), "a\nb\u001b[31m" + new string('x', 100_000), "1");

        Assert.True(info.Message.Length < 400);
        Assert.DoesNotContain(info.Message, char.IsControl);
    }

    [Theory]
    [InlineData("a\r\nerror X: b", "a  error X: b")]
    [InlineData("\u001b]0;title\u0007\u009b31m", " ]0;title  31m")]
    [InlineData("exe.\u202efdp\u2066\u200f", "exe. fdp  ")]
    [InlineData("\u0085\u2028\u2029\ufeff\0\u007f", "      ")]
    [InlineData("é字😀", "é字😀")]
    public void A_text_of_a_document_is_shown_and_does_nothing(string said, string shown) =>
        Assert.Contains($"'{shown}'", new DiagnosticInfo(SpecRules.DuplicateKey, SourceLocation.StartOf("a.yaml"), said, "1").Message);

    [Fact]
    public void Half_a_surrogate_pair_is_shown_as_one_that_is_lost()
    {
        Assert.Equal("a\ufffdb\ufffd", OneLine.Of("a\ud800b\udc00"));
        // A text may be cut between the two.
        Assert.DoesNotContain(new DiagnosticInfo(SpecRules.DuplicateKey, SourceLocation.StartOf("a"), new string('x', 196) + "😀😀😀", "1").Message, char.IsSurrogate);
    }

    [Fact]
    public void Each_rule_makes_one_descriptor()
    {
        Assert.All(Rules.All, r => Assert.Same(r.ToDescriptor(), r.ToDescriptor()));
        Assert.All(Rules.All, r => Assert.Equal(r.Severity.ToString(), r.ToDescriptor().DefaultSeverity.ToString()));
    }

    [Fact]
    public void A_severity_can_be_changed_for_the_compilation()
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithSpecificDiagnosticOptions([new("KILN0032", ReportDiagnostic.Error)]);
        var compilation = CSharpCompilation.Create("a", options: options);
        var driver = CSharpGeneratorDriver.Create(new Telling().AsSourceGenerator())
            .RunGeneratorsAndUpdateCompilation(compilation, out _, out var diagnostics, TestContext.Current.CancellationToken);

        Assert.NotNull(driver);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(diagnostics).Severity);
    }

    private sealed class Telling : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, (output, _) => output.ReportDiagnostic(Info.ToDiagnostic()));
    }
}
