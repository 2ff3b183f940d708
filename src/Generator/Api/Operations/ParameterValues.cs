using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;

namespace Kiln.Generator.Api.Operations;

/// <summary>Which values of parameters have a text for URLs and headers: scalars, unions of them, and in the query arrays of these.</summary>
internal sealed class ParameterValues(ResolveSchema resolve)
{
    private const string Mixed = "a union that includes objects or arrays as its value";

    /// <summary>What a parameter's value is that is not supported, for a message; <see langword="null"/> if it is supported.</summary>
    public string? FindUnsupported(Schema schema, ParameterLocation location) => resolve(schema) switch
    {
        ObjectSchema or DictionarySchema => "an object as its value",
        UnionSchema union when CasesWithoutText(union) is { } without => without == ValueKinds.Objects ? "an object as its value" : Mixed,
        ArraySchema or TupleSchema when location != ParameterLocation.Query => "an array outside the query",
        TupleSchema => "a tuple as its value",
        ArraySchema array when resolve(array.Items) is UnionSchema items && CasesWithoutText(items) == ValueKinds.Mixed => Mixed,
        _ => null,
    };

    /// <summary>What the items of an array are that have no text, for a message; <see langword="null"/> if they have one, or the schema is no array.</summary>
    public string? FindNestedItems(Schema schema) => resolve(schema) is not ArraySchema array ? null : resolve(array.Items) switch
    {
        ArraySchema or TupleSchema => "arrays",
        ObjectSchema or DictionarySchema => "objects",
        UnionSchema union when CasesWithoutText(union) is not null => "objects",
        _ => null,
    };

    // Null if each case has a text.
    private ValueKinds? CasesWithoutText(UnionSchema union)
    {
        var cases = new List<Schema>();
        Collect(union, cases, []);
        if (cases.All(c => c is ScalarSchema or EnumSchema))
            return null;
        return cases.All(c => c is ObjectSchema or DictionarySchema) ? ValueKinds.Objects : ValueKinds.Mixed;
    }

    private void Collect(UnionSchema union, List<Schema> cases, HashSet<UnionSchema> seen)
    {
        if (!seen.Add(union))
            return;
        foreach (var @case in union.Cases)
        {
            if (resolve(@case.Schema) is not UnionSchema nested)
                cases.Add(resolve(@case.Schema));
            else
                Collect(nested, cases, seen);
        }
    }

    private enum ValueKinds
    {
        Objects,
        Mixed,
    }
}
