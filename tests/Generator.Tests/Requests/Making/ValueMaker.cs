using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Requests.Making;

/// <summary>Makes values at random that a schema allows and a place of a message can hold. It reads the document as its author wrote it.</summary>
/// <param name="random">What chooses.</param>
/// <param name="isAnswer">Whether the values are those of responses: with what is for answers only, and without what is for requests only.</param>
internal sealed class ValueMaker(Random random, bool isAnswer = false)
{
    // What is not required ends at some size: a document may have some hundred properties on each level.
    private const int Large = 300;

    private const int Deepest = 12;
    private const int Deep = 4;

    private static readonly string[] Texts =
        ["Rex", "a", "a b", "a,b", "a;b=c", "a|b", "100%", "%41", "a&b=c", "x+y", "?#[]@!$'()*", "a.b", "-_~", "a/b", "\"q\"", "<&>", "ä", "字💡", "\t", "line\nbreak", " 1 ", "null", "\\", "true", "1.10", "{}", ":"];

    private static readonly string[] Keys = ["role", "first name", "x&y", "ключ", "a.b"];

    // For patterns, none of which is read.
    private static readonly string[] Patterned =
        ["a", "A", "0", "1", "5", "42", "abc", "ABC", "a1", "A1", "abcd1234", "2024-02-29", "en", "en-US", "DE", "USD", "1.0", "12:30", "a-b", "a_b", "a@b.co", "https://example.com", "#ffffff", "1.2.3.4", "+49123456789", "0123456789abcdef0123456789abcdef", "sha256:00", "v1", "123e4567-e89b-12d3-a456-426614174000"];

    private int extras;

    /// <summary>How many of the properties are made that a schema does not require.</summary>
    public Extent Extent { get; set; }

    /// <summary>A value; <see langword="null"/> where there is none, such as for a schema that needs itself, or where only null would be one.</summary>
    public JsonNode? Make(RawNode? schema, TextRules rules)
    {
        extras = 0;
        return schema is { } node ? Make(node, rules, 0) : Anything(rules, 0);
    }

    private JsonNode? Make(RawNode node, TextRules rules, int depth)
    {
        if (depth > Deepest)
            return null;
        if (!node.IsMap)
            return Anything(rules, depth);

        var schema = SchemaParts.Of(node, random);
        if (schema["const"] is { } constant)
            return JsonNode.Parse(constant.Json.GetRawText());
        if (schema["enum"] is { IsList: true } values)
        {
            List<RawNode> allowed = [.. values.Items.Where(v => !isAnswer || v.Text is null || schema.Type is not ("integer" or "number" or "boolean")).Where(v => v.Text is { } text ? rules.Allow(text) : v.Json.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)];
            if (allowed.Count == 0)
                return null;
            var chosen = JsonNode.Parse(allowed[random.Next(allowed.Count)].Json.GetRawText())!;
            // Some authors forget the quotation marks, which no text has.
            return (rules.IsText || isAnswer) && schema.TextOf("type") == "string" && chosen.GetValueKind() != JsonValueKind.String ? chosen.ToJsonString() : chosen;
        }

        return schema.Type switch
        {
            "object" => MakeObject(schema, rules, depth),
            "array" => MakeList(schema, rules, depth),
            "string" or "file" => MakeText(schema, rules, depth),
            "integer" => MakeNumber(schema, isInteger: true),
            "number" => MakeNumber(schema, isInteger: false),
            "boolean" => random.Next(2) == 0,
            // A pattern and a format of numbers mean a number, or one in a string.
            null when schema.TextOf("pattern") is not null => MakeText(schema, rules, depth),
            _ => Anything(rules, depth),
        };
    }

