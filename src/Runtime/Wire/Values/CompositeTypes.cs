namespace Kiln.Runtime.Wire;

/// <summary>
/// The types that were made of another one, such as lists of it. Emitted code names a type wherever it reads or writes a value, so that each must be made once
/// only. Two threads may both make one; they make the same.
/// </summary>
internal sealed class CompositeTypes
{
    private readonly object type;
    private readonly object[] others;
    private readonly CompositeTypes? next;

    private CompositeTypes(object type, object[] others, CompositeTypes? next) => (this.type, this.others, this.next) = (type, others, next);

    /// <summary>The type of a class that was made before.</summary>
    /// <param name="first">The types that were made of the first part.</param>
    /// <param name="others">The further parts.</param>
    public static TType? Find<TType>(CompositeTypes? first, params ReadOnlySpan<object> others)
        where TType : class
    {
        for (var made = first; made is not null; made = made.next)
        {
            if (made.type is TType found && others.SequenceEqual(made.others))
                return found;
        }
        return null;
    }

    /// <summary>Adds a type that was just made.</summary>
    public static TType Add<TType>(ref CompositeTypes? first, TType made, params ReadOnlySpan<object> others)
        where TType : class
    {
        first = new(made, others.ToArray(), first);
        return made;
    }
}
