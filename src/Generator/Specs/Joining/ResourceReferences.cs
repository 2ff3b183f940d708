using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>
/// Writes each reference whose base is an <c>$id</c> or a <c>$self</c> as one relative to its file, so that later steps need not know of them. A reference
/// that leads to no part of the input files stays as it is, and is tried relative to the file.
/// </summary>
internal sealed class ResourceReferences
{
    private readonly SchemaResources resources;
    private readonly SpecFileTree file;
    private readonly bool hasBases;

    private ResourceReferences(SchemaResources resources, SpecFileTree file)
    {
        this.resources = resources;
        this.file = file;
        hasBases = !BaseUri.HasNone(file.Root!);
    }

    public static SpecSource Resolve(SpecSource source)
    {
        SpecFileTree[] files = [source.Entry, .. source.OtherFiles];
        if (files.All(f => f.Links.Resources.Count == 0))
            return source;

        var resources = new SchemaResources(files);
        var resolved = files.Select(f => f.Root is null ? f : f.WithRoot(new ResourceReferences(resources, f).Rewrite())).ToArray();
        return source with { Entry = resolved[0], OtherFiles = resolved.Skip(1).ToEquatableArray() };
    }

    private SpecNode Rewrite() => Visit(file.Root!, "", isRoot: true, new Scope(BaseUri.OfFile(file.NormalPath), file.Root!, ""));

    private SpecNode Visit(SpecNode node, string parentKey, bool isRoot, Scope scope)
    {
        if (node is SpecList list)
            return list.WithItems(item => item is SpecScalar ? item : Visit(item, parentKey, isRoot: false, scope));
        if (node is not SpecMap map)
            return node;

        if (hasBases && BaseUri.Own(map, isRoot, scope.Uri) is { } own && resources.Find(own.AbsoluteUri) is { } resource)
            scope = new Scope(own, map, resource.Pointer);
        return map.WithValues(entry => entry.Key switch
        {
            SpecReference.Key when entry.Value is SpecScalar { Kind: ScalarKind.String } text => Rewrite(text, scope),
            "mapping" when parentKey == "discriminator" && entry.Value is SpecMap mapping => mapping.WithValues(target =>
                target.Value is SpecScalar { Kind: ScalarKind.String } text && text.Text.IndexOfAny(['#', '/', ':']) >= 0 ? Rewrite(text, scope) : target.Value),
            _ when entry.Value is SpecScalar || BaseUri.IsData(entry.Key, parentKey) => entry.Value,
            _ => Visit(entry.Value, entry.Key, isRoot: false, scope),
        });
    }

    /// <summary>The reference relative to the file, if its base leads to a part of an input file; otherwise the reference itself.</summary>
    private SpecScalar Rewrite(SpecScalar text, Scope scope)
    {
        var reference = FileReference.Parse(text.Text);
        var target = reference.File.Length == 0
            ? resources.FindIn(file, scope.Root, scope.Pointer, reference.Fragment)
            : BaseUri.Resolve(scope.Uri, reference.File) is { } uri ? resources.Find(uri.AbsoluteUri, reference.Fragment) : null;
        if (target is not { } found || (ReferenceEquals(found.File, file) ? "" : SpecPath.Relative(file.NormalPath, found.File.NormalPath)) is not { } path)
            return text;

        var written = path + SpecReference.Write(JsonPointer.Parse(found.Pointer));
        return written == text.Text ? text : SpecNodes.Text(text.Span, written);
    }

    /// <summary>The innermost part with a URI around a node.</summary>
    private sealed record Scope(Uri? Uri, SpecNode Root, string Pointer);
}
