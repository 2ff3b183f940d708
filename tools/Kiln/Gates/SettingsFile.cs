using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Comparing;

namespace Kiln.Tool.Gates;

/// <summary>A file of settings, JSON or YAML, as a tree: what is wrong in it is told with its line.</summary>
internal static class SettingsFile
{
    /// <summary>The root of the file; <see langword="null"/> if it is empty.</summary>
    public static SpecNode? Parse(NamedText file, CancellationToken cancellationToken)
    {
        var tree = SpecFileTree.Parse(new SpecText(file.Path, file.Text), cancellationToken);
        return tree.Diagnostics.Items is [var problem, ..]
            ? throw Failure(problem.Location, problem.Message)
            : tree.Root;
    }

    public static KilnFailure Failure(SpecNode node, string message) => Failure(node.Location, message);

    /// <summary>The end of the run, at a place of the file.</summary>
    public static KilnFailure Failure(SourceLocation location, string message) =>
        new(ExitCodes.Usage, OneLine.Of($"{location.File}({location.Line},{location.Column}): {message}"));
}