    private JsonObject? MakeObject(SchemaParts schema, TextRules rules, int depth)
    {
        var required = schema.Required;
        var made = new JsonObject();
        foreach (var (name, property) in schema.Properties)
        {
            if (schema.Tags.TryGetValue(name, out var tag))
            {
                made[name] = tag;
                continue;
            }
            // OpenAPI 3.0, "Fixed Fields" of a schema: not to be sent, whether required or not.
            if (isAnswer ? SchemaParts.IsWriteOnly(property) : SchemaParts.IsReadOnly(property))
                continue;
            if (!required.Contains(name) && (depth >= Deep || IsLeftOut()))
                continue;
            if (Make(property, rules, depth + 1) is { } value)
                made[name] = value;
            else if (required.Contains(name))
                return null;
        }
        foreach (var (name, tag) in schema.Tags)
            made.TryAdd(name, tag);

        var additional = schema["additionalProperties"] is { IsMap: true } map ? map : (RawNode?)null;
        if (additional is not null || made.Count == 0 && !schema.Properties.Any() && schema.IsOpen)
        {
            for (var i = depth >= Deep ? 0 : 1 + random.Next(2); i > 0; i--)
            {
                var key = Keys[random.Next(Keys.Length)];
                if (rules.Allow(key) && !made.ContainsKey(key) && (additional is { } values ? Make(values, rules, depth + 1) : "free") is { } value)
                    made[key] = value;
            }
        }
        foreach (var name in required.Where(r => !made.ContainsKey(r) && !schema.Properties.Any(p => p.Name == r)))
            made[name] = "x";
        return rules.IsText && made.Count == 0 ? null : made;
    }

    private bool IsLeftOut() => ++extras > Large || Extent switch
    {
        Extent.All => false,
        Extent.Required => true,
        _ => random.Next(3) == 0,
    };

    private JsonArray? MakeList(SchemaParts schema, TextRules rules, int depth)
    {
        var made = new JsonArray();
        List<RawNode> elements = [.. (schema["prefixItems"] ?? (schema["items"] is { IsList: true } list ? list : null))?.Items ?? []];
        if (elements.Count > 0)
        {
            foreach (var element in elements)
                made.Add(Make(element, rules, depth + 1));
            return made;
        }

        var least = (int)(schema["minItems"]?.Number ?? 0);
        var most = (int)Math.Min(schema["maxItems"]?.Number ?? int.MaxValue, Math.Max(least, depth >= Deep ? 0 : 3));
        var count = Math.Min(most, Math.Max(rules.IsText ? 1 : 0, least + random.Next(Math.Max(1, most - least + 1))));
        var isSet = schema["uniqueItems"]?.IsTrue ?? false;
        for (var i = 0; i < count; i++)
        {
            var item = schema["items"] is { } items ? Make(items, rules, depth + 1) : "x";
            if (item is not null && !(isSet && made.Any(m => JsonNode.DeepEquals(m, item))))
                made.Add(item);
        }
        return made.Count < least || made.Count == 0 && rules.IsText ? null : made;
    }

    private JsonNode? MakeText(SchemaParts schema, TextRules rules, int depth)
    {
        // JSON Schema 2020-12, "contentSchema": the text is such JSON.
        if (isAnswer && schema["contentSchema"] is { } content)
            return Make(content, TextRules.Json, depth + 1)?.ToJsonString();
        var format = schema.TextOf("contentEncoding") switch
        {
            "base64" => "byte",
            "base64url" => "base64url",
            _ => schema.TextOf("format"),
        };
        List<string> possible = [.. FormatTexts(format) ?? []];
        if (possible.Count == 0)
            possible = Fitting(schema);
        possible.RemoveAll(p => !rules.Allow(p));
        return possible.Count == 0 ? null : possible[random.Next(possible.Count)];
    }

    private static List<string> Fitting(SchemaParts schema)
    {
        var least = (int)(schema["minLength"]?.Number ?? 0);
        var most = (int)Math.Min(schema["maxLength"]?.Number ?? int.MaxValue, int.MaxValue);
        List<string> own = [.. new[] { schema["example"]?.Text, schema["default"]?.Text }.OfType<string>(), .. schema.TextsOf("examples")];
        if (schema.TextOf("pattern") is { } pattern)
        {
            List<string> matching = [.. own.Concat(Patterned).Where(t => Matches(pattern, t) && t.Length >= least && t.Length <= most)];
            return matching.Count > 0 ? matching : own.Count > 0 ? own : ["Rex"];
        }

        List<string> fitting = [.. Texts.Select(t => t.EnumerateRunes().Count() < least ? t + new string('x', least - t.EnumerateRunes().Count()) : t).Where(t => t.EnumerateRunes().Count() <= most)];
        return fitting.Count > 0 ? fitting : [new string('x', Math.Max(least, Math.Min(1, most)))];
    }

