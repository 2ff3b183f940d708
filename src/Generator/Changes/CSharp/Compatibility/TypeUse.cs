namespace Kiln.Generator.Changes.CSharp.Compatibility;

/// <summary>Which way values of a type go between the SDK and the code that uses it.</summary>
internal enum TypeUse
{
    /// <summary>The SDK gives them: results, and properties that cannot be set.</summary>
    Given,

    /// <summary>The SDK takes them: parameters.</summary>
    Taken,

    /// <summary>Both: properties that can be set.</summary>
    Both,
}
