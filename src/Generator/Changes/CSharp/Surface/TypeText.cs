using Kiln.Generator.Collections;

namespace Kiln.Generator.Changes.CSharp.Surface;

/// <summary>A type in a signature.</summary>
/// <param name="Text">The type with all of its annotations, types of the SDK with their full names.</param>
/// <param name="Runtime">The type as the runtime knows it: without the nullability of references.</param>
/// <param name="References">The types of the SDK in it.</param>
/// <example><c>Task&lt;Contoso.Models.Pet?&gt;</c>, which the runtime knows as <c>Task&lt;Contoso.Models.Pet&gt;</c>.</example>
internal sealed record TypeText(string Text, string Runtime, EquatableArray<string> References)
{
    /// <summary>No type: that of a constructor's result.</summary>
    public static TypeText None { get; } = new("", "", []);
}
