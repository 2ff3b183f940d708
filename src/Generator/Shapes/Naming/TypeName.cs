namespace Kiln.Generator.Shapes.Naming;

/// <summary>The full name of a C# type.</summary>
internal sealed record TypeName(string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}
