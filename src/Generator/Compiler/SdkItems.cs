using System.Collections.Immutable;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Shapes;

namespace Kiln.Generator.Compiler;

/// <summary>What all documents of a project are to become, a node of its own in the pipeline: a change here reads no document again.</summary>
internal sealed record SdkItems(EquatableArray<SdkItems.Item> Items)
{
    /// <summary>One of the documents.</summary>
    /// <param name="Path">Where it is.</param>
    /// <param name="Options">What a person chose.</param>
    /// <param name="Namespace">The root namespace; <see langword="null"/> when it would come from a document that cannot be read.</param>
    internal sealed record Item(string Path, SdkOptions Options, string? Namespace);

    public static SdkItems Create((ImmutableArray<ItemOptions> Options, ImmutableArray<DocumentTitle> Titles) input, CancellationToken cancellationToken)
    {
        // An editor may hand over one file twice.
        var titles = input.Titles.GroupBy(t => t.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Title, StringComparer.Ordinal);
        return new(input.Options.Select(o => new Item(o.Path, o.Options, NamespaceOf(titles[o.Path], o.Options))).ToEquatableArray());
    }

    public SdkOptions OptionsOf(string path) => Find(path).Options;

    /// <summary>What keeps the files of several documents apart: nothing for a single one.</summary>
    public string FilePrefix(string path) => Items.Count < 2 ? "" : $"{Find(path).Namespace}-";

    /// <summary>Why no SDK can be made of a document, though the document is right.</summary>
    public IEnumerable<DiagnosticInfo> Check(string path)
    {
        var item = Find(path);
        if (item.Options.Namespace is { } @namespace && !CSharpNames.IsNamespace(@namespace))
            yield return new(SdkRules.InvalidName, SourcePlace.StartOf(path), "Namespace", @namespace, "a C# namespace such as Shop.Api");
        if (item.Options.ClientName is { } client && !CSharpNames.IsType(client))
            yield return new(SdkRules.InvalidName, SourcePlace.StartOf(path), "Client", client, "the name of a C# class such as ShopClient");

        // But for case too: files are named after namespaces.
        var other = Items.TakeWhile(i => i != item).FirstOrDefault(i => string.Equals(i.Namespace, item.Namespace, StringComparison.OrdinalIgnoreCase));
        if (other is not null)
            yield return new(SdkRules.DuplicateNamespace, SourcePlace.StartOf(path), System.IO.Path.GetFileName(other.Path), item.Namespace!);
    }

    private Item Find(string path) => Items.First(i => i.Path == path);

    private static string? NamespaceOf(string? title, SdkOptions options) =>
        title is null ? options.Namespace : ShapePlanner.RootNamespace(title, options);
}
