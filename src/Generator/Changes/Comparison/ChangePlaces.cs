namespace Kiln.Generator.Changes.Comparison;

/// <summary>Where a changed schema is used; a shared one may be used in several places.</summary>
[Flags]
internal enum ChangePlaces
{
    None = 0,

    /// <summary>It is a whole body.</summary>
    Body = 1,

    /// <summary>It is a property, or inside of one, of a body.</summary>
    Property = 2,

    /// <summary>It is the value of a parameter.</summary>
    Parameter = 4,

    /// <summary>It is a property of a parameter's value.</summary>
    ParameterProperty = 8,

    /// <summary>It is the value of a header of a response.</summary>
    Header = 16,

    /// <summary>It is a property of such a value.</summary>
    HeaderProperty = 32,
}
