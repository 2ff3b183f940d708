using DiffPlex;
using DiffPlex.Model;

namespace Kiln.Tool.Diff;

/// <summary>Writes the difference between two texts in the unified format that <c>patch</c> and <c>git apply</c> take.</summary>
internal static class UnifiedDiff
{
    private const int ContextLines = 3;

    /// <summary>The lines of the diff; none when the texts are the same.</summary>
    /// <param name="oldName">The first line's name; <see langword="null"/> for a file that was not there.</param>
    /// <param name="oldText">The text that <c>patch</c> is given.</param>
    /// <param name="newName">The second line's name; <see langword="null"/> for a file that is no longer there.</param>
    /// <param name="newText">The text that <c>patch</c> is to make of it.</param>
    public static IEnumerable<DiffLine> Lines(string? oldName, string oldText, string? newName, string newText)
    {
        var diff = Differ.Instance.CreateDiffs(oldText, newText, ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance);
        if (diff.DiffBlocks.Count == 0 && oldName is not null && newName is not null)
            yield break;

        yield return new DiffLine(DiffLineKind.FileName, $"--- {Name(oldName)}");
        yield return new DiffLine(DiffLineKind.FileName, $"+++ {Name(newName)}");
        foreach (var hunk in Hunks(diff.DiffBlocks).SelectMany(blocks => Hunk(diff, blocks)))
            yield return hunk;
    }

    // A tab ends a name with spaces in it; without one, patch takes the name to the first space.
    private static string Name(string? name) =>
        name is null ? "/dev/null" : name.Contains(' ') ? $"{name}\t" : name;

    /// <summary>Blocks whose contexts touch share a hunk.</summary>
    private static IEnumerable<List<DiffBlock>> Hunks(IEnumerable<DiffBlock> blocks)
    {
        var hunk = new List<DiffBlock>();
        foreach (var block in blocks)
        {
            if (hunk is [.., var last] && block.DeleteStartA - (last.DeleteStartA + last.DeleteCountA) > 2 * ContextLines)
            {
                yield return hunk;
                hunk = [];
            }
            hunk.Add(block);
        }
        if (hunk.Count > 0)
            yield return hunk;
    }

    private static IEnumerable<DiffLine> Hunk(DiffResult diff, List<DiffBlock> blocks)
    {
        var (first, last) = (blocks[0], blocks[^1]);
        var before = Math.Min(ContextLines, first.DeleteStartA);
        var lastOld = last.DeleteStartA + last.DeleteCountA;
        var after = Math.Min(ContextLines, diff.PiecesOld.Count - lastOld);

        var (oldStart, newStart) = (first.DeleteStartA - before, first.InsertStartB - before);
        var (oldEnd, newEnd) = (lastOld + after, last.InsertStartB + last.InsertCountB + after);
        yield return new DiffLine(DiffLineKind.Hunk, $"@@ -{Range(oldStart, oldEnd)} +{Range(newStart, newEnd)} @@");

        var oldLine = oldStart;
        foreach (var block in blocks)
        {
            foreach (var line in Take(diff.PiecesOld, oldLine, block.DeleteStartA, ' ', DiffLineKind.Context))
                yield return line;
            foreach (var line in Take(diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA, '-', DiffLineKind.Removed))
                yield return line;
            foreach (var line in Take(diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB, '+', DiffLineKind.Added))
                yield return line;
            oldLine = block.DeleteStartA + block.DeleteCountA;
        }
        foreach (var line in Take(diff.PiecesOld, oldLine, oldEnd, ' ', DiffLineKind.Context))
            yield return line;
    }

    // Lines count from 1, but an empty range names the line before it; a count of 1 is left out.
    private static string Range(int start, int end) => (end - start) switch
    {
        0 => $"{start},0",
        1 => $"{start + 1}",
        var count => $"{start + 1},{count}",
    };

    private static IEnumerable<DiffLine> Take(IReadOnlyList<string> lines, int start, int end, char mark, DiffLineKind kind)
    {
        for (var i = start; i < end; i++)
        {
            var isEnded = lines[i].EndsWith('\n');
            yield return new DiffLine(kind, mark + (isEnded ? lines[i][..^1] : lines[i]));
            if (!isEnded)
                yield return new DiffLine(DiffLineKind.NoNewline, "\\ No newline at end of file");
        }
    }
}
