using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Names;

/// <summary>Names that follow from one word alone, whatever else a document has.</summary>
internal static class FixedNames
{
    /// <summary>Whether no other word could take the name of a member: it is one lower-case word, which comes before all others that give the same name (<see cref="NameGroup"/>).</summary>
    public static bool IsMember(string word, string name) =>
        word.Length > 0 && word[0] is >= 'a' and <= 'z' && word.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9') && Identifiers.Pascal(word) == name;

    /// <summary>Whether no other word could take the name of a component's type: the component is called so itself.</summary>
    public static bool IsType(string component, string name) => component == name && Identifiers.Pascal(component) == name;
}
