namespace Kiln.Generator.Api.Model;

/// <summary>
/// Where the document has something, as a JSON pointer in the normal form. It is equal to every other origin, so that what is compared by value is
/// compared by what it says, wherever it is said; <see cref="ApiModel.Origins"/> makes two documents that differ in them unequal.
/// </summary>
/// <param name="Pointer">The pointer, or <see langword="null"/> for what the document does not have in one place.</param>
internal readonly record struct Origin(string? Pointer)
{
    public bool Equals(Origin other) => true;

    public override int GetHashCode() => 0;
}
