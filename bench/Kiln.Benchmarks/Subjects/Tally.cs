namespace Kiln.Benchmarks.Subjects;

/// <summary>Just enough of every event that none can be left out unseen.</summary>
internal struct Tally : IEquatable<Tally>
{
    public int Events { get; private set; }

    public long Characters { get; private set; }

    public void Add(string id, string processName)
    {
        Events++;
        Characters += id.Length + processName.Length;
    }

    public readonly bool Equals(Tally other) => (Events, Characters) == (other.Events, other.Characters);

    public override readonly bool Equals(object? obj) => obj is Tally other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Events, Characters);

    public override readonly string ToString() => $"{Events} events, {Characters} characters";
}
