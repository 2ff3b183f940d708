using System.Globalization;

namespace Kiln.Benchmarks.Data;

/// <summary>Made-up values of the forms that the service sends. The same seed gives the same values on every machine.</summary>
internal sealed class Values(int seed)
{
    private readonly Random random = new(seed);

    public int Next(int below) => random.Next(below);

    public int Next(int from, int below) => random.Next(from, below);

    public bool Chance(double probability) => random.NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public string Hex(int digits) => random.GetHexString(digits, lowercase: true);

    public string Uuid()
    {
        var hex = Hex(32);
        return $"{hex[..8]}-{hex[8..12]}-{hex[12..16]}-{hex[16..20]}-{hex[20..]}";
    }

    public string Ip() => $"{random.Next(11, 224)}.{random.Next(256)}.{random.Next(256)}.{random.Next(1, 255)}";

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A time as the service spells it: microseconds, or none at all when they are zero, as in the example's two events.</summary>
    public static string Time(DateTime time) => time.ToString(
        time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
