using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Tests.Architecture;

/// <summary>Which folders of a project use types of which others, whatever namespaces the folders share. Doc comments do not count.</summary>
internal sealed class FolderGraph
{
    private readonly SortedDictionary<string, SortedSet<string>> uses = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string To), string> examples = [];

    private FolderGraph()
    {
    }

    /// <summary>Reads the sources of a project.</summary>
    /// <param name="project">The project's folder.</param>
    public static FolderGraph Of(string project)
    {
        var trees = Directory.GetFiles(project, "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(project, f).Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin"))
            .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), new(LanguageVersion.Preview, DocumentationMode.None), Path.GetRelativePath(project, f)))
            .ToList();
        const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
            + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(a => MetadataReference.CreateFromFile(a));
        // A name of its own: what the tests reference of the project must not stand beside its sources.
        var compilation = CSharpCompilation.Create("FolderGraph", [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings, new(LanguageVersion.Preview))], references);

        var graph = new FolderGraph();
        foreach (var tree in trees)
            graph.Read(tree, compilation.GetSemanticModel(tree));
        return graph;
    }

    /// <summary>How many pairs of folders there are of which one uses the other.</summary>
    public int Count => uses.Values.Sum(used => used.Count);

    /// <summary>The cycles: folders that use each other, directly or through others, each with an example of what is used.</summary>
    public IReadOnlyList<string> Cycles() =>
    [
        .. from folder in uses.Keys
           from used in uses[folder]
           where Reaches(used, folder)
           select $"{folder} -> {used}: {examples[(folder, used)]}",
    ];

    private void Read(SyntaxTree tree, SemanticModel model)
    {
        var folder = Folder(tree);
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name).Symbol;
            var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
            foreach (var declaration in type?.OriginalDefinition.DeclaringSyntaxReferences ?? [])
            {
                var used = Folder(declaration.SyntaxTree);
                if (used == folder || declaration.SyntaxTree.FilePath.Length == 0)
                    continue;
                if (!uses.TryGetValue(folder, out var all))
                    uses.Add(folder, all = new(StringComparer.Ordinal));
                all.Add(used);
                examples.TryAdd((folder, used), $"{Path.GetFileName(tree.FilePath)} uses {type!.Name}");
            }
        }
    }

    private bool Reaches(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var folder))
        {
            if (folder == to)
                return true;
            if (seen.Add(folder) && uses.TryGetValue(folder, out var next))
            {
                foreach (var one in next)
                    open.Push(one);
            }
        }
        return false;
    }

    private static string Folder(SyntaxTree tree) => (Path.GetDirectoryName(tree.FilePath) ?? "").Replace(Path.DirectorySeparatorChar, '/');
}
