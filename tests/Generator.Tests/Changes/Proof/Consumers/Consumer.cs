namespace Kiln.Generator.Tests.Changes.Proof.Consumers;

/// <summary>A method of a program that uses one member of an SDK in one way.</summary>
/// <param name="Member">The full name of the member, or of the type.</param>
/// <param name="Usage">How it is used: <c>read</c>, <c>call with names</c>.</param>
/// <param name="Touched">The full names of the types of the SDK that the method names or converts to.</param>
/// <param name="Created">The full name of the type of which it makes an instance; <see langword="null"/> for none.</param>
/// <param name="Code">The content of a namespace of its own, in one line.</param>
internal sealed record Consumer(string Member, string Usage, IReadOnlySet<string> Touched, string? Created, string Code)
{
    /// <summary>The class that has the method.</summary>
    public const string TypeName = "Program";

    /// <summary>What the method is called in its class.</summary>
    public const string MethodName = "Use";

    public override string ToString() => $"{Usage} {Member}";
}
