using Kiln.Tool.Files;

namespace Kiln.Tool.Observing.Traffic;

/// <summary>The recordings that a person named: files, folders and standard input. They can be read several times, but for standard input.</summary>
/// <param name="console">The console.</param>
/// <param name="bodies">What JSON bodies are of; <see langword="null"/> if the person did not say.</param>
internal sealed class TrafficFiles(KilnConsole console, BodyOrigin? bodies)
{
    /// <summary>The name of standard input.</summary>
    public const string StandardInput = "-";

    private static readonly string[] Extensions = [".har", ".jsonl", ".ndjson", ".json"];

    /// <summary>The files, with those of folders in place of these. One that does not exist ends the run: it is a mistyped path.</summary>
    public IReadOnlyList<string> Expand(IReadOnlyList<string> named) => [.. named.SelectMany(Expand).Distinct(StringComparer.Ordinal)];

    private string[] Expand(string path)
    {
        if (path == StandardInput)
            return [path];
        return Disk.Try($"cannot read {path}", () =>
        {
            var full = console.Resolve(path);
            if (!Directory.Exists(full))
                return File.Exists(full) ? [path] : throw new FileNotFoundException();
            string[] files = [.. Directory.EnumerateFiles(full, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System })
                .Where(IsTraffic).Order(StringComparer.Ordinal).Select(file => Path.Combine(path, Path.GetRelativePath(full, file)))];
            return files.Length > 0 ? files : throw new KilnFailure(ExitCodes.Usage, $"cannot read {path}: no file in it ends in {string.Join(", ", Extensions)}.");
        });
    }

    private static bool IsTraffic(string file) =>
        Extensions.Contains(Path.GetExtension(file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file[..^3] : file), StringComparer.OrdinalIgnoreCase);

    /// <summary>What a file has; what is wrong with it is one of the items.</summary>
    public IEnumerable<TrafficItem> Read(string file)
    {
        using var stream = file == StandardInput
            ? console.OpenInput()
            : Disk.Try($"cannot read {file}", () => new FileStream(console.Resolve(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1));
        foreach (var item in Guard(file, Items(stream, file)))
            yield return item;
    }

    private IEnumerable<TrafficItem> Items(Stream stream, string file)
    {
        var (content, start) = TrafficOpener.Open(stream);
        var form = TrafficForms.Of(file, start.Span);
        IEnumerable<TrafficItem> items = (form, bodies) switch
        {
            (TrafficForm.Har, _) => HarReader.Read(content, file),
            (TrafficForm.Lines, _) => JsonLinesReader.Read(content, file),
            (TrafficForm.Other, _) when start.IsEmpty => [new TrafficFault(new(file, 0, 1), "the file is empty")],
            (TrafficForm.Other, _) => [new TrafficFault(new(file, 0, 1), "the file is neither a HAR file nor JSON")],
            (_, null) => [new TrafficFault(new(file, 0, 1), "the file is neither a HAR file nor JSON lines; if it is a JSON body, say with --operation what it is of")],
            (_, { } origin) => BodyFile.Read(content, file, origin),
        };
        // Here, and not as a result, so that what is thrown above is thrown where the items are read.
        foreach (var item in items)
            yield return item;
    }

    // A file can stop being readable anywhere: a drive that is gone, a damaged .gz.
    private static IEnumerable<TrafficItem> Guard(string file, IEnumerable<TrafficItem> items)
    {
        var last = new TrafficPlace(file, 0, 1);
        using var enumerator = items.GetEnumerator();
        while (true)
        {
            TrafficFault? fault = null;
            try
            {
                if (!enumerator.MoveNext())
                    yield break;
            }
            catch (Exception refused) when (refused is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                fault = new(last with { Entry = last.Entry + 1 }, refused is InvalidDataException ? "the compressed file is damaged" : $"the file cannot be read: {refused.Message}");
            }
            if (fault is not null)
            {
                yield return fault;
                yield break;
            }
            last = enumerator.Current.Place;
            yield return enumerator.Current;
        }
    }
}

/// <summary>What the JSON bodies of files are of.</summary>
/// <param name="Operation">The operation: <c>GET /pets</c>, or its id.</param>
/// <param name="Status">The status code; <see langword="null"/> for the first documented success.</param>
internal sealed record BodyOrigin(string Operation, int? Status);
