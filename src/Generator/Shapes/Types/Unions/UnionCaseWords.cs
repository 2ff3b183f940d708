using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Types.Unions;

/// <summary>
/// What the cases of a union are called among its members: as their types are, without the words at the beginning that the union is called as well, unless two cases
/// would then be called the same.
/// </summary>
/// <example><c>Card</c> and <c>Text</c> for <c>OrderPaymentCard</c> and <c>OrderPaymentText</c> of <c>OrderPayment</c>.</example>
internal static class UnionCaseWords
{
    public static IReadOnlyList<string> Of(UnionPlan union)
    {
        var whole = union.Cases.Select(TypeWords.Of).ToList();
        var shorter = whole.ConvertAll(word => Without(word, union.Name.Name));
        return [.. whole.Select((word, i) => shorter.Concat(whole).Count(other => string.Equals(other, shorter[i], StringComparison.OrdinalIgnoreCase)) == (shorter[i] == word ? 2 : 1) ? shorter[i] : word)];
    }

    private static string Without(string word, string union)
    {
        var all = CapitalWords.Split(word).ToList();
        var some = CapitalWords.Split(union).ToList();
        return all.Count > some.Count && some.SequenceEqual(all.Take(some.Count), StringComparer.Ordinal) && char.IsLetter(all[some.Count][0])
            ? string.Concat(all.Skip(some.Count))
            : word;
    }
}
