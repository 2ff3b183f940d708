namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>An inline schema in one place of the document.</summary>
/// <param name="Pointer">Where it is; <see langword="null"/> for what was made of several schemas.</param>
/// <param name="Owner">What it belongs to: with <c>allOf</c>, the schema that declares it.</param>
/// <param name="Label">How the document calls it.</param>
internal sealed record InlineUse(string? Pointer, Owner Owner, UseLabel Label)
{
    /// <summary>Whether it is what a component beside the schemas consists of, which is called like the component.</summary>
    public bool IsOwnersOwn => Owner is NamedOwner { IsShared: true } owner && (owner.NamesWhatItHolds || !Label.IsCalled);

    /// <summary>The name that its place would give it.</summary>
    public string Context => IsOwnersOwn ? Label.Of(Owner.Name) : Label.In(Owner.Name);
}
