namespace Kiln.Generator.Changes.CSharp.Model;

/// <summary>What can change of a type or member.</summary>
[Flags]
internal enum SurfaceAspect
{
    None = 0,

    /// <summary>Whether there is such a member.</summary>
    Existence = 1,
    Name = 2,

    /// <summary>The type of a property, the result of a method, or what kind of type it is.</summary>
    Type = 4,

    /// <summary>Whether a reference may be null.</summary>
    Nullability = 8,

    /// <summary>Whether an object initializer must set it.</summary>
    Required = 16,
    Setter = 32,

    /// <summary><see langword="static"/>, <see langword="abstract"/>, <see langword="sealed"/>, or who can use it.</summary>
    Modifiers = 64,

    /// <summary>The number, the types and the order of parameters.</summary>
    Parameters = 128,
    ParameterNames = 256,

    /// <summary>The default values of parameters.</summary>
    Defaults = 512,
    Constant = 1024,

    /// <summary>The base class and the interfaces.</summary>
    Bases = 2048,
    Obsolete = 4096,

    /// <summary>What it does: what is sent, or how something is read.</summary>
    Code = 8192,
}
