using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Json;
using Kiln.Generator.Specs.Tree;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>Reads each example of a document as its type, writes it again, and looks for what changed and what was reported.</summary>
internal static partial class RoundTripper
{
    private const int DepthOfExamples = 500;

    public static RoundTripReport Try(CompiledSdk sdk, IEnumerable<Example> examples)
    {
        var (tried, withoutType) = (0, 0);
        var differences = new List<Finding>();
        var violations = new List<Finding>();
        foreach (var example in examples)
        {
            if (ExamplePlace.Of(sdk.Spec.Root, example.SchemaPointer, sdk.Roots) is not { } place)
            {
                withoutType++;
                continue;
            }

            tried++;
            var contradictions = SchemaCheck.Of(sdk.Spec.Root, example.Value, Whole(example.SchemaPointer), place.Path);
            var different = Differences(sdk, place, example.Value, out var reported);
            foreach (var difference in different)
            {
                var finding = Find(difference.Path, $"{difference.Was} became {difference.Is}");
                differences.Add(finding with { Reason = finding.Reason ?? Limit(difference), IsSpelling = Spelling.IsOneValue(difference.Was, difference.Is) });
            }
            foreach (var violation in reported.Where(v => JsonPaths.IsWithin(v.Path, place.Path)))
            {
                var finding = Find(violation.Path, $"expected {violation.Expected}, found {violation.Found}");
                violations.Add(finding with { Reason = finding.Reason ?? Limit(violation) });
            }

            Finding Find(string path, string what) => new(
                example.Pointer, path, what, contradictions.FirstOrDefault(c => JsonPaths.IsWithin(path, c.Path)) is { } c ? $"{c.Path}: {c.Reason}" : null);
        }
        return new(tried, withoutType, differences, violations);
    }

    /// <summary>The same for values made at random from each schema that has a type. Left out is what a schema contradicts itself about, and null, for which there is no body.</summary>
    public static RoundTripReport TryMade(CompiledSdk sdk, int perSchema, int seed)
    {
        var maker = new ExampleMaker(sdk.Spec.Root, new Random(seed));
        var made =
            from pointer in sdk.Roots.Keys
            from i in Enumerable.Range(0, perSchema)
            let value = maker.Make(pointer)
            where value is not null && !value.IsNull() && SchemaCheck.Of(sdk.Spec.Root, value, pointer, isStrict: true).Count == 0
            select new Example($"{pointer} {SpecJson.Write(value)}", pointer, value);
        return Try(sdk, made);
    }

    /// <summary>
    /// The same values of the schemas that name properties, of each of which one property is left out or null: most of them break the contract. A dictionary that is the
    /// whole body has no model that keeps what the dictionary cannot hold.
    /// </summary>
    public static RoundTripReport TryDamaged(CompiledSdk sdk, int perSchema, int seed)
    {
        var random = new Random(seed);
        var maker = new ExampleMaker(sdk.Spec.Root, random);
        var made =
            from pointer in sdk.Roots.Keys
            where JsonPointer.Find(sdk.Spec.Root, SpecReferences.Follow(sdk.Spec.Root, pointer)) is SpecMap schema && (schema["properties"] ?? schema["allOf"]) is not null
            from i in Enumerable.Range(0, perSchema)
            let value = maker.Make(pointer) is SpecMap { Entries.Count: > 0 } map ? Damaged(map, random) : null
            where value is not null
            select new Example($"{pointer} {SpecJson.Write(value)}", pointer, value);
        return Try(sdk, made);
    }

    private static SpecMap Damaged(SpecMap map, Random random)
    {
        var entry = map.Entries[random.Next(map.Entries.Count)];
        return entry.Value is SpecMap { Entries.Count: > 0 } inner && random.Next(2) == 0 ? map.With(entry.Key, Damaged(inner, random))
            : random.Next(2) == 0 ? map.Without(e => e.Key == entry.Key)
            : map.With(entry.Key, new SpecScalar(entry.Value.Span, ScalarKind.Null, "null"));
    }

    // The example of a part of an allOf is one of the whole.
    private static string Whole(string schemaPointer) =>
        JsonPointer.Parse(schemaPointer) is [.. var owner, "allOf", _] ? Whole(string.Concat(owner.Select(t => "/" + JsonPointer.Escape(t)))) : schemaPointer;

    private static string? Limit(JsonDifference difference) =>
        float.TryParse(difference.Was, NumberStyles.Float, CultureInfo.InvariantCulture, out var was) && float.TryParse(difference.Is, NumberStyles.Float, CultureInfo.InvariantCulture, out var @is)
        && was == @is && @is.ToString("R", CultureInfo.InvariantCulture) == difference.Is
            ? "the digits beyond the format's single precision"
            : TimeWithOffset().Match(difference.Was) is { Success: true } time && time.Groups["time"].Value == difference.Is.Trim('"')
            ? "the offset of a time that no property holds"
            : null;

    [GeneratedRegex(@"^""?(?<time>\d\d:\d\d:\d\d(\.\d+)?)(Z|[+-]\d\d:\d\d)""?$")]
    private static partial Regex TimeWithOffset();

    // What a model says of valid JSON that it cannot hold as a value; it comes out as it went in all the same.
    private static string? Limit(ContractViolation violation) => violation switch
    {
        _ when violation.Expected.StartsWith("one of the shapes of ", StringComparison.Ordinal) => "no case of a union can be told",
        { Expected: "a decimal number" } when violation.Found.StartsWith("number ", StringComparison.Ordinal) => "beyond the numbers of a decimal",
        { Expected: "an integer of 64 bits" } when violation.Found.StartsWith("number ", StringComparison.Ordinal) => "beyond 64 bits",
        _ => null,
    };

    private static IReadOnlyList<JsonDifference> Differences(CompiledSdk sdk, ExamplePlace place, SpecNode value, out IReadOnlyList<ContractViolation> reported)
    {
        var violations = new List<ContractViolation>();
        reported = violations;
        var json = Encoding.UTF8.GetBytes(place.Wrap(SpecJson.Write(value)));
        byte[] written;
        try
        {
            written = sdk.ReadAndWrite(sdk.Roots[place.Root], json, new ReadOptions { OnViolation = violations.Add, MaxDepth = DepthOfExamples });
        }
        catch (WireFormatException exception)
        {
            return [new(place.Path, SpecJson.Write(value), exception.Message)];
        }

        using var document = JsonDocument.Parse(written, new() { MaxDepth = DepthOfExamples });
        return JsonDifferences.Between(value, At(document.RootElement, place.Steps), place.Path);
    }

    private static JsonElement? At(JsonElement json, IReadOnlyList<string?> steps)
    {
        foreach (var step in steps)
        {
            if (step is null ? json.ValueKind != JsonValueKind.Array || json.GetArrayLength() == 0 : json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(step, out _))
                return null;
            json = step is null ? json[0] : json.GetProperty(step);
        }
        return json;
    }
}