    private string[]? FormatTexts(string? format) => format switch
    {
        "date-time" => ["2024-02-29T23:59:59Z", "2021-12-14T20:23:45.1234567+01:00", "1985-04-12T23:20:50.52-12:30"],
        "date" => ["2024-02-29", "0001-01-01", "9999-12-31"],
        "time" => ["12:30:00.25", "23:59:59", "00:00:00"],
        "time-local" => ["00:00:00", "12:30:00.25"],
        "time-span" or "timespan" or "date-span" => ["00:01:30", "-1.02:03:04.5000000"],
        "duration" => ["PT0S", "P1DT2H", "PT1H30M", "PT0.5S"],
        "uuid" or "guid" => [new Guid([.. Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256))]).ToString()],
        "byte" => ["AA==", "SGk=", "+/+/"],
        "base64url" => ["AA", "SGk", "-_-_"],
        "int8" or "int16" or "int32" => ["0", "127", "-128"],
        "uint8" or "uint16" or "uint32" => ["0", "255"],
        "int64" => ["0", "9223372036854775807", "-9223372036854775808"],
        "uint64" => ["0", "18446744073709551615"],
        "float" or "double" or "decimal" or "decimal128" => ["0", "1.10", "-2.5"],
        "date-time-local" => ["2024-02-29T23:59:59"],
        "http-date" => ["Sun, 06 Nov 1994 08:49:37 GMT"],
        "uri" or "iri" => ["https://example.com/a?b=c&d=e#f", "https://example.com/%7Eb%20c", "mailto:a@b.c"],
        "uri-reference" or "iri-reference" => ["../a", "https://example.com/a?b=c#d"],
        "ipv4" => ["127.0.0.1"],
        "ipv6" => ["::1"],
        "email" => ["a+b@example.com"],
        "char" => ["a", "ä"],
        _ => null,
    };

    private JsonNode MakeNumber(SchemaParts schema, bool isInteger)
    {
        var format = schema.TextOf("format");
        string[] pool = format switch
        {
            "int8" => ["0", "127", "-128"],
            "uint8" => ["0", "255"],
            "int16" => ["0", "-32768"],
            "uint16" => ["0", "65535"],
            "int32" => ["0", "-1", "2147483647", "-2147483648", "42"],
            "uint32" => ["0", "4294967295"],
            "uint64" => ["0", "18446744073709551615"],
            "unixtime" => ["0", "1700000000"],
            "float" => ["0", "0.5", "-1.25", "16777216"],
            "decimal" or "decimal128" or "sf-decimal" => ["0", "0.1", "12345.6789"],
            _ when isInteger || format is "int64" or "double-int" or "sf-integer" => ["0", "-1", "9223372036854775807", "9007199254740993", "42"],
            _ => ["0", "-1.5", "1.1", "1e21", "123456789.125", "1.5e-7"],
        };
        var least = schema["minimum"]?.Number ?? schema["exclusiveMinimum"]?.Number ?? double.MinValue;
        var most = schema["maximum"]?.Number ?? schema["exclusiveMaximum"]?.Number ?? double.MaxValue;
        var step = schema["multipleOf"]?.Number;
        List<string> fitting = [.. pool.Concat(isInteger ? [Whole(least + 1), Whole(most - 1), Whole(least), Whole(most)] : [Plain((least + most) / 2)]).Where(Fits)];
        return JsonNode.Parse(fitting.Count > 0 ? fitting[random.Next(fitting.Count)] : Whole(step ?? least))!;

        bool Fits(string text)
        {
            var value = double.Parse(text, CultureInfo.InvariantCulture);
            return value >= least && value <= most && (step is not > 0 || value % step == 0)
                && !(value == least && (schema["exclusiveMinimum"]?.Number == least || (schema["exclusiveMinimum"]?.IsTrue ?? false)))
                && !(value == most && (schema["exclusiveMaximum"]?.Number == most || (schema["exclusiveMaximum"]?.IsTrue ?? false)));
        }

        static string Whole(double value) => Math.Abs(value) < 1e15 ? ((long)value).ToString(CultureInfo.InvariantCulture) : "1";
        static string Plain(double value) => double.IsFinite(value) && Math.Abs(value) < 1e15 ? value.ToString("R", CultureInfo.InvariantCulture) : "1";
    }

    private JsonNode? Anything(TextRules rules, int depth) => random.Next(rules.IsText ? 1 : 4) switch
    {
        0 => "anything",
        1 => JsonNode.Parse("1.10"),
        2 => true,
        _ => depth >= Deep ? "deep" : new JsonObject { ["any"] = new JsonArray("x", 5) },
    };

    private static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
