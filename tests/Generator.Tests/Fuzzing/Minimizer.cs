using System.Diagnostics;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Fuzzing;

/// <summary>Makes a document that fails smaller, as long as it fails in the same way.</summary>
internal static class Minimizer
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);

    public static string Minimize(string path, string text, Func<string, bool> fails)
    {
        var watch = Stopwatch.StartNew();
        var tree = SpecTreeReader.Read(new SpecText(path, text), [], CancellationToken.None);
        return tree is not null && fails(TreeText.Write(tree)) ? TreeText.Write(Prune(tree, fails, watch)) : Cut(text, fails, watch);
    }

    // The largest parts first: whole paths and schemas go before their keys do.
    private static SpecNode Prune(SpecNode root, Func<string, bool> fails, Stopwatch watch)
    {
        for (var shrank = true; shrank && watch.Elapsed < Budget;)
        {
            shrank = false;
            var paths = TreePath.All(root).Where(p => p.Length > 0).OrderBy(p => p.Length).ThenByDescending(p => p[^1]).ToList();
            foreach (var path in paths)
            {
                if (watch.Elapsed > Budget)
                    break;
                if (!Exists(root, path))
                    continue;

                var smaller = TreePath.Change(root, path, _ => null);
                if (!fails(TreeText.Write(smaller)))
                    continue;
                root = smaller;
                shrank = true;
            }
        }
        return root;
    }

    private static string Cut(string text, Func<string, bool> fails, Stopwatch watch)
    {
        var lines = text.Split('\n').ToList();
        for (var size = lines.Count / 2; size > 0; size /= 2)
        {
            for (var at = 0; at < lines.Count && watch.Elapsed < Budget;)
            {
                List<string> fewer = [.. lines.Take(at), .. lines.Skip(at + size)];
                if (fails(string.Join('\n', fewer)))
                    lines = fewer;
                else
                    at += size;
            }
        }
        return string.Join('\n', lines);
    }

    private static bool Exists(SpecNode root, int[] path)
    {
        var node = root;
        foreach (var index in path)
        {
            if (index >= TreePath.Count(node))
                return false;
            node = TreePath.Find(node, [index]);
        }
        return true;
    }
}
