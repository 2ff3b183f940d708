using System.Text;

namespace Kiln.Generator.Tests.Fuzzing;

/// <summary>One damaged document, the same each time for the same seed and number.</summary>
/// <param name="Origin">The document that it was.</param>
/// <param name="Path">Its name for the generator.</param>
/// <param name="Text">What became of it.</param>
internal sealed record FuzzCase(string Origin, string Path, string Text)
{
    public static FuzzCase Create(int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var seeds = FuzzSeeds.All;
        var origin = seeds[random.Next(seeds.Count)];
        var damages = 1 + (int)(random.NextDouble() * random.NextDouble() * 5);

        if (random.Next(4) == 0)
        {
            var mutations = new TextMutations(random);
            var text = Enumerable.Range(0, damages).Aggregate(origin.Text, (current, _) => mutations.Apply(current));
            return new(origin.Name, random.Next(2) == 0 ? "fuzz.yaml" : "fuzz" + System.IO.Path.GetExtension(origin.Name), text);
        }

        var trees = new TreeMutations(random, [.. seeds.Select(s => s.Tree)]);
        var tree = Enumerable.Range(0, damages).Aggregate(origin.Tree, (current, _) => trees.Apply(current));
        return new(origin.Name, "fuzz.json", TreeText.Write(tree));
    }
}
