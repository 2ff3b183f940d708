using System.Globalization;
using System.Text.RegularExpressions;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>A place where a value is not what its schema says.</summary>
internal sealed record Contradiction(string Path, string Reason);

/// <summary>
/// Says where a value contradicts its schema, by the words of JSON Schema that say what kind of value it is. It reads the document itself and
/// shares nothing with the generator or the runtime, so that neither can excuse its own mistakes. Limits (lengths, patterns, ranges) are left
/// out: they change nothing in how a value is carried, so they explain nothing. Only a pattern of numbers does.
/// </summary>
internal sealed partial class SchemaCheck(SpecMap root, bool isStrict)
{
    private const int Deepest = 200;

    private readonly HashSet<(string, string)> told = [];

    /// <summary>The contradictions of a value.</summary>
    /// <param name="root">The document.</param>
    /// <param name="value">The value.</param>
    /// <param name="schemaPointer">Where its schema stands.</param>
    /// <param name="path">What the value's own place is called.</param>
    /// <param name="isStrict">Whether a value that is several cases of a union, or no object where only fields are spoken of, is told, too. Neither explains a change.</param>
    public static IReadOnlyList<Contradiction> Of(SpecMap root, SpecNode value, string schemaPointer, string path = JsonPaths.Root, bool isStrict = false)
    {
        var found = new List<Contradiction>();
        new SchemaCheck(root, isStrict).Check(value, schemaPointer, path, found, 0);
        return found;
    }

    private void Check(SpecNode value, string pointer, string path, List<Contradiction> found, int depth)
    {
        pointer = SpecReferences.Follow(root, pointer);
        if (JsonPointer.Find(root, pointer) is not SpecMap schema || depth > Deepest)
            return;

        if (value.IsNull())
        {
            if (!AllowsNull(pointer, depth))
                found.Add(new(path, "null where it is not allowed"));
            return;
        }

        if (TypesOf(schema) is { Count: > 0 } types && !types.Any(t => IsOfType(value, t)))
        {
            found.Add(new(path, $"{value.Describe()} is no {string.Join(" or ", types)}"));
            return;
        }
        if (schema["enum"] is SpecList values && !values.Items.Any(v => JsonDifferences.AreEqual(v, value)))
            found.Add(new(path, $"{value.Describe()} is not in the enum"));
        if (FormatFault(schema, value) is { } fault)
            found.Add(new(path, fault));
        if (AllowsNumbersOnly(schema) && value is SpecScalar { Kind: ScalarKind.String } text && !Matches(schema["pattern"].AsText()!, text.Text))
            found.Add(new(path, $"{value.Describe()} does not match the pattern"));

        CheckParts(value, schema, pointer, path, found, depth);
        if (isStrict && value is SpecMap tagged && (schema["discriminator"] as SpecMap)?["propertyName"].AsText() is { } tag)
            CheckTold(tagged, schema, tag, pointer, path, found, depth);
        if (value is SpecMap map)
            CheckFields(map, schema, pointer, path, found, depth);
        if (value is SpecList list)
            CheckItems(list, schema, pointer, path, found, depth);
    }

    private void CheckParts(SpecNode value, SpecMap schema, string pointer, string path, List<Contradiction> found, int depth)
    {
        for (var i = 0; i < Count(schema["allOf"]); i++)
            Check(value, $"{pointer}/allOf/{i}", path, found, depth + 1);

        foreach (var keyword in new[] { "oneOf", "anyOf" })
        {
            var count = Count(schema[keyword]);
            if (count == 0)
                continue;

            var fitting = Enumerable.Range(0, count).Where(i => Fits(value, $"{pointer}/{keyword}/{i}", depth)).Take(2).Count();
            if (fitting == 0)
                found.Add(new(path, $"none of {keyword}"));
            else if (isStrict && fitting > 1)
                found.Add(new(path, $"several of {keyword}"));
        }
    }

    // A base with a discriminator is as good as the type that the value says it is.
    private void CheckTold(SpecMap value, SpecMap schema, string tag, string pointer, string path, List<Contradiction> found, int depth)
    {
        var mapping = (schema["discriminator"] as SpecMap)?["mapping"] as SpecMap;
        if (value[tag].AsText() is { } name && mapping?[name].AsText() is { } target && SpecReference.ResolveTokens(root, target) is { } tokens && told.Add((pointer, path)))
        {
            Check(value, string.Concat(tokens.Select(t => "/" + JsonPointer.Escape(t))), path, found, depth + 1);
            told.Remove((pointer, path));
        }
    }

