using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Requests;

/// <summary>The value of a variable in the URL of a server. Made by emitted code.</summary>
public readonly struct ServerVariable
{
    private ServerVariable(string name, string? value, string? allowed) => (Name, Value, Allowed) = (name, value, allowed);

    /// <summary>Gets the name of the variable.</summary>
    public string Name { get; }

    /// <summary>Gets the value; null if none was given.</summary>
    public string? Value { get; }

    /// <summary>The values of which it must be one and is none, for a message; null if it is one of them, or there is no list.</summary>
    internal string? Allowed { get; }

    /// <summary>Makes the value of a variable that can have any value which does not change the structure of the URL.</summary>
    /// <param name="name">The name of the variable.</param>
    /// <param name="value">The value.</param>
    public static ServerVariable Of(string name, string value) => new(name, value, null);

    /// <summary>Makes the value of a variable that has one of the values that the document lists.</summary>
    /// <param name="name">The name of the variable.</param>
    /// <param name="value">The value.</param>
    public static ServerVariable OneOf<T>(string name, T value)
        where T : struct, IWireEnum<T> =>
        new(name, value.ToString(), T.KnownValues.Contains(value) ? null : string.Join(", ", T.KnownValues.Select(v => v.ToString())));
}
