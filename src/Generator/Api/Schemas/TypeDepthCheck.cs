using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Reading;

namespace Kiln.Generator.Api.Schemas;

/// <summary>
/// Checks the depth of types. Arrays, dictionaries and aliases of a schema get no C# type of their own, so a chain of them becomes one type, as deep as the
/// chain is long; neither this generator nor the compiler could handle it.
/// </summary>
internal static class TypeDepthCheck
{
    public static void Check(EquatableArray<NamedSchema> named, DocumentNodes document, List<DiagnosticInfo> diagnostics)
    {
        var schemas = named.ToDictionary(n => n.Pointer, n => n.Schema, StringComparer.Ordinal);
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var schema in named)
        {
            var chain = new List<(string Pointer, int Levels)>();
            var below = 0;
            for (string? pointer = schema.Pointer; pointer is not null;)
            {
                if (depths.TryGetValue(pointer, out below))
                    break;

                var (levels, next) = Levels(schemas[pointer]);
                chain.Add((pointer, levels));

                // Of a circle no step counts twice.
                depths[pointer] = 0;
                pointer = next;
            }

            for (var i = chain.Count - 1; i >= 0; i--)
            {
                var (pointer, levels) = chain[i];
                if (below <= ReadingLimits.Depth && below + levels > ReadingLimits.Depth)
                    diagnostics.Add(new(SpecRules.TypeTooDeep, document.FindSchema(pointer)!.Location, $"{ReadingLimits.Depth}"));
                depths[pointer] = below += levels;
            }
        }
    }

    private static (int Levels, string? Next) Levels(Schema schema)
    {
        var levels = 0;
        while (true)
        {
            switch (schema)
            {
                case ArraySchema array:
                    schema = array.Items;
                    break;
                case DictionarySchema dictionary:
                    schema = dictionary.Values;
                    break;
                // Cases that are all arrays, or all dictionaries, may become one type.
                case UnionSchema { Cases: { Count: > 0 } cases } when cases.All(c => c.Schema is ArraySchema) || cases.All(c => c.Schema is DictionarySchema):
                    schema = cases[0].Schema;
                    continue;
                case ReferenceSchema reference:
                    return (levels + 1, reference.Pointer);
                default:
                    return (levels, null);
            }
            levels++;
        }
    }
}
