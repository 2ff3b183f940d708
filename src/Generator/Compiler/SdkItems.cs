using System.Collections.Immutable;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Shapes;

namespace Kiln.Generator.Compiler;

/// <summary>The options of all documents of a project, a pipeline node of their own: a change here reads no document again.</summary>
internal sealed record SdkItems(EquatableArray<SdkItems.Item> Items)
{
    /// <summary>One of the documents.</summary>
    /// <param name="Path">The path of the document.</param>
    /// <param name="Options">The options of the item.</param>
    /// <param name="Namespace">The root namespace; <see langword="null"/> if it depends on a document that cannot be read.</param>
    internal sealed record Item(string Path, SdkOptions Options, string? Namespace);

    public static SdkItems Create((ImmutableArray<ItemOptions> Options, ImmutableArray<DocumentTitle> Titles) input, CancellationToken cancellationToken)
    {
        // An editor may pass a file twice.
        var titles = input.Titles.GroupBy(t => t.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Title, StringComparer.Ordinal);
        return new(input.Options.Select(o => new Item(o.Path, o.Options, NamespaceOf(titles[o.Path], o.Options))).ToEquatableArray());
    }

    public SdkOptions OptionsOf(string path) => Find(path).Options;

    /// <summary>The prefix of emitted file names that separates documents; empty for a single document.</summary>
    public string FilePrefix(string path) => Items.Count < 2 ? "" : $"{Find(path).Namespace}-";

    /// <summary>The errors in the options, for which no SDK can be generated.</summary>
    public IEnumerable<DiagnosticInfo> Check(string path)
    {
        var item = Find(path);
        if (item.Options.Namespace is { } @namespace && !CSharpNames.IsNamespace(@namespace))
            yield return new(SdkRules.InvalidName, SourceLocation.StartOf(path), "Namespace", @namespace, "a C# namespace such as Shop.Api");
        if (item.Options.ClientName is { } client && !CSharpNames.IsType(client))
            yield return new(SdkRules.InvalidName, SourceLocation.StartOf(path), "Client", client, "the name of a C# class such as ShopClient");

        // Ignoring case: files are named after namespaces.
        var other = Items.TakeWhile(i => i != item).FirstOrDefault(i => i.Namespace is not null && string.Equals(i.Namespace, item.Namespace, StringComparison.OrdinalIgnoreCase));
        if (other is not null)
            yield return new(SdkRules.DuplicateNamespace, SourceLocation.StartOf(path), System.IO.Path.GetFileName(other.Path), item.Namespace!);
    }

    private Item Find(string path) => Items.First(i => i.Path == path);

    private static string? NamespaceOf(string? title, SdkOptions options) =>
        title is null ? options.Namespace : ShapePlanner.RootNamespace(title, options);
}
