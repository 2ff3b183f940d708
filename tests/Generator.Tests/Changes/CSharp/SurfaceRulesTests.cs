using Kiln.Generator.Changes.CSharp.Comparing;
using Kiln.Generator.Emission;

namespace Kiln.Generator.Tests.Changes.CSharp;

/// <summary>What a change of a declaration does to code, by the rules of C#.</summary>
public sealed class SurfaceRulesTests
{
    public static TheoryData<string, string, string> Members => new()
    {
        { "public string A { get; set; }", "public string B { get; set; }", "Existence None|Existence SourceBreaking, BinaryBreaking" },
        { "public string A { get; set; }", "public int A { get; set; }", "Type SourceBreaking, BinaryBreaking" },
        { "public int A { get; set; }", "public int? A { get; set; }", "Type SourceBreaking, BinaryBreaking" },
        { "public int A { get; }", "public long A { get; }", "Type SourceBreaking, BinaryBreaking" },
        { "public long A { get; }", "public int A { get; }", "Type SourceBreaking, BinaryBreaking" },
        { "public string A { get; set; }", "public string? A { get; set; }", "Nullability SourceWarning" },
        { "public string? A { get; set; }", "public string A { get; set; }", "Nullability SourceWarning" },
        { "public string A { get; }", "public string? A { get; }", "Nullability SourceWarning" },
        { "public string? A { get; }", "public string A { get; }", "Nullability None" },
        { "public List<string?> A { get; }", "public List<string> A { get; }", "Nullability SourceWarning" },
        { "public Level A { get; set; }", "public Level? A { get; set; }", "Type SourceBreaking, BinaryBreaking" },
        { "public string A { get; set; }", "public required string A { get; set; }", "Required SourceBreaking" },
        { "public required string A { get; set; }", "public string A { get; set; }", "Required None" },
        { "", "public required string A { get; set; }", "Existence SourceBreaking" },
        { "", "public string A { get => a; set => AssignRequired(ref a, value, 0); } private string a = \"x\";", "Existence Behaviour" },
        { "public string A { get; set; }", "public string A { get; }", "Setter SourceBreaking, BinaryBreaking" },
        { "public string A { get; set; }", "public string A { get; init; }", "Setter SourceBreaking, BinaryBreaking" },
        { "public string A { get; init; }", "public string A { get; set; }", "Setter BinaryBreaking" },
        { "public string A { get; }", "public string A { get; set; }", "Setter None" },
        { "public string A { get; set; }", "public static string A { get; set; }", "Modifiers SourceBreaking, BinaryBreaking" },
        { "public string A { get; set; }", "[System.Obsolete] public string A { get; set; }", "Obsolete SourceWarning" },
        { "[System.Obsolete] public string A { get; set; }", "public string A { get; set; }", "Obsolete None" },
        { "public string A { get; set; } = \"x\";", "public string A { get; set; } = \"y\";", "Code Behaviour" },
        { "public const string A = \"x\";", "public const string A = \"y\";", "Constant Behaviour" },
        { "/// <summary>One.</summary>\n    public string A { get; set; }", "/// <summary>Two.</summary>\n    public string  A { get ; set; } // three", "" },
        { "public void M(int a) { }", "public void M(int b) { }", "ParameterNames SourceBreaking" },
        { "public void M(int a, int b) { }", "public void M(int b, int a) { }", "Parameters Behaviour" },
        { "public void M(int a, string b) { }", "public void M(string b, int a) { }", "Parameters SourceBreaking, BinaryBreaking" },
        { "public void M(int a) { }", "public void M(int a, int b = 1) { }", "Parameters BinaryBreaking" },
        { "public void M(int a) { }", "public void M(int a, int b) { }", "Parameters SourceBreaking, BinaryBreaking" },
        { "public void M(int a, int c = 1) { }", "public void M(int a, int b = 1, int c = 1) { }", "Parameters SourceBreaking, BinaryBreaking" },
        { "public void M(int a) { }", "public void M() { }", "Parameters SourceBreaking, BinaryBreaking" },
        { "public void M(int a) { }", "public void M(long a) { }", "Parameters BinaryBreaking" },
        { "public void M(long a) { }", "public void M(int a) { }", "Parameters SourceBreaking, BinaryBreaking" },
        { "public void M(string? a) { }", "public void M(string a) { }", "Nullability SourceWarning" },
        { "public void M(string a) { }", "public void M(string? a) { }", "Nullability None" },
        { "public void M(Func<string?, int> a) { }", "public void M(Func<string, int> a) { }", "Nullability None" },
        { "public void M(Func<string, int> a) { }", "public void M(Func<string?, int> a) { }", "Nullability SourceWarning" },
        { "public void M(int a = 1) { }", "public void M(int a = 2) { }", "Defaults Behaviour" },
        { "public void M(int a = 1) { }", "public void M(int a) { }", "Defaults SourceBreaking" },
        { "public void M(int a) { }", "public void M(int a = 1) { }", "" },
        { "public void M(params int[] a) { }", "public void M(int[] a) { }", "Parameters SourceBreaking" },
        { "public Task M() => Do();", "public Task<int> M() => Do();", "Type BinaryBreaking" },
        { "public Task<int> M() => Do();", "public Task M() => Do();", "Type SourceBreaking, BinaryBreaking" },
        { "public Task<string> M() => Do();", "public Task<string?> M() => Do();", "Nullability SourceWarning" },
        { "public Task<string?> M() => Do();", "public Task<string> M() => Do();", "Nullability None" },
        { "public int M(int a) => a + One; private const int One = 1;", "public int M(int a) => a + One; private const int One = 2;", "Code Behaviour" },
        { "public T(int a) { }", "public T(int a, int b = 1) { }", "Parameters BinaryBreaking" },
        { "public T() { }", "", "" },
        { "", "public T(int a) { }", "Parameters SourceBreaking, BinaryBreaking" },
        { "public int this[int a] => a;", "public int this[long a] => a;", "Parameters BinaryBreaking" },
        { "public static implicit operator T(int a) => new();", "", "Existence SourceBreaking, BinaryBreaking" },
        { "protected int A { get; set; }", "private int A { get; set; }", "Existence SourceBreaking, BinaryBreaking" },
        { "public int A { get; set; }", "protected int A { get; set; }", "Modifiers SourceBreaking, BinaryBreaking" },
        { "public void M() { }", "public void M() { } public void M(int a) { }", "Existence None" },
    };

