using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using SchemaUse = Kiln.Generator.Changes.Comparison.SchemaUse;

namespace Kiln.Generator.Tests.Changes.Schemas;

/// <summary>The schemas of public documents, where these are beside the checkout.</summary>
public sealed class PublicSchemaTests
{
    [Fact]
    public void No_document_differs_from_itself()
    {
        Assert.SkipWhen(PublicDocuments.Folder is null, PublicDocuments.Absent);

        foreach (var document in PublicDocuments.Names().Where(IsReadable))
        {
            var text = PublicDocuments.Read(document);
            Assert.Empty(SchemaDiff.Compare(text, text, (comparer, context) =>
            {
                foreach (var (name, node) in context.OldNodes.Root.Child("components")?.Entries("schemas") ?? [])
                    comparer.Compare(node, Component(context.CurrentNodes, name), new(Direction.Response, ChangePlaces.Body, name, document));
            }).Select(SchemaDiff.Line));
        }
    }

    private static PointedNode? Component(DocumentNodes nodes, string name) => nodes.Root.Child("components")?.Child("schemas")?.Child(name);

    private static bool IsReadable(string document) => Specs.Trees.ReadDocument(PublicDocuments.Read(document)).Value is not null;
}
