using System.Collections.Concurrent;
using System.Text;
using Kiln.Generator.Emission;
using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Fuzzing;

/// <summary>A document that must not have become what it became.</summary>
internal sealed record FuzzFailure(int Number, FuzzCase Case, string What);

/// <summary>Tries one damaged document after the other on all processors.</summary>
internal sealed class FuzzRun(int seed, int count, int compiledOneIn, CancellationToken cancellationToken)
{
    private const int CompiledTogether = 8;

    // A crash of the process leaves no other trace of what it was given.
    private static readonly string LastInputs = Path.Combine(Path.GetTempPath(), $"kiln-fuzz-{Environment.ProcessId}");

    // Far beyond what a document of some kilobytes takes on the slowest machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // What the compiler's own threads have at least.
    private const int StackBytes = 1024 * 1024;

    private readonly ConcurrentQueue<FuzzFailure> failures = new();
    private readonly ConcurrentDictionary<string, int> told = new();
    private readonly ConcurrentDictionary<int, (int Number, DateTime Since)> busy = new();
    private int next;
    private int successes;
    private int compiled;

    public IReadOnlyCollection<FuzzFailure> Failures => failures;

    public string Summary =>
        $"seed {seed}: {count} documents, {successes} of them became an SDK, {compiled} of those were compiled. Errors: "
        + string.Join(", ", told.OrderByDescending(t => t.Value).Select(t => $"{t.Key} {t.Value}"));

    public int CountOf(string id) => told.GetValueOrDefault(id);

    public void Run()
    {
        Console.WriteLine($"Seed {seed}; the documents at work are in {LastInputs}-*.txt, should the process end here.");
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(i => new Thread(() => Work(i), StackBytes)).ToList();
        threads.ForEach(t => t.Start());
        while (threads.Any(t => !t.Join(TimeSpan.FromMilliseconds(200))))
            Watch();
        for (var i = 0; i < threads.Count; i++)
            File.Delete(LastInput(i));
    }

    // A thread that hangs cannot be ended, so the test is, and its document is left where it can be found.
    private void Watch()
    {
        foreach (var (worker, (number, since)) in busy)
        {
            if (DateTime.UtcNow - since > Patience)
                throw new TimeoutException($"Document {number} of seed {seed} takes more than {Patience}; it is in {LastInput(worker)}");
        }
    }

    private void Work(int worker)
    {
        try
        {
            TryAll(worker);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failures.Enqueue(new(-1, new("the fuzzer itself", "", ""), exception.ToString()));
        }
    }

    private void TryAll(int worker)
    {
        List<(int Number, FuzzCase Case, IReadOnlyList<SourceFile> Files)> batch = [];
        for (int number; (number = Interlocked.Increment(ref next) - 1) < count && !cancellationToken.IsCancellationRequested;)
        {
            var current = FuzzCase.Create(seed, number);
            // Half a surrogate pair is written as a question mark; the number gives it back.
            File.WriteAllText(LastInput(worker), current.Text, Encoding.UTF8);
            busy[worker] = (number, DateTime.UtcNow);

            var result = Probe.Run(current.Path, current.Text, $"N{number}", cancellationToken);
            if (result.Failure is not null)
                failures.Enqueue(new(number, current, result.Failure));
            foreach (var id in result.Ids.Distinct())
                told.AddOrUpdate(id, 1, (_, n) => n + 1);

            if (result.Files.Count > 0)
            {
                Interlocked.Increment(ref successes);
                if (IsCompiled(number))
                    batch.Add((number, current, result.Files));
            }
            if (batch.Count == CompiledTogether)
                Compile(batch);
            busy.TryRemove(worker, out _);
        }
        if (batch.Count > 0)
            Compile(batch);
    }

    // By the document's number and not by how many came before it: threads would make that another choice in each run. The seeds of the cases go round by
    // their number, so the numbers are mixed first.
    private bool IsCompiled(int number) => (uint)number * 2654435761u % 1_000_003u % (uint)compiledOneIn == 0;

    // Each SDK has a namespace of its own, so several make one compilation: most of what a small one costs is the references.
    private void Compile(List<(int Number, FuzzCase Case, IReadOnlyList<SourceFile> Files)> batch)
    {
        Interlocked.Add(ref compiled, batch.Count);
        var trees = batch.SelectMany(b => b.Files.Select(f => CSharpSyntaxTree.ParseText(f.Text, SdkCompilation.ParseOptions, $"{b.Number}/{f.HintName}")));
        foreach (var wrong in SdkCompilation.Compile(trees, cancellationToken).GroupBy(d => Number(d)).Select(g => g.First()))
        {
            var guilty = batch.FirstOrDefault(b => b.Number == Number(wrong));
            failures.Enqueue(new(guilty.Number, guilty.Case, $"{wrong.Id}: {wrong.GetMessage(null)}"));
        }
        batch.Clear();
    }

    private static int Number(Diagnostic wrong) => wrong.Location.SourceTree is { } tree ? int.Parse(tree.FilePath.Split('/')[0], System.Globalization.CultureInfo.InvariantCulture) : -1;

    private static string LastInput(int worker) => $"{LastInputs}-{worker}.txt";
}
