using Kiln.Generator.Api.Model;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>
/// How a value gets to the type that carries it. Only named schemas and bodies have a type that can be asked for; what stands deeper is put into
/// the least JSON that leads there.
/// </summary>
/// <param name="Root">The pointer of the schema that has a type.</param>
/// <param name="Steps">The way from there: a field's name, or <see langword="null"/> for an item.</param>
internal sealed record ExamplePlace(string Root, IReadOnlyList<string?> Steps)
{
    private const string AnyKey = "key";

    /// <summary>Where the value then is.</summary>
    public string Path => Steps.Aggregate(JsonPaths.Root, (path, step) => step is null ? JsonPaths.Item(path, 0) : JsonPaths.Member(path, step));

    /// <summary>The place of a schema, or <see langword="null"/> when no type carries its values.</summary>
    public static ExamplePlace? Of(SpecMap root, string schemaPointer, IReadOnlyDictionary<string, int> roots)
    {
        var pointer = SpecReferences.Follow(root, schemaPointer);
        var steps = new Stack<string?>();
        while (!roots.ContainsKey(pointer))
        {
            var tokens = JsonPointer.Parse(pointer);
            var (above, isStep, step) = tokens switch
            {
                [.., "properties", var name] => (2, true, name),
                [.., "allOf" or "oneOf" or "anyOf", _] => (2, false, null),
                [.., "prefixItems", "0"] => (2, true, null),
                [.., "items"] => (1, true, null),
                [.., "additionalProperties"] => (1, true, AnyKey),
                _ => (0, false, (string?)null),
            };
            if (above == 0)
                return null;
            if (isStep)
                steps.Push(step);
            pointer = string.Concat(tokens.SkipLast(above).Select(t => "/" + JsonPointer.Escape(t)));
        }
        return new(pointer, [.. steps]);
    }

    /// <summary>JSON for the root's type that holds a value at this place.</summary>
    public string Wrap(string json) => Steps.Reverse().Aggregate(json, (inner, step) => step is null ? $"[{inner}]" : $"{{{Quote(step)}:{inner}}}");

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
