using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;

namespace Kiln.Generator.Api.Operations;

/// <summary>What the values of parameters are made of, and what of them OpenAPI defines no form for.</summary>
internal sealed class ParameterValues(ResolveSchema resolve)
{
    /// <summary>Whether a value is a list, an object, or neither.</summary>
    public ParameterKind KindOf(Schema schema) => resolve(schema) switch
    {
        ArraySchema array when IsSingle(array.Items) => ParameterKind.List,
        _ when IsSingle(schema) => ParameterKind.Single,
        _ => ParameterKind.Composite,
    };

    /// <summary>What within a value OpenAPI has no form for in a style, for a message; <see langword="null"/> if it has one for all.</summary>
    public string? FindFormless(Schema schema, ParameterStyle style) =>
        style is ParameterStyle.Json or ParameterStyle.DeepObject or ParameterStyle.DeepObjectWithBrackets or ParameterStyle.DeepObjectRepeated
            ? null
            : CasesOf(schema).Select(c => FindFormlessOfCase(c, IsExploded(style))).FirstOrDefault(what => what is not null);

    /// <summary>What the items of an array are that OpenAPI has no form for in a style, for a message; <see langword="null"/> if it has one, or the schema is no array.</summary>
    public string? FindFormlessItems(Schema schema, ParameterStyle style)
    {
        if (resolve(schema) is not ArraySchema array || FindFormless(schema, style) is null)
            return null;
        return CasesOf(array.Items).Any(c => c is ObjectSchema or DictionarySchema) ? "objects" : "arrays";
    }

    private string? FindFormlessOfCase(Schema schema, bool isExploded) => schema switch
    {
        ArraySchema array => IsSingle(array.Items) ? null : "lists of objects or arrays",
        TupleSchema tuple => tuple.Elements.Items.All(e => IsSingle(e.Schema)) ? null : "arrays that contain objects or arrays",
        DictionarySchema dictionary => FindFormlessMember(dictionary.Values, isExploded),
        ObjectSchema @object => @object.Properties.Select(p => FindFormlessMember(p.Schema, isExploded)).FirstOrDefault(what => what is not null),
        _ => null,
    };

    // A list within an object that is exploded is exploded as well, as in a form.
    private string? FindFormlessMember(Schema member, bool isExploded) => KindOf(member) switch
    {
        ParameterKind.Single => null,
        ParameterKind.List => isExploded ? null : "arrays within an object",
        _ => "objects or nested arrays within an object",
    };

    private static bool IsExploded(ParameterStyle style) =>
        style is ParameterStyle.FormExploded or ParameterStyle.SimpleExploded or ParameterStyle.LabelExploded or ParameterStyle.MatrixExploded or ParameterStyle.CookieExploded;

    // Any JSON is given as text, unless it is a case among others.
    private bool IsSingle(Schema schema) => CasesOf(schema) is var cases && cases.TrueForAll(c => c is ScalarSchema or EnumSchema || (c is AnySchema && cases.Count == 1));

    private List<Schema> CasesOf(Schema schema)
    {
        var cases = new List<Schema>();
        Collect(schema, cases, []);
        return cases;
    }

    private void Collect(Schema schema, List<Schema> cases, HashSet<UnionSchema> seen)
    {
        if (resolve(schema) is not UnionSchema union)
            cases.Add(resolve(schema));
        else if (seen.Add(union))
            union.Cases.Items.ToList().ForEach(c => Collect(c.Schema, cases, seen));
    }
}
