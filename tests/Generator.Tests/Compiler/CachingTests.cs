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
          /toys:
            get:
              responses: { '200': { description: All., content: { application/json: { schema: { $ref: '#/components/schemas/Toy' } } } } }
        components:
          schemas:
            Pet: { type: object, properties: { name: { type: string, description: Its name. } } }
            Part: { $ref: 'part.yaml' }
            Toy: { oneOf: [{ type: object, properties: { wheels: { type: integer } } }, { type: object, properties: { fur: { type: string } } }] }
        """;

    private const string Part = "{ type: object, properties: { size: { type: string, description: Its size. } } }";

    private const string Overlay = """
        overlay: 1.0.0
        info: { title: Names, version: 1.0.0 }
        actions:
          - target: $.components.schemas.Pet.properties.name
            update: { example: Tom, minLength: 1, title: Name }
        """;

    /// <summary>The edits and, for each step, the outcomes that it may have.</summary>
    public static TheoryData<string, string, IncrementalStepRunReason[]> Table()
    {
        var table = new TheoryData<string, string, IncrementalStepRunReason[]>();

        Add("no edit");
        Add("an edit of C#");
        Add("a reference to another assembly");
        Add("a reference to the assembly of dependency injection", shapes: [Unchanged, Modified, New], emit: [Cached, Modified, New]);
        Add("a comment above everything", parse: [Cached, Modified], input: [Modified], read: [Modified], api: [Unchanged]);
        Add("a comment at the end", parse: [Cached, Modified], input: [Modified], read: [Unchanged]);
        Add("an edit of one description", parse: [Cached, Modified], input: [Modified], read: [Modified], api: [Modified], shapes: [Unchanged, Modified], emit: [Cached, Modified]);
        Add("another namespace", options: [Modified], shapes: [Modified], emit: [Modified]);
        Add("an edit of a part", parse: [Cached, Modified], input: [Modified], read: [Modified], api: [Modified], shapes: [Unchanged, Modified], emit: [Cached, Modified]);
        Add("an edit of a file that nothing refers to", parse: [Cached, Modified], input: [Unchanged]);
        Add("an edit of the overlay", parse: [Cached, Modified], input: [Modified], read: [Modified], api: [Modified], shapes: [Unchanged, Modified], emit: [Cached, Modified]);
        Add("another filter", input: [Modified], read: [Modified], api: [Modified], shapes: [Modified, Removed], emit: [Modified, Removed]);
        return table;

        // A step that is not named must not run.
        void Add(
            string edit, IncrementalStepRunReason[]? options = null, IncrementalStepRunReason[]? parse = null, IncrementalStepRunReason[]? input = null, IncrementalStepRunReason[]? read = null,
            IncrementalStepRunReason[]? api = null, IncrementalStepRunReason[]? shapes = null, IncrementalStepRunReason[]? emit = null)
        {
            table.Add(edit, Steps.Options, options ?? [Cached]);
            table.Add(edit, Steps.Parse, parse ?? [Cached]);
            table.Add(edit, Steps.Input, input ?? [Cached]);
            table.Add(edit, Steps.Read, read ?? [Cached]);
            table.Add(edit, Steps.Api, api ?? [Cached]);
            table.Add(edit, Steps.Shapes, shapes ?? [Cached]);
            table.Add(edit, Steps.Emit, emit ?? [Cached]);
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
        var part = new SpecFile("part.yaml", Part);
        var overlay = new SpecFile("names.yaml", Overlay);
        var other = new SpecFile("other.yaml", "{ type: string }");
        var driver = SdkDriver.Create((file, Metadata("Shop")), (part, SdkDriver.PartMetadata), (overlay, SdkDriver.PartMetadata), (other, SdkDriver.PartMetadata))
            .RunGenerators(SdkCompilation.Empty, token);
        Assert.Empty(driver.GetRunResult().Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));

        return edit switch
        {
            "no edit" => driver.RunGenerators(SdkCompilation.Empty, token),
            "an edit of C#" => driver.RunGenerators(SdkCompilation.Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class C;", SdkCompilation.ParseOptions, cancellationToken: token)), token),
            "a reference to another assembly" => WithReference("Other"),
            "a reference to the assembly of dependency injection" => WithReference("Kiln.DependencyInjection"),
            "a comment above everything" => Replace("# shop\n" + Spec),
            "a comment at the end" => Replace(Spec + "\n# the end"),
            "an edit of one description" => Replace(Spec.Replace("Its name.", "The pet's name.", StringComparison.Ordinal)),
            "another namespace" => WithMetadata(Metadata("Store")),
            "an edit of a part" => ReplaceFile(part, Part.Replace("Its size.", "The part's size.", StringComparison.Ordinal)),
            "an edit of a file that nothing refers to" => ReplaceFile(other, "{ type: integer }"),
            "an edit of the overlay" => ReplaceFile(overlay, Overlay.Replace("title: Name", "description: The pet's name.", StringComparison.Ordinal)),
            "another filter" => WithMetadata(SdkDriver.With(Metadata("Shop"), "KilnExcludePaths", "/toys")),
            _ => throw new ArgumentOutOfRangeException(nameof(edit)),
        };

        GeneratorDriver WithReference(string assembly) => driver.RunGenerators(SdkCompilation.Empty.AddReferences(CSharpCompilation.Create(assembly).ToMetadataReference()), token);

        GeneratorDriver Replace(string text) => ReplaceFile(file, text);

        GeneratorDriver ReplaceFile(SpecFile old, string text) => driver.ReplaceAdditionalText(old, new SpecFile(old.Path, text)).RunGenerators(SdkCompilation.Empty, token);

        GeneratorDriver WithMetadata(IReadOnlyDictionary<string, string> metadata) => driver
            .WithUpdatedAnalyzerConfigOptions(SdkDriver.Options(
                ("shop.yaml", metadata), ("part.yaml", SdkDriver.PartMetadata), ("names.yaml", SdkDriver.PartMetadata), ("other.yaml", SdkDriver.PartMetadata)))
            .RunGenerators(SdkCompilation.Empty, token);

        static IReadOnlyDictionary<string, string> Metadata(string @namespace) => SdkDriver.With(SdkDriver.Metadata(@namespace), "KilnOverlays", "names.yaml");
    }
}
