using System.Runtime.CompilerServices;

namespace Kiln.Generator.Collections;

/// <summary>Compares objects by what they are and not by what they hold, which takes no longer for a large record than for a small one.</summary>
internal sealed class ByReference<T> : IEqualityComparer<T>
    where T : class
{
    public static ByReference<T> Instance { get; } = new();

    public bool Equals(T? one, T? other) => ReferenceEquals(one, other);

    public int GetHashCode(T item) => RuntimeHelpers.GetHashCode(item);
}
