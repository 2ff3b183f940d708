using Kiln.Generator.Tests.Naming.Pins;
using Kiln.Generator.Tests.Scenarios;

namespace Kiln.Generator.Tests.Naming.Stability;

/// <summary>Names do not depend on the order of a document, hardly on its other operations, and with pins on nothing else in it.</summary>
public sealed class StabilityTests(ITestOutputHelper output)
{
    private static readonly string[] Documents = TestForm.IsFull
        ?
        [
            "Adyen__CheckoutService-v71.yaml", "NJsonSchema__paypal-subscriptions.json", "Redocly__museum-3.1.yaml", "github__api.github.com.json", "ogen__2ch-unicode.yaml",
            "openai__openai-3.1.yaml", "slack__web-2.0.json", "spotify__official.yaml", "swagger-api__petstore-3.0.4.yaml", "twilio__verify_v2.yaml",
        ]
        : ["OAI__uber-2.0.json", "Redocly__museum-3.1.yaml", "ogen__2ch-unicode.yaml", "swagger-api__petstore-3.0.4.yaml"];

    [Fact]
    public void Reordering_a_document_renames_nothing()
    {
        var random = new Random(1);
        foreach (var (name, document) in All())
        {
            var reordered = document.With(DocumentEdits.Reorder(document.Root, random));

            Assert.True(reordered.HasNames, name);
            AssertNothingRenamed(name, document.RenamedIn(reordered));
        }
    }

    // Each operation of all documents is as likely, so that a large document is edited more often than a small one.
    [Fact]
    public void Operations_that_come_and_go_hardly_rename_anything_else()
    {
        var all = All().SelectMany(d => DocumentEdits.Operations(d.Document.Root).Select(operation => (d.Name, d.Document, Operation: operation))).ToArray();
        new Random(2).Shuffle(all);
        var (edits, renaming, renamed, names) = (0, 0, 0, 0);
        var tried = TestForm.Count(exhaustive: 300, full: 60, sample: 60);
        foreach (var (name, document, operation) in all.Take(tried))
        {
            var less = document.With(DocumentEdits.Remove(document.Root, operation));
            if (!less.HasNames)
                continue;
            var found = document.RenamedIn(less);
            edits++;
            renaming += found.Count > 0 ? 1 : 0;
            renamed += found.Count;
            names += document.CountIn(less);
            foreach (var one in found.Take(5))
                output.WriteLine($"{name} without {operation.Method} {operation.Path}: {one}");
        }
        output.WriteLine($"{edits} edits, {renaming} of which renamed {renamed} of {names} names that stayed.");

        Assert.True(edits > tried * 2 / 3, $"Only {edits} edits were tried.");
        // A type that two operations share and then only one has is named after the place of that one: without pins one edit in seventeen renames such a type, and it must not become more.
        Assert.True(renaming <= Math.Max(1, edits / 17), $"{renaming} of {edits} edits renamed something else: {renamed} of {names} names.");
    }

    [Fact]
    public void With_pins_operations_that_come_and_go_rename_nothing_else()
    {
        var random = new Random(3);
        foreach (var (name, document) in All())
        {
            var pinned = document.WithPinsOf(document);
            AssertNothingRenamed(name, document.RenamedIn(pinned));

            foreach (var operation in Some(document, random).Take(TestForm.Count(exhaustive: 5, full: 2, sample: 2)))
            {
                var less = document.With(DocumentEdits.Remove(document.Root, operation));
                if (!less.HasNames)
                    continue;
                var without = pinned.With(DocumentEdits.Remove(document.Root, operation));
                AssertNothingRenamed($"{name} without {operation}", document.RenamedIn(without));

                var grown = document.WithPinsOf(less);
                AssertNothingRenamed($"{name} with {operation}", less.RenamedIn(grown));
            }
        }
    }

    [Fact]
    public void With_pins_nothing_takes_the_name_of_something_else()
    {
        foreach (var (name, document) in All())
        {
            var alike = document.WithPinsOf(document).With(DocumentEdits.AddAlike(document.Root));
            if (alike.HasNames)
                AssertNothingRenamed(name, document.RenamedIn(alike));
        }
    }

    private static void AssertNothingRenamed(string document, IReadOnlyList<string> renamed) => Assert.True(renamed.Count == 0, $"{document}: {string.Join("\n", renamed)}");

    private static IEnumerable<(string Name, EditedDocument Document)> All()
    {
        var scenarios = ScenarioSdk.Names().Select(row => row.Data).Select(name => (Name: name, Document: PinnedDocument.OfScenario(name)));
        var documents = PublicDocuments.Folder is null ? [] : Documents.Select(name => (Name: name, Document: PinnedDocument.OfPublic(name)));
        return scenarios.Concat(documents).Select(d => (d.Name, new EditedDocument(d.Document.Source()))).Where(d => d.Item2.HasNames);
    }

    private static IEnumerable<(string Path, string Method)> Some(EditedDocument document, Random random)
    {
        var operations = DocumentEdits.Operations(document.Root).ToArray();
        random.Shuffle(operations);
        return operations.Length < 2 ? [] : operations.Take(20);
    }
}
