using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types.Unions;

/// <summary>Names a union that is in several places, and so after none of them, from its main cases.</summary>
internal static class UnionNames
{
    private const int MostCases = 3;
    private const int LongestName = 60;

    // What says nothing of the cases by itself.
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "Base", "Body", "Data", "Dto", "Entity", "Input", "Item", "List", "Model", "Object", "Output", "Param", "Params", "Property", "Request", "Resource", "Response", "Result", "Schema", "Type", "Value",
    };

    /// <summary>The names that would do. The order of the cases does not matter for them.</summary>
    /// <param name="schema">The union.</param>
    /// <param name="typeOf">The type that a schema with a name has of itself; <see langword="null"/> if that is one without a name.</param>
    /// <example>
    /// <c>ToolChoice</c> for <c>ToolChoiceFunction</c>, <c>ToolChoiceMode</c>; <c>CatOrDog</c> for <c>Cat</c>, <c>Dog</c>; <c>CustomerOrString</c> for a string,
    /// <c>Customer</c>, <c>DeletedCustomer</c>.
    /// </example>
    public static UnionNameChoices Of(UnionSchema schema, Func<ReferenceSchema, CSharpType?> typeOf)
    {
        var cases = schema.Cases.Items.Select(c => (Word: WordOf(c.Schema, typeOf), IsNamed: IsNamed(c.Schema))).Distinct().ToList();
        if (cases.Exists(c => c.Word is null))
            return new([], IsWhole: true);

        var named = cases.Where(c => c.IsNamed).Select(c => c.Word!).OrderBy(w => w, StringComparer.Ordinal).ToList();
        var others = cases.Where(c => !c.IsNamed).Select(c => c.Word!).OrderBy(w => w, StringComparer.Ordinal).ToList();
        var main = named.FindAll(word => !named.Exists(other => word.Length > other.Length && EndsWith(word, other)));
        List<string> whole = [.. named, .. others];
        List<string> shortened = [.. main, .. others];
        var common = schema.Cases.All(c => c.Schema is ReferenceSchema) && whole.Count > 1 ? Common(whole) : null;
        var names = new[] { common, Joined(shortened), Joined(whole) };
        return new([.. names.OfType<string>()], IsWhole: main.Count == named.Count);
    }

    private static string? Joined(List<string> words) =>
        words.Count is > 1 and <= MostCases && string.Join("Or", words) is { Length: <= LongestName } joined ? joined : null;

    private static bool EndsWith(string name, string ending)
    {
        var words = CapitalWords.Split(name).ToList();
        var last = CapitalWords.Split(ending).ToList();
        return words.Count > last.Count && words.Skip(words.Count - last.Count).SequenceEqual(last, StringComparer.Ordinal);
    }

    private static bool IsNamed(Schema schema) => schema switch
    {
        ReferenceSchema => true,
        ArraySchema array => IsNamed(array.Items),
        DictionarySchema map => IsNamed(map.Values),
        _ => false,
    };

    private static string? WordOf(Schema schema, Func<ReferenceSchema, CSharpType?> typeOf) => schema switch
    {
        ReferenceSchema reference => typeOf(reference) is { } type ? TypeWords.Of(type) : null,
        ScalarSchema scalar => TypeWords.Of(new PrimitiveType(Primitives.Of(scalar))),
        ArraySchema array => WordOf(array.Items, typeOf) is { } word ? word + "List" : null,
        DictionarySchema map => WordOf(map.Values, typeOf) is { } word ? word + "Map" : null,
        _ => null,
    };

    // The words that all names begin and end with. One word at the beginning is mostly a version or a part of the service.
    private static string? Common(List<string> names)
    {
        var words = names.ConvertAll(name => CapitalWords.Split(name).ToList());
        var least = words.Min(w => w.Count);
        var before = Enumerable.Range(0, least).TakeWhile(i => words.All(w => w[i] == words[0][i])).Count();
        var after = Enumerable.Range(1, least - before).TakeWhile(i => words.All(w => w[w.Count - i] == words[0][words[0].Count - i])).Count();
        if (before + after == least || before + after < 2 && (after == 0 || Generic.Contains(words[0].Last())))
            return null;
        return string.Concat(words[0].Take(before).Concat(words[0].Skip(words[0].Count - after)));
    }
}

/// <summary>The names that the cases of a union make.</summary>
/// <param name="All">The names, the best first.</param>
/// <param name="IsWhole">Whether they leave out no case.</param>
internal sealed record UnionNameChoices(IReadOnlyList<string> All, bool IsWhole);
