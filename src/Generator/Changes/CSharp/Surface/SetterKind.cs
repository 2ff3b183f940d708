namespace Kiln.Generator.Changes.CSharp.Surface;

/// <summary>Who can set a property.</summary>
internal enum SetterKind
{
    /// <summary>Nobody outside of its type.</summary>
    None,

    /// <summary>An object initializer.</summary>
    Init,

    /// <summary>Anybody.</summary>
    Set,
}
