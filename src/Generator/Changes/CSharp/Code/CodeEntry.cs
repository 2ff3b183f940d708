namespace Kiln.Generator.Changes.CSharp.Code;

/// <summary>A line of a table in code, such as the statement that writes one property.</summary>
/// <param name="Members">The names of the properties that it is about; none for one about the whole type.</param>
/// <param name="Text">What it says.</param>
internal sealed record CodeEntry(IReadOnlyList<string> Members, string Text);
