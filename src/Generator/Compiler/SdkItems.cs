using System.Collections.Immutable;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Compiler;

/// <summary>The options of all documents of a project, a node of its own in the pipeline: a change here reads no document again.</summary>
internal sealed record SdkItems(EquatableArray<ItemOptions> Items)
{
    public static SdkItems Create(ImmutableArray<ItemOptions> items, CancellationToken cancellationToken) => new(new EquatableArray<ItemOptions>(items));

    public SdkOptions Of(string path) => Items.First(i => i.Path == path).Options;

    /// <summary>What keeps the files of several documents apart: nothing for a single one.</summary>
    public string FilePrefix(string path) => Items.Count < 2 ? "" : $"{Of(path).Namespace ?? System.IO.Path.GetFileNameWithoutExtension(path)}-";

    /// <summary>An earlier document that asks for the same namespace, in which the two would collide.</summary>
    public string? SameNamespaceAs(string path)
    {
        var index = Items.Items.IndexOf(Items.First(i => i.Path == path));
        return Items.Take(index).FirstOrDefault(i => i.Options.Namespace == Of(path).Namespace)?.Path;
    }
}