    private void CheckFields(SpecMap value, SpecMap schema, string pointer, string path, List<Contradiction> found, int depth)
    {
        if (schema["required"] is SpecList required)
        {
            foreach (var name in required.Items.Select(r => r.AsText()).OfType<string>().Where(r => value[r] is null))
                found.Add(new(JsonPaths.Member(path, name), "missing"));
        }

        var patterns = schema["patternProperties"] as SpecMap;
        foreach (var entry in value.Entries)
        {
            var member = JsonPaths.Member(path, entry.Key);
            var key = JsonPointer.Escape(entry.Key);
            var isNamed = (schema["properties"] as SpecMap)?[entry.Key] is not null;
            if (isNamed)
                Check(entry.Value, $"{pointer}/properties/{key}", member, found, depth + 1);

            foreach (var pattern in patterns?.Entries.Where(p => Matches(p.Key, entry.Key)) ?? [])
            {
                isNamed = true;
                Check(entry.Value, $"{pointer}/patternProperties/{JsonPointer.Escape(pattern.Key)}", member, found, depth + 1);
            }

            if (isNamed)
                continue;
            if (schema["additionalProperties"] is SpecMap)
                Check(entry.Value, pointer + "/additionalProperties", member, found, depth + 1);
            else if (schema["additionalProperties"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "false" })
                found.Add(new(member, "no such field"));
        }
    }

    private void CheckItems(SpecList value, SpecMap schema, string pointer, string path, List<Contradiction> found, int depth)
    {
        // In the normal form "items" is the list of a tuple's elements.
        var elements = Count(schema["items"]);
        for (var i = 0; i < value.Items.Count; i++)
            Check(value.Items[i], elements == 0 ? $"{pointer}/items" : i < elements ? $"{pointer}/items/{i}" : $"{pointer}/additionalItems", JsonPaths.Item(path, i), found, depth + 1);
    }

    private bool Fits(SpecNode value, string pointer, int depth)
    {
        var found = new List<Contradiction>();
        Check(value, pointer, JsonPaths.Root, found, depth + 1);
        return found.Count == 0;
    }

    private bool AllowsNull(string pointer, int depth)
    {
        pointer = SpecReferences.Follow(root, pointer);
        if (JsonPointer.Find(root, pointer) is not SpecMap schema || depth > Deepest)
            return true;
        if (schema["nullable"] is SpecScalar { Text: "true" } || schema["x-nullable"] is SpecScalar { Text: "true" })
            return true;
        if (schema["enum"] is SpecList values && !values.Items.Any(v => v.IsNull()))
            return false;
        if (TypesOf(schema) is { Count: > 0 } types)
            return types.Contains("null");

        return Enumerable.Range(0, Count(schema["allOf"])).All(i => AllowsNull($"{pointer}/allOf/{i}", depth + 1))
            && new[] { "oneOf", "anyOf" }.All(keyword =>
                Count(schema[keyword]) == 0 || Enumerable.Range(0, Count(schema[keyword])).Any(i => AllowsNull($"{pointer}/{keyword}/{i}", depth + 1)));
    }

    private IReadOnlyList<string> TypesOf(SpecMap schema) => (schema["x-kiln-types"] ?? schema["type"]) switch
    {
        // A schema that only speaks of fields means objects, though by the letter it lets all else through.
        null when isStrict && (schema["properties"] ?? schema["patternProperties"] ?? schema["additionalProperties"] as SpecMap) is not null => ["object"],
        null when isStrict && schema["items"] is not null => ["array"],
        // A pattern and a format of numbers mean a number, or one in a string.
        null when isStrict && schema["format"] is not null && AllowsNumbersOnly(schema) => ["number", "string"],
        SpecList list => [.. list.Items.Select(t => t.AsText()).OfType<string>()],
        SpecScalar { Kind: ScalarKind.String } type => [type.Text],
        _ => [],
    };

    private static bool IsOfType(SpecNode value, string type) => type switch
    {
        "object" => value is SpecMap,
        "array" => value is SpecList,
        "string" or "file" => value is SpecScalar { Kind: ScalarKind.String },
        "boolean" => value is SpecScalar { Kind: ScalarKind.Boolean },
        "number" => value is SpecScalar { Kind: ScalarKind.Number },
        "integer" => value is SpecScalar { Kind: ScalarKind.Number } number && JsonNumbers.IsInteger(number.Text),
        "null" => value.IsNull(),
        _ => true,
    };

