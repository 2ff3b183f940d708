namespace Kiln.Runtime.Responses;

/// <summary>The opposite of reading a body: the body that a service would send for a value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal interface IBodyWriter<in T> : IBodyWriter
{
    /// <summary>Returns the body, or null for a response without one.</summary>
    WrittenBody? Write(T value);
}

/// <summary>The same for a value of a type that is not known here.</summary>
internal interface IBodyWriter
{
    /// <summary>The type of the value, for messages.</summary>
    Type ValueType { get; }
}
