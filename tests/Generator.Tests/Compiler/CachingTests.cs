using Kiln.Generator.Compiler;
using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Kiln.Generator.Tests.Compiler;

/// <summary>What each step does after an edit.</summary>
public sealed class CachingTests
{
    private const string Spec = """
        openapi: 3.0.3
        info: { title: Shop, version: 1.0.0 }
        paths:
          /pets:
            get:
              responses: { '200': { description: All., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } } }
        components:
          schemas:
            Pet: { type: object, properties: { name: { type: string, description: Its name. } } }
            Toy: { oneOf: [{ type: object, properties: { wheels: { type: integer } } }, { type: object, properties: { fur: { type: string } } }] }
        """;

    /// <summary>The edits and, for each step, the outcomes that it may have.</summary>
    public static TheoryData<string, string, IncrementalStepRunReason[]> Table()
    {
        var table = new TheoryData<string, string, IncrementalStepRunReason[]>();

        Add("no edit", options: [Cached], read: [Cached], api: [Cached], shapes: [Cached], emit: [Cached]);
        Add("an edit of C#", options: [Cached], read: [Cached], api: [Cached], shapes: [Cached], emit: [Cached]);
        Add("a comment above everything", options: [Cached], read: [Modified], api: [Unchanged], shapes: [Cached], emit: [Cached]);
        Add("a comment at the end", options: [Cached], read: [Unchanged], api: [Cached], shapes: [Cached], emit: [Cached]);
        Add("an edit of one description", options: [Cached], read: [Modified], api: [Modified], shapes: [Unchanged, Modified], emit: [Cached, Modified]);
        Add("another namespace", options: [Modified], read: [Cached], api: [Cached], shapes: [Modified], emit: [Modified]);
        return table;

        void Add(string edit, IncrementalStepRunReason[] options, IncrementalStepRunReason[] read, IncrementalStepRunReason[] api, IncrementalStepRunReason[] shapes, IncrementalStepRunReason[] emit)
        {
            table.Add(edit, Steps.Options, options);
            table.Add(edit, Steps.Read, read);
            table.Add(edit, Steps.Api, api);
            table.Add(edit, Steps.Shapes, shapes);
            table.Add(edit, Steps.Emit, emit);
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void After_an_edit_a_step_does_no_more_than_it_must(string edit, string step, IncrementalStepRunReason[] expected)
    {
        var driver = AfterEdit(edit);

        Assert.Equal(expected.Order(), StepOutcomes.Of(driver, step).Distinct().Order());
    }

    [Fact]
    public void An_edit_of_one_description_emits_one_file()
    {
        var outcomes = StepOutcomes.Of(AfterEdit("an edit of one description"), Steps.Emit);

        Assert.Single(outcomes, Modified);
        Assert.True(outcomes.Count > 3);
    }

    private static GeneratorDriver AfterEdit(string edit)
    {
        var token = TestContext.Current.CancellationToken;
        var file = new SpecFile("shop.yaml", Spec);
        var driver = SdkDriver.Create((file, SdkDriver.Metadata("Shop"))).RunGenerators(SdkCompilation.Empty, token);
        Assert.Empty(driver.GetRunResult().Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));

        return edit switch
        {
            "no edit" => driver.RunGenerators(SdkCompilation.Empty, token),
            "an edit of C#" => driver.RunGenerators(SdkCompilation.Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class C;", SdkCompilation.ParseOptions, cancellationToken: token)), token),
            "a comment above everything" => Replace("# shop\n" + Spec),
            "a comment at the end" => Replace(Spec + "\n# the end"),
            "an edit of one description" => Replace(Spec.Replace("Its name.", "The pet's name.", StringComparison.Ordinal)),
            "another namespace" => driver.WithUpdatedAnalyzerConfigOptions(SdkDriver.Options(("shop.yaml", SdkDriver.Metadata("Store")))).RunGenerators(SdkCompilation.Empty, token),
            _ => throw new ArgumentOutOfRangeException(nameof(edit)),
        };

        GeneratorDriver Replace(string text) => driver.ReplaceAdditionalText(file, new SpecFile("shop.yaml", text)).RunGenerators(SdkCompilation.Empty, token);
    }
}