    private static string? FormatFault(SpecMap schema, SpecNode value)
    {
        var format = FormatOf(schema);
        var isRight = (format, value) switch
        {
            ("date-time", SpecScalar { Kind: ScalarKind.String } text) => DateTime().IsMatch(text.Text) && DateTimeOffset.TryParse(text.Text.Replace(":60", ":59"), out _),
            ("date", SpecScalar { Kind: ScalarKind.String } text) => Date().IsMatch(text.Text) && DateOnly.TryParse(text.Text, out _),
            ("time", SpecScalar { Kind: ScalarKind.String } text) => Time().IsMatch(text.Text),
            ("duration", SpecScalar { Kind: ScalarKind.String } text) => Duration().IsMatch(text.Text),
            ("time-span" or "timespan" or "date-span", SpecScalar { Kind: ScalarKind.String } text) => TimeSpan.TryParse(text.Text, out _) || Duration().IsMatch(text.Text),
            ("uuid" or "guid", SpecScalar { Kind: ScalarKind.String } text) => Guid.TryParseExact(text.Text, "D", out _),
            // What .NET can take apart, which is stricter than RFC 3986 in the host's name.
            ("uri" or "uri-reference" or "iri" or "iri-reference", SpecScalar { Kind: ScalarKind.String } text) => Uri.TryCreate(text.Text, UriKind.RelativeOrAbsolute, out _),
            ("ipv4" or "ipv6", SpecScalar { Kind: ScalarKind.String } text) => System.Net.IPAddress.TryParse(text.Text, out _),
            ("http-date", SpecScalar { Kind: ScalarKind.String } text) => DateTimeOffset.TryParse(text.Text, out _),
            ("char", SpecScalar { Kind: ScalarKind.String } text) => text.Text.Length == 1,
            ("int8", SpecScalar { Kind: ScalarKind.String } text) => sbyte.TryParse(text.Text, out _),
            ("uint8", SpecScalar { Kind: ScalarKind.String } text) => byte.TryParse(text.Text, out _),
            ("int16", SpecScalar { Kind: ScalarKind.String } text) => short.TryParse(text.Text, out _),
            ("uint16", SpecScalar { Kind: ScalarKind.String } text) => ushort.TryParse(text.Text, out _),
            ("int32", SpecScalar { Kind: ScalarKind.String } text) => int.TryParse(text.Text, out _),
            ("uint32", SpecScalar { Kind: ScalarKind.String } text) => uint.TryParse(text.Text, out _),
            ("int64", SpecScalar { Kind: ScalarKind.String } text) => long.TryParse(text.Text, out _),
            ("uint64", SpecScalar { Kind: ScalarKind.String } text) => ulong.TryParse(text.Text, out _),
            ("double" or "float", SpecScalar { Kind: ScalarKind.String, Text: "NaN" or "Infinity" or "-Infinity" }) => true,
            ("decimal" or "double" or "float", SpecScalar { Kind: ScalarKind.String } text) => decimal.TryParse(text.Text, System.Globalization.CultureInfo.InvariantCulture, out _),
            ("byte", SpecScalar { Kind: ScalarKind.String } text) => Base64().IsMatch(text.Text) && text.Text.Length % 4 == 0,
            ("base64url", SpecScalar { Kind: ScalarKind.String } text) => Base64Url().IsMatch(text.Text),
            ("int32", SpecScalar { Kind: ScalarKind.Number } number) => JsonNumbers.Integer(number.Text) is { } i && i >= int.MinValue && i <= int.MaxValue,
            ("int64", SpecScalar { Kind: ScalarKind.Number } number) => JsonNumbers.Integer(number.Text) is { } i && i >= long.MinValue && i <= long.MaxValue,
            ("float", SpecScalar { Kind: ScalarKind.Number } number) => Holds(number.Text, float.Parse(number.Text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)),
            ("double", SpecScalar { Kind: ScalarKind.Number } number) => Holds(number.Text, double.Parse(number.Text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)),
            _ => true,
        };
        return isRight ? null : $"{value.Describe()} is no {format}";
    }

    // A number with more digits than the format has is none of its numbers.
    private static bool Holds(string number, string nearest) => char.IsAsciiDigit(nearest[^1]) && JsonNumbers.AreEqual(number, nearest);

    /// <summary>A schema's format, in the words of 3.0 where 3.1 has others.</summary>
    public static string? FormatOf(SpecMap schema) => schema["contentEncoding"].AsText() switch
    {
        "base64" => "byte",
        "base64url" => "base64url",
        _ => schema["format"].AsText(),
    };

    /// <summary>Whether a schema has a pattern of digits and of what else is in a number, and of nothing else.</summary>
    public static bool AllowsNumbersOnly(SpecMap schema) => schema["pattern"].AsText() is { } pattern && NumberPattern().IsMatch(pattern);

    private static int Count(SpecNode? node) => node is SpecList list ? list.Items.Count : 0;

    private static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    [GeneratedRegex(@"^\^(-\?|\[\+-\]\?)?(\\d|\(\?:0\||\[[01]-9\])[^%{}]*\$$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$")]
    private static partial Regex DateTime();

    [GeneratedRegex(@"^\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^P(?=.)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)$")]
    private static partial Regex Duration();

    [GeneratedRegex("^[A-Za-z0-9+/]*={0,2}$")]
    private static partial Regex Base64();

    [GeneratedRegex("^[A-Za-z0-9_-]*={0,2}$")]
    private static partial Regex Base64Url();
}
