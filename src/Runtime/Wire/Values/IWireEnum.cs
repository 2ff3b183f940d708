namespace Kiln.Runtime.Wire;

/// <summary>An enum of strings, which may have values that the document does not define.</summary>
/// <typeparam name="TSelf">The enum itself.</typeparam>
public interface IWireEnum<TSelf>
    where TSelf : struct, IWireEnum<TSelf>
{
    /// <summary>Gets the value as sent over the wire; <see langword="null"/> only in <c>default</c>, which is written as an empty string.</summary>
    string Value { get; }

    /// <summary>Gets the values that the document defines, in its order; the same list on each call.</summary>
    static abstract IReadOnlyList<TSelf> KnownValues { get; }

    /// <summary>Creates an instance from a value, whether the document defines it or not.</summary>
    static abstract TSelf FromValue(string value);
}

/// <summary>An enum of other values, such as numbers, which may have values that the document does not define.</summary>
/// <typeparam name="TSelf">The enum itself.</typeparam>
/// <typeparam name="TValue">The type of the value.</typeparam>
public interface IWireEnum<TSelf, TValue>
    where TSelf : struct, IWireEnum<TSelf, TValue>
    where TValue : struct
{
    /// <summary>Gets the value as sent over the wire.</summary>
    TValue Value { get; }

    /// <summary>Gets the values that the document defines, in its order; the same list on each call.</summary>
    static abstract IReadOnlyList<TSelf> KnownValues { get; }

    /// <summary>Creates an instance from a value, whether the document defines it or not.</summary>
    static abstract TSelf FromValue(TValue value);
}
