using System.Collections.Concurrent;
using Kiln.Generator.Specs.Files;
using Kiln.Tool.Documents;
using Kiln.Tool.Reports;

namespace Kiln.Tool.Comparing;

/// <summary>One side of a comparison: a document with the files around it, wherever they are.</summary>
/// <param name="Label">What a person typed for it.</param>
internal abstract record DocumentFiles(string Label)
{
    /// <summary>The files of this machine that it was typed for, which must not be written over.</summary>
    public virtual IEnumerable<string> Paths => [];

    // Those by which the lines of locations are counted.
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    /// <summary>The document with its files, parsed.</summary>
    public abstract SpecSource Load(InputChoices choices, CancellationToken cancellationToken);

    /// <summary>The text of a file, by the path that locations have; <see langword="null"/> if it cannot be had any more.</summary>
    public abstract string? TextOf(string path);

    /// <summary>This side of a report.</summary>
    /// <param name="file">The document's file, as locations name it.</param>
    public ReportSide Side(string file)
    {
        var known = new ConcurrentDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        return new(Label, file) { Lines = path => known.GetOrAdd(path, p => TextOf(p)?.Split(LineEnds, StringSplitOptions.None) ?? []) };
    }

    /// <summary>A file in the folder of the document, by its name; <see langword="null"/> if there is none, or no folder.</summary>
    public abstract NamedText? Beside(string name);
}

/// <summary>A text, and what a message calls it.</summary>
internal sealed record NamedText(string Path, string Text);
