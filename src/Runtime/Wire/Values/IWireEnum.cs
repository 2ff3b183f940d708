namespace Kiln.Runtime.Wire;

/// <summary>A string of which the document names some values; a value that it does not name is kept as it came.</summary>
/// <typeparam name="TSelf">The enum itself.</typeparam>
public interface IWireEnum<TSelf>
    where TSelf : struct, IWireEnum<TSelf>
{
    /// <summary>The value as it travels; <see langword="null"/> only in <c>default</c>, which is written as an empty string.</summary>
    string Value { get; }

    /// <summary>The values that the document names, in its order; the same list at each call.</summary>
    static abstract IReadOnlyList<TSelf> KnownValues { get; }

    /// <summary>Takes a value as it came, named by the document or not.</summary>
    static abstract TSelf FromValue(string value);
}

/// <summary>A value, a number mostly, of which the document names some; one that it does not name is kept as it came.</summary>
/// <typeparam name="TSelf">The enum itself.</typeparam>
/// <typeparam name="TValue">What travels.</typeparam>
public interface IWireEnum<TSelf, TValue>
    where TSelf : struct, IWireEnum<TSelf, TValue>
    where TValue : struct
{
    /// <summary>The value as it travels.</summary>
    TValue Value { get; }

    /// <summary>The values that the document names, in its order; the same list at each call.</summary>
    static abstract IReadOnlyList<TSelf> KnownValues { get; }

    /// <summary>Takes a value as it came, named by the document or not.</summary>
    static abstract TSelf FromValue(TValue value);
}
