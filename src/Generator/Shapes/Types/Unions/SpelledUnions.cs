using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types.Unions;

/// <summary>Finds the unions whose cases all have one C# type, which is that of the union as well. It is asked before the types have names.</summary>
internal sealed class SpelledUnions(IReadOnlyDictionary<string, NamedSchema> schemas)
{
    // An array can contain itself.
    private const int MaxDepth = 16;

    // Of a union that is being looked at, null: one that contains itself has a class.
    private readonly Dictionary<string, bool?> named = new(StringComparer.Ordinal);

    /// <summary>Whether a named schema is such a union.</summary>
    public bool HasOneType(string pointer)
    {
        if (schemas[pointer].Schema is not UnionSchema union)
            return false;
        if (!named.TryGetValue(pointer, out var known))
        {
            named.Add(pointer, null);
            named[pointer] = known = HasOneType(union);
        }
        return known == true;
    }

    /// <summary>Whether a union without a name is one.</summary>
    public bool HasOneType(UnionSchema union) => HasOneType(union, depth: 0);

    private bool HasOneType(UnionSchema union, int depth) =>
        depth < MaxDepth && union.Cases.Items.Skip(1).All(c => HaveOneType(Actual(union.Cases[0].Schema, depth), Actual(c.Schema, depth), depth));

    // What has a class or struct of its own, and any JSON, is always a case.
    private bool HaveOneType(Schema one, Schema other, int depth) => depth < MaxDepth && (one, other) switch
    {
        (ScalarSchema a, ScalarSchema b) => Primitives.Of(a).CSharp == Primitives.Of(b).CSharp,
        (ArraySchema a, ArraySchema b) => AreAlike(a.Items, b.Items, depth + 1),
        (DictionarySchema a, DictionarySchema b) => AreAlike(a.Values, b.Values, depth + 1),
        (TupleSchema a, TupleSchema b) => a.Elements.Count == b.Elements.Count
            && a.Elements.Items.Zip(b.Elements.Items, (x, y) => AreAlike(x.Schema, y.Schema, depth + 1)).All(isOne => isOne),
        _ => false,
    };

    private bool AreAlike(Schema one, Schema other, int depth)
    {
        if (one is ReferenceSchema a && other is ReferenceSchema b && a.Pointer == b.Pointer)
            return !IsOpen(a.Pointer);

        one = Actual(one, depth);
        other = Actual(other, depth);
        return one == other || HaveOneType(one, other, depth);
    }

    private bool IsOpen(string pointer) => named.TryGetValue(pointer, out var known) && known is null;

    /// <summary>What an alias stands for.</summary>
    private Schema Actual(Schema schema, int depth)
    {
        for (var i = 0; i < MaxDepth; i++)
        {
            switch (schema)
            {
                case ReferenceSchema { Pointer: var pointer } when schemas[pointer].Schema is not (ObjectSchema or EnumSchema or UnionSchema) || HasOneType(pointer):
                    schema = schemas[pointer].Schema;
                    break;
                case UnionSchema union when HasOneType(union, depth + 1):
                    schema = union.Cases[0].Schema;
                    break;
                default:
                    return schema;
            }
        }
        return schema;
    }
}
