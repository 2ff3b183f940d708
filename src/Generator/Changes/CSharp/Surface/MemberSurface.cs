using Kiln.Generator.Collections;

namespace Kiln.Generator.Changes.CSharp.Surface;

/// <summary>A member that code outside of the SDK can use, and the code of it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name; the type's own for a constructor, <c>this[]</c> for an indexer.</param>
/// <param name="Declaration">How it is declared, in one line and without its code.</param>
internal sealed record MemberSurface(MemberKind Kind, string Name, string Declaration)
{
    /// <summary>The type of a property or field, the result of a method.</summary>
    public TypeText Type { get; init; } = TypeText.None;

    public EquatableArray<ParameterSurface> Parameters { get; init; } = [];

    public int TypeParameters { get; init; }

    public SetterKind Setter { get; init; }

    /// <summary>Whether it is <see langword="protected"/>: only derived types can use it.</summary>
    public bool IsProtected { get; init; }

    public bool IsStatic { get; init; }

    public bool IsRequired { get; init; }

    public bool IsAbstract { get; init; }

    public bool IsObsolete { get; init; }

    /// <summary>The value of a constant, as it is written; <see langword="null"/> for what is none.</summary>
    public string? Constant { get; init; }

    /// <summary>Its code, that of the private members that it uses, and what the tables of its type say of it.</summary>
    public string Code { get; init; } = "";

    /// <summary>What it is on the wire, whatever it is called: two members with one text are the same with two names. Empty if the code does not say it.</summary>
    public string Identity { get; init; } = "";

    /// <summary>The names of the members of its type that it uses, also through others.</summary>
    public EquatableArray<string> Uses { get; init; } = [];

    /// <summary>By what the runtime finds it: the name with the types of parameters, and for a conversion that of the result.</summary>
    public string RuntimeSignature => Kind is MemberKind.Property or MemberKind.Field
        ? Name
        : $"{(Kind == MemberKind.Constructor ? ".ctor" : Name)}`{TypeParameters}({string.Join(",", Parameters.Items.Select(p => p.Type.Runtime))}){(Kind == MemberKind.Operator ? Type.Runtime : "")}";
}
