namespace Kiln.Runtime.Wire;

/// <summary>A union as those see it that do not know its cases.</summary>
internal interface IUnionValue
{
    /// <summary>Gets the value of the current case.</summary>
    object Value { get; }
}
