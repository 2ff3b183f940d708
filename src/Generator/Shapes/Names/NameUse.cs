using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Names;

/// <summary>A name in C#, and where the document has what it is of.</summary>
/// <param name="Kind">What it is of.</param>
/// <param name="Owner">The namespace of a type, the full name of a member's type.</param>
/// <param name="Name">The name, as an extension would say it.</param>
/// <param name="Pointer">What it is of, as a JSON pointer in the normal form; <see langword="null"/> for what the document does not have in one place.</param>
/// <param name="Wire">The document's word for a member: a property's name, an enum's value, a path; empty for a type.</param>
/// <example>The property <c>CreatedAt</c> of <c>Contoso.Models.Pet</c>, which is <c>/components/schemas/Pet/properties/created_at</c>.</example>
internal sealed record NameUse(NameKind Kind, string Owner, string Name, string? Pointer, string Wire)
{
    /// <summary>Whether nothing that a document adds or leaves out can give it another name, so that it needs no pin.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Where the document can say the name. The first place is the best, if all that it names have one name; the last is of this use alone.</summary>
    public EquatableArray<NamePlace> Places { get; init; } = [];

    /// <summary>The name with what it is in.</summary>
    public string FullName => Owner.Length == 0 ? Name : $"{Owner}.{Name}";
}
