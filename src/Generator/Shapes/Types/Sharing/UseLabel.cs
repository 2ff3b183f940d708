using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>How the document calls a schema.</summary>
/// <param name="Word">Its property, parameter or header in Pascal case, or a word for what it is.</param>
/// <param name="Kind">What the word is.</param>
/// <param name="Suffix">What distinguishes an item from its array, word by word; empty for what is no item.</param>
internal readonly record struct UseLabel(string Word, UseKind Kind, string Suffix = "")
{
    /// <summary>Whether the document calls it so.</summary>
    public bool IsCalled => Kind == UseKind.Called;

    /// <summary>The same for an item or a value of it.</summary>
    public UseLabel With(string suffix) => this with { Suffix = Suffix.Length == 0 ? suffix : $"{Suffix} {suffix}" };

    /// <summary>The name without an owner.</summary>
    public string Alone => AddSuffix(Word, Suffix);

    /// <summary>The name of what belongs to an owner.</summary>
    public string In(string owner) => AddSuffix(
        Word.Length == 0 ? owner : owner.Length == 0 ? Word : Kind == UseKind.Part ? ContextualNames.With(owner, Word) : ContextualNames.Member(owner, Word), Suffix);

    /// <summary>The name of the owner itself.</summary>
    public string Of(string owner) => AddSuffix(owner, Suffix);

    private static string AddSuffix(string name, string suffix) =>
        suffix.Split([' '], StringSplitOptions.RemoveEmptyEntries).Aggregate(name, ContextualNames.With);
}

/// <summary>What the word of a <see cref="UseLabel"/> is.</summary>
internal enum UseKind
{
    /// <summary>A word for a part of its owner, such as the body of an operation.</summary>
    Part,

    /// <summary>A word for a case of a union.</summary>
    Case,

    /// <summary>The name of a property, parameter or header.</summary>
    Called,
}
