using System.Globalization;
using System.Text;
using Kiln.Runtime.Tests.Faults.Mutations;

namespace Kiln.Runtime.Tests.Faults;

/// <summary>
/// Bodies that are damaged at random, read in each way, whole and in pieces: a value or the promised exception, and the ways agree. <c>KILN_FUZZ</c> says
/// how many are tried, <c>KILN_FUZZ_SEED</c> which; the output names both, and they give the same bodies again.
/// </summary>
public sealed class MutationTests
{
    private const int Bodies = 200_000;

    // A fixed seed, so that a change is not blamed for what others left.
    private const int Seed = 8;

    [Fact]
    public async Task A_damaged_body_is_a_value_or_the_promised_exception_and_all_ways_of_reading_agree()
    {
        var (seed, count) = (Variable("KILN_FUZZ_SEED", Seed), Variable("KILN_FUZZ", Bodies));
        var failures = new List<string>();
        var values = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, Environment.ProcessorCount), TestContext.Current.CancellationToken, async (worker, cancellationToken) =>
        {
            var client = new PiecesClient();
            for (var number = worker; number < count && failures.Count < 100; number += Environment.ProcessorCount)
            {
                var body = MutatedBody.Make(seed, number);
                var (isValue, problem) = await TryAsync(client, body, number, cancellationToken);
                if (isValue)
                    Interlocked.Increment(ref values);
                if (problem is null)
                    continue;
                lock (failures)
                    failures.Add($"{problem}\nnumber {number} of seed {seed}: {Encoding.Latin1.GetString(body)}");
            }
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} bodies of seed {seed}: {values} were read, {count - values - failures.Count} were refused.");
        Assert.True(failures.Count == 0, string.Join("\n\n", failures.GroupBy(Kind).Select(g => $"{g.Count()} bodies: {g.MinBy(f => f.Length)}")));
        // A change to the damage that leaves nothing to read, or nothing to refuse, would prove nothing.
        Assert.InRange(values, count / 20, count - count / 20);
    }

    private static async Task<(bool IsValue, string? Problem)> TryAsync(PiecesClient client, byte[] body, int number, CancellationToken cancellationToken)
    {
        client.Answer(body, 0);
        var byPage = await Reading.ByPageAsync(client, cancellationToken);
        // A single answer is read as a page that is read whole, but may be what is no page.
        var single = number % 2 == 0 ? await Reading.SingleAsync(client, cancellationToken) : byPage;
        client.Answer(body, number + 1);
        var byItem = await Reading.ByItemAsync(client, cancellationToken);
        var asJson = await Reading.AsJsonAsync(client, cancellationToken);

        Reading[] all = [byPage, single, byItem, asJson];
        var problem =
            all.FirstOrDefault(r => !r.IsPromised) is { } other ? $"not a promised exception; {other}\n{other.Error}" :
            byPage.Error is null != byItem.Error is null ? $"the readers differ; {byPage}\n{byItem}" :
            byPage.Error is null && !byPage.Items.SequenceEqual(byItem.Items) ? $"the items differ; {byPage}\n{byItem}" :
            byPage.Error is null && single.Error is not null ? $"a page is refused as a single answer; {single}" :
            byPage.Error is null && asJson.Error is not null ? $"a page is refused as JSON; {asJson}" :
            byPage.Error is null && byPage.Items.Count > asJson.Items.Count ? $"JSON has fewer items; {byPage}\n{asJson}" :
            null;
        return (byPage.Error is null, problem);
    }

    private static string Kind(string failure) => failure.Split(';')[0] + failure.Split('\n')[0].Split(": ").ElementAtOrDefault(1)?.Split(' ').ElementAtOrDefault(2);

    private static int Variable(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
