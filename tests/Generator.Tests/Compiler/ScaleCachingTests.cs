using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kiln.Generator.Compiler;
using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Kiln.Generator.Tests.Compiler;

/// <summary>What an edit costs in a large document: one with 400 paths, and GitHub's where the public documents stand beside the checkout.</summary>
public sealed class ScaleCachingTests
{
    private const string GitHub = "github__api.github.com.json";

    public static TheoryData<string> Documents() => ["generated.yaml", GitHub];

    [Theory]
    [MemberData(nameof(Documents))]
    public void One_description_emits_the_files_that_it_stands_in_and_CSharp_none(string document)
    {
        if (document == GitHub)
        {
            TestForm.RequireFull();
            Assert.SkipWhen(PublicDocuments.Folder is null, PublicDocuments.Absent);
        }
        var token = TestContext.Current.CancellationToken;
        var text = document == GitHub ? PublicDocuments.Read(GitHub) : FourHundredPaths();
        var file = new SpecFile(document, text);
        var driver = SdkDriver.Create((file, SdkDriver.Metadata("Large"))).RunGenerators(SdkCompilation.Empty, token);
        var sources = driver.GetRunResult().Results.Single().GeneratedSources.Select(s => s.SourceText.ToString()).ToArray();

        foreach (var described in new[] { "Models", "Requests" })
        {
            var words = UniqueWords(sources.Where(s => s.Contains(described == "Models" ? "WireFields(" : "RequestBuilder", StringComparison.Ordinal)), text);
            var edited = driver.ReplaceAdditionalText(file, new SpecFile(document, text.Replace(words, words + " Edited", StringComparison.Ordinal))).RunGenerators(SdkCompilation.Empty, token);

            var emitted = StepOutcomes.Of(edited, Steps.Emit);
            Assert.Equal(sources.Length, emitted.Count);
            Assert.Equal(sources.Count(s => s.Contains(words, StringComparison.Ordinal)), emitted.Count(o => o == Modified));
            Assert.All(emitted, o => Assert.True(o is Modified or Cached, $"{o}"));
        }

        driver = driver.RunGenerators(SdkCompilation.Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class C;", SdkCompilation.ParseOptions, cancellationToken: token)), token);
        foreach (var step in new[] { Steps.Options, Steps.Read, Steps.Api, Steps.Shapes, Steps.Emit })
            Assert.All(StepOutcomes.Of(driver, step), o => Assert.Equal(Cached, o));
    }

    // A summary that stands on one line, needed no escape, and is said once in the document.
    private static string UniqueWords(IEnumerable<string> sources, string document) => sources
        .SelectMany(s => Regex.Matches(s, "/// <summary>([A-Za-z0-9 ,.]{20,})</summary>").Select(m => m.Groups[1].Value))
        .First(words => document.Split(words).Length == 2);

    private static string FourHundredPaths()
    {
        var text = new StringBuilder("openapi: 3.0.3\ninfo: { title: Large, version: '1' }\npaths:\n");
        for (var i = 0; i < 400; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                  /things{{i}}/{id}:
                    get:
                      summary: Gets the thing with number {{i}}.
                      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                      responses: { '200': { description: x, content: { application/json: { schema: { $ref: '#/components/schemas/Thing{{i}}' } } } } }

                """);
        }
        text.Append("components:\n  schemas:\n");
        for (var i = 0; i < 400; i++)
            text.Append(CultureInfo.InvariantCulture, $"    Thing{i}: {{ type: object, properties: {{ name: {{ type: string, description: The name of the thing with number {i}. }}, next: {{ $ref: '#/components/schemas/Thing{(i + 1) % 400}' }} }} }}\n");
        return text.ToString();
    }
}
