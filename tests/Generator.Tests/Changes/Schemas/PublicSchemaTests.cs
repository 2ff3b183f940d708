using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using SchemaUse = Kiln.Generator.Changes.Comparison.SchemaUse;

namespace Kiln.Generator.Tests.Changes.Schemas;

/// <summary>The schemas of public documents, where these are beside the checkout.</summary>
public sealed class PublicSchemaTests
{
    public static TheoryData<string?> Documents() => PublicDocuments.Documents();

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_document_differs_from_itself(string? document)
    {
        Assert.SkipWhen(document is null, PublicDocuments.Absent);
        var text = PublicDocuments.Read(document);
        Assert.SkipWhen(Specs.Trees.ReadDocument(text).Value is null, "The document has errors.");

        Assert.Empty(SchemaDiff.Compare(text, text, (comparer, context) =>
        {
            foreach (var (name, node) in context.OldNodes.Root.Child("components")?.Entries("schemas") ?? [])
                comparer.Compare(node, Component(context.CurrentNodes, name), new SchemaUse(Direction.Response, ChangePlaces.Body, name, document));
        }).Select(SchemaDiff.Line));
    }

    private static PointedNode? Component(DocumentNodes nodes, string name) => nodes.Root.Child("components")?.Child("schemas")?.Child(name);
}
