using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations;

/// <summary>Reads the headers of responses.</summary>
internal sealed class HeaderReader(DocumentNodes document, ReadSchema read, ResolveSchema resolve, NameOverrides nameOverrides, Origins origins, List<DiagnosticInfo> diagnostics)
{
    /// <summary>A header.</summary>
    /// <param name="header">Its skeleton.</param>
    /// <param name="node">Its node; <see langword="null"/> if there is none.</param>
    public Header Read(HeaderSkeleton header, PointedNode? node)
    {
        var (schema, form, unread) = node is { } owner ? ReadValue(owner) : (new AnySchema(), HeaderForm.Single, null);
        if (unread is not null)
            diagnostics.Add(new(UnsupportedRules.HeaderAsString, node!.Value.Location, header.Name, unread));
        return new(header.Name, header.IsRequired, schema, DocText.Of(header.Description)) { Form = form, Origin = origins.Add(node?.Pointer), NameOverride = nameOverrides.Read(node?.Node) };
    }

    private (Schema Schema, HeaderForm Form, string? Unread) ReadValue(PointedNode header)
    {
        if (header.Child("schema") is { } own)
        {
            var schema = read(document.Schema(own)).Schema;
            var isExploded = header["explode"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };
            return resolve(schema) switch
            {
                ArraySchema array when IsSingle(array.Items) => (schema, HeaderForm.List, null),
                ArraySchema => (schema, HeaderForm.Single, "an array of arrays or objects"),
                TupleSchema => (schema, HeaderForm.Single, "an array of several types"),
                ObjectSchema or DictionarySchema => (schema, isExploded ? HeaderForm.ExplodedObject : HeaderForm.Object, null),
                _ => (schema, HeaderForm.Single, null),
            };
        }
        if (header.Child("content") is not { } content || content.Node is not SpecMap { Entries: [var entry, ..] })
            return (new AnySchema(), HeaderForm.Single, null);
        // Whatever is in it is text, and JSON alone says more of itself.
        if (MediaTypes.KindOf(entry.Key) != BodyKind.Json)
            return (new AnySchema(), HeaderForm.Single, MediaTypes.KindOf(entry.Key) == BodyKind.Text ? null : $"'content' of '{entry.Key}'");
        return (content.Child(entry.Key)?.Child("schema") is { } json ? read(document.Schema(json)).Schema : new AnySchema(), HeaderForm.Json, null);
    }

    private bool IsSingle(Schema items) => resolve(items) is not (ArraySchema or TupleSchema or ObjectSchema or DictionarySchema);
}