    public static TheoryData<string, string, string> Types => new()
    {
        { "public sealed class T { }", "public class T { }", "" },
        { "public class T { }", "public sealed class T { }", "changed N.T: Modifiers SourceBreaking, BinaryBreaking" },
        { "public class T { }", "public abstract class T { }", "changed N.T: Modifiers SourceBreaking, BinaryBreaking" },
        { "public class T { public T() { } }", "public static class T { }", "changed N.T: Modifiers SourceBreaking, BinaryBreaking|removed N.T.T: Existence SourceBreaking, BinaryBreaking" },
        { "public class T : A { }", "public class T : B { }", "changed N.T: Bases SourceBreaking, BinaryBreaking" },
        { "public class T : A, I { }", "public class T : A { }", "changed N.T: Bases SourceBreaking, BinaryBreaking" },
        { "public class T : A { }", "public class T : A, I { }", "changed N.T: Bases None" },
        { "public class T : A { }", "public class T : Base { }\n\npublic class Base : A { }", "added N.Base: Existence None|changed N.T: Bases None" },
        { "public class T : Base { public int X { get; set; } }\n\npublic class Base { }", "public class T : Base { }\n\npublic class Base { public int X { get; set; } }", "added N.Base.X: Existence None" },
        { "public class T { }", "public struct T { }", "changed N.T: Type SourceBreaking, BinaryBreaking|removed N.T.T: Existence SourceBreaking, BinaryBreaking" },
        { "public class T { }", "[Obsolete]\npublic class T { }", "changed N.T: Obsolete SourceWarning" },
        { "public class T { }", "internal class T { }", "removed N.T: Existence SourceBreaking, BinaryBreaking" },
        { "public interface T { }", "public interface T { int A { get; } }", "added N.T.A: Existence SourceBreaking, BinaryBreaking" },
        { "public enum T { A, B }", "public enum T { A }", "removed N.T.B: Existence SourceBreaking, BinaryBreaking" },
        { "internal class T { internal static int A => 1; }", "internal class T { internal static int A => 2; }", "changed N.T.A: Code Behaviour" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void A_change_of_a_member_has_the_effects_of_CSharps_rules(string before, string after, string effects)
    {
        var changes = SurfaceComparer.Compare(File($"public class T\n{{\n    {before}\n}}"), File($"public class T\n{{\n    {after}\n}}"));

        Assert.Equal(effects, string.Join("|", changes.Select(c => string.Join("; ", c.Details.Select(d => $"{d.Aspect} {d.Effects}")))));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_change_of_a_type_has_the_effects_of_CSharps_rules(string before, string after, string changes) =>
        Assert.Equal(changes, string.Join("|", SurfaceComparer.Compare(File(before), File(after)).Select(EditedSdk.Line)));

    [Fact]
    public void A_type_in_another_namespace_is_renamed() =>
        Assert.Equal(
            "renamed N.T -> M.T: Name SourceBreaking, BinaryBreaking",
            string.Join("|", SurfaceComparer.Compare(File("public class T\n{\n    public T? Next { get; set; }\n}"), File("public class T\n{\n    public T? Next { get; set; }\n}", "M")).Select(EditedSdk.Line)));

    [Fact]
    public void What_is_no_CSharp_has_no_members() =>
        Assert.Equal(
            ["added N.T: Existence None"],
            SurfaceComparer.Compare(
                [new("a.g.cs", "\u0000 {{ ]] namespace ; public class")],
                [new("a.g.cs", "one"), new("b.g.cs", "\nnamespace N;\npublic class\n"), new("c.g.cs", "\nnamespace N;\n\npublic class T {")]).Select(EditedSdk.Line));

    private static IReadOnlyList<SourceFile> File(string text, string @namespace = "N") =>
    [
        new("a.g.cs", $"// <auto-generated/>\nusing System;\n\nnamespace {@namespace};\n\n{text}\n"),
        new("b.g.cs", "// <auto-generated/>\n\nnamespace N;\n\npublic readonly record struct Level(string Value);\n"),
    ];
}
