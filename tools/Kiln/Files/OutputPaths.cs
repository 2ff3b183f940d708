namespace Kiln.Tool.Files;

/// <summary>Refuses outputs that would write over what a command reads, or over each other: a slip of the hand must not cost a document.</summary>
internal static class OutputPaths
{
    /// <param name="console">What the paths are relative to.</param>
    /// <param name="inputs">The files that are read, with what they are: <c>document</c>.</param>
    /// <param name="outputs">The files that will be written.</param>
    /// <exception cref="KilnFailure">An output is an input, or the same as another output.</exception>
    public static void Check(KilnConsole console, IEnumerable<(string Kind, string Path)> inputs, IEnumerable<string> outputs)
    {
        var read = inputs.Select(i => (i.Kind, i.Path, Full: Full(i.Path))).ToList();
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var output in outputs)
        {
            var full = Full(output);
            if (read.Find(i => full.Equals(i.Full, StringComparison.OrdinalIgnoreCase)) is { Path: not null } input)
                throw new KilnFailure(ExitCodes.Usage, $"{output} would overwrite the {input.Kind} {input.Path}.");
            if (!OutputFiles.IsDevice(full) && !written.Add(full))
                throw new KilnFailure(ExitCodes.Usage, $"{output} would be written twice.");
        }

        string Full(string path) => Disk.Try($"cannot write to {path}", () => console.Resolve(path));
    }
}
