namespace Kiln.Generator.Shapes.Naming;

/// <summary>A name that the document asks for.</summary>
/// <param name="text">The document's word.</param>
/// <param name="plain">The name made of it, or the one that the document chose.</param>
/// <param name="isChosen">Whether the document chose the name.</param>
/// <param name="form">What is made of a name where it is used, such as a parameter.</param>
internal sealed class WantedName(string text, string plain, bool isChosen, Func<string, string> form)
{
    public string Text => text;

    public bool IsChosen => isChosen;

    /// <summary>Whether the word of a type is its name already, so that no other word has more of a right to it.</summary>
    public bool IsExact { get; private init; }

    public string Plain => form(plain);

    /// <summary>The name with a word for each sign, for where another has the plain one.</summary>
    public string Spelled => isChosen ? Plain : form(Identifiers.Spelled(text));

    /// <summary>The name of a member: the one that the document chose, or one made of its word.</summary>
    public static WantedName Of(string text, string? chosen = null) =>
        new(text, Identifiers.Pascal(text, chosen), chosen is not null, static name => name);

    /// <summary>The name of a type, whose word may be that of a generic type.</summary>
    public static WantedName OfType(string text, string? chosen = null) =>
        new(text, Identifiers.Chosen(chosen) ?? Identifiers.Pascal(GenericNames.Read(text)), chosen is not null, static name => name)
    {
        IsExact = chosen is null && Identifiers.Pascal(text) == text,
    };

    /// <summary>The same in another form.</summary>
    public WantedName In(Func<string, string> other) => new(text, plain, isChosen, name => other(form(name)));
}
