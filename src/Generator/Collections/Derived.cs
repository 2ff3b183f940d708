namespace Kiln.Generator.Collections;

/// <summary>
/// What is derived from a record and kept with it, because it is asked for often. Any two are equal, so that the record's own values decide whether it is equal to another. A copy of the
/// record (<c>with</c>) derives anew. Thread-safe: in the worst case, the value is derived twice.
/// </summary>
/// <typeparam name="TOwner">The record, which has one as a field that is not read-only.</typeparam>
/// <typeparam name="T">What is derived.</typeparam>
internal struct Derived<TOwner, T> : IEquatable<Derived<TOwner, T>>
    where TOwner : class
{
    private Kept? kept;

    /// <summary>The value of a record.</summary>
    /// <param name="owner">The record.</param>
    /// <param name="derive">Derives it.</param>
    public T Of(TOwner owner, Func<TOwner, T> derive)
    {
        var current = kept;
        if (current is null || !ReferenceEquals(current.Owner, owner))
            kept = current = new(owner, derive(owner));
        return current.Value;
    }

    public readonly bool Equals(Derived<TOwner, T> other) => true;

    public override readonly bool Equals(object? obj) => obj is Derived<TOwner, T>;

    public override readonly int GetHashCode() => 0;

    private sealed class Kept(TOwner owner, T value)
    {
        public TOwner Owner { get; } = owner;

        public T Value { get; } = value;
    }
}
