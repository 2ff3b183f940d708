using Kiln.Generator.Api.Nodes;

namespace Kiln.Generator.Api.Unions;

/// <summary>Names the cases of a union in messages, as a person would who looks at the document.</summary>
/// <example><c>'Cat'</c>, <c>the string alternative</c>, <c>the second object alternative</c></example>
internal static class UnionCaseNames
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>The name of a case: that of its schema, its title or constant in quotes, or else its JSON kind and position among those of its kind.</summary>
    /// <param name="cases">The cases of the union.</param>
    /// <param name="index">The case.</param>
    /// <param name="hint">What the document calls a case whose schema has no name; <see langword="null"/> for nothing.</param>
    public static string Of(IReadOnlyList<UnionCandidate> cases, int index, Func<UnionCandidate, string?> hint)
    {
        var @case = cases[index];
        if (!@case.IsMerged && @case.Schema.Target is { } target)
            return $"'{SchemaNames.Of(target.Pointer)}'";
        if (hint(@case) is { } name)
            return $"'{name}'";

        var kind = KindOf(@case);
        var alike = cases.Where(c => kind is null || KindOf(c) == kind).ToList();
        var noun = kind is null ? "alternative" : $"{kind.ToString()!.ToLowerInvariant()} alternative";
        var position = alike.IndexOf(@case);
        return alike.Count == 1 ? $"the {noun}" : position < Ordinals.Length ? $"the {Ordinals[position]} {noun}" : $"{noun} {position + 1}";
    }

    /// <summary>The JSON kind of a case; <see langword="null"/> for several.</summary>
    private static JsonKind? KindOf(UnionCandidate @case) => @case.Forms.Select(f => f.Kind).Distinct().ToList() is [var only] ? only : null;
}
