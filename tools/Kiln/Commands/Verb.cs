using System.CommandLine;

namespace Kiln.Tool.Commands;

/// <summary>One of kiln's commands: what it does, with examples for its help.</summary>
internal sealed class Verb : Command
{
    public Verb(string name, string description, string examples, Func<ParseResult, CancellationToken, int> run)
        : base(name, description)
    {
        Examples = examples;
        // Off this thread: Ctrl-C is heard only once the action has returned its task.
        SetAction((parsed, cancellationToken) => Task.Run(() => run(parsed, cancellationToken), cancellationToken));
    }

    /// <summary>Command lines that a person can copy, one a line.</summary>
    public string Examples { get; }
}
