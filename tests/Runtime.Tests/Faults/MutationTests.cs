using System.Collections.Concurrent;
using System.Text;
using Kiln.Runtime.Tests.Faults.Mutations;

namespace Kiln.Runtime.Tests.Faults;

/// <summary>
/// Bodies that are damaged at random, read in each way, whole and in pieces: a value or the promised exception, and the ways agree. <c>KILN_FUZZ</c> says
/// how many are tried, <c>KILN_FUZZ_SEED</c> which; the output names both, and they give the same bodies again.
/// </summary>
public sealed class MutationTests
{
    private static readonly int Bodies = TestForm.Count("KILN_FUZZ", exhaustive: 200_000, full: 40_000, sample: 8_000);

    // A fixed seed, so that a change is not blamed for what others left.
    private const int Seed = 8;

    // Pages have the most ways of reading, and so the most bodies.
    private static readonly MutationSubject Pages = new PageMutations();

    private static readonly MutationSubject[] Subjects = [Pages, Pages, Pages, Pages, Pages, Pages, new ErrorMutations(), new UnionMutations()];

    [Fact]
    public async Task A_damaged_body_is_a_value_or_the_promised_exception_and_all_ways_of_reading_agree()
    {
        var (seed, count) = (TestForm.Variable("KILN_FUZZ_SEED") ?? Seed, Bodies);
        var failures = new List<string>();
        var values = new ConcurrentDictionary<MutationSubject, int>();

        await Parallel.ForEachAsync(Enumerable.Range(0, Environment.ProcessorCount), TestContext.Current.CancellationToken, async (worker, cancellationToken) =>
        {
            var client = new PiecesClient();
            for (var number = worker; number < count && failures.Count < 100; number += Environment.ProcessorCount)
            {
                var subject = Subjects[number % Subjects.Length];
                var body = MutatedBody.Make(subject.Sound, seed, number);
                var (isValue, problem) = await subject.TryAsync(client, body, number, cancellationToken);
                if (isValue)
                    values.AddOrUpdate(subject, 1, (_, sum) => sum + 1);
                if (problem is null)
                    continue;
                lock (failures)
                    failures.Add($"{problem}\nnumber {number} of seed {seed}: {Encoding.Latin1.GetString(body)}");
            }
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} bodies of seed {seed}; read of each kind: {string.Join(", ", values.Select(v => $"{v.Key.GetType().Name} {v.Value}"))}");
        Assert.True(failures.Count == 0, string.Join("\n\n", failures.GroupBy(Kind).Select(g => $"{g.Count()} bodies: {g.MinBy(f => f.Length)}")));
        // A change to the damage that leaves nothing to read, or nothing to refuse, would prove nothing.
        foreach (var group in Subjects.GroupBy(s => s))
        {
            var bodies = count / Subjects.Length * group.Count();
            Assert.InRange(values.GetValueOrDefault(group.Key), bodies / 20, bodies - bodies / 20);
        }
    }

    private static string Kind(string failure) => failure.Split(';')[0] + failure.Split('\n')[0].Split(": ").ElementAtOrDefault(1)?.Split(' ').ElementAtOrDefault(2);
}
