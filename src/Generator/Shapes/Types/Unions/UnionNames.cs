using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types.Unions;

/// <summary>Names a union that is in several places, and so after none of them, from the names of its cases.</summary>
internal static class UnionNames
{
    private const int MostCases = 3;
    private const int LongestName = 60;

    // What says nothing of the cases by itself.
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "Base", "Body", "Data", "Dto", "Entity", "Input", "Item", "List", "Model", "Object", "Output", "Param", "Params", "Property", "Request", "Resource", "Response", "Result", "Schema", "Type", "Value",
    };

    /// <summary>The names that would do, the best first.</summary>
    /// <param name="schema">The union.</param>
    /// <param name="typeOf">The type that a schema with a name has of itself; <see langword="null"/> if that is one without a name.</param>
    /// <example><c>ToolChoice</c> for <c>ToolChoiceFunction</c>, <c>ToolChoiceMode</c>; <c>CatOrDog</c> for <c>Cat</c>, <c>Dog</c>.</example>
    public static IEnumerable<string> Of(UnionSchema schema, Func<ReferenceSchema, CSharpType?> typeOf)
    {
        var words = schema.Cases.Items.Select(c => WordOf(c.Schema, typeOf)).Distinct().ToList();
        if (words.Contains(null))
            yield break;
        if (schema.Cases.All(c => c.Schema is ReferenceSchema) && Common(words!) is { } common)
            yield return common;
        if (words.Count <= MostCases && string.Join("Or", words) is { Length: <= LongestName } joined)
            yield return joined;
    }

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
