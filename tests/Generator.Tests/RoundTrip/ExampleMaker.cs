using System.Globalization;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>
/// Makes JSON that a schema allows, at random: edges of numbers, odd texts, fields that are missing, null or unknown. It reads the document and
/// nothing that the generator made of it.
/// </summary>
internal sealed class ExampleMaker(SpecMap root, Random random)
{
    private const int Deepest = 40;
    private const int Deep = 5;

    private static readonly string[] Texts = ["", "a", "Rex", "\"\\/\b\f\n\r\t", "\u0000\u001f\u007f", "äöü字💡", "\u2028\u202e", " 1 ", "null", "true", "1.10", "{}", "<&>'"];
    private static readonly string[] DateTimes = ["2024-02-29T23:59:59Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "2021-12-14T20:23:45.1234567+01:00", "1985-04-12T23:20:50.52-12:30"];
    private static readonly string[] Int64s = ["0", "-1", "9223372036854775807", "-9223372036854775808", "9007199254740993"];
    private static readonly string[] Numbers = ["0", "-1.5", "1.10", "1e21", "123456789.125", "5e-324", "1.7976931348623157e308"];
    private static readonly string[] OtherNames = ["other", "an other", "$ref", "@type", "additionalData", "__proto__", "x\"y", "ключ"];

    private SpecSpan Span => root.Span;

    /// <summary>A value for the schema at a pointer; <see langword="null"/> if the schema needs itself and has no finite value.</summary>
    public SpecNode? Make(string pointer) => Make(pointer, 0);

    private SpecNode? Make(string pointer, int depth)
    {
        pointer = SpecReferences.Follow(root, pointer);
        if (depth > Deepest)
            return null;
        if (JsonPointer.Find(root, pointer) is not SpecMap schema)
            return Anything(depth);
        if (IsTrue(schema["nullable"]) && random.Next(5) == 0)
            return Null();
        if (schema["enum"] is SpecList { Items.Count: > 0 } values)
            return values.Items[random.Next(values.Items.Count)];

        var parts = Parts(schema, pointer, depth);
        if (parts is null)
            return null;
        if (IsObject(schema) || parts.Any(p => p is SpecMap) && parts.All(p => p is SpecMap))
        {
            var own = MakeObject(schema, pointer, depth);
            return own is null ? null : parts.OfType<SpecMap>().Aggregate(own, (a, b) => b.Entries.Aggregate(a, (map, e) => map.With(e.Key, e.Value)));
        }
        return parts.Count > 0 ? parts[0] : MakeByType(schema, pointer, depth);
    }

    // One value for each part of allOf, and one for a case of a union.
    private List<SpecNode>? Parts(SpecMap schema, string pointer, int depth)
    {
        var pointers = Enumerable.Range(0, Count(schema["allOf"])).Select(i => $"{pointer}/allOf/{i}").ToList();
        foreach (var keyword in new[] { "oneOf", "anyOf" })
        {
            if (Count(schema[keyword]) is > 0 and var count)
                pointers.Add($"{pointer}/{keyword}/{random.Next(count)}");
        }
        // A format beside alternatives is that of each.
        if (pointers.Count == 1 && schema["format"] is { } format && JsonPointer.Find(root, pointers[0]) is SpecMap { } alternative && alternative["enum"] is null)
            return MakeByType(alternative.With("format", format), pointers[0], depth) is { } number ? [number] : null;

        var parts = pointers.Select(p => (Pointer: p, Value: Make(p, depth + 1))).ToList();
        return parts.Any(p => p.Value is null) ? null : [.. parts.Select(p => p.Value is SpecMap map ? Tagged(map, schema, p.Pointer) : p.Value!)];
    }

    // A case of a union with a discriminator says which it is.
    private SpecMap Tagged(SpecMap value, SpecMap union, string casePointer)
    {
        if (union["oneOf"] is null && union["anyOf"] is null || (union["discriminator"] as SpecMap)?["propertyName"].AsText() is not { } property)
            return value;

        var target = SpecReferences.Follow(root, casePointer);
        var mapped = ((union["discriminator"] as SpecMap)?["mapping"] as SpecMap)?.Entries.FirstOrDefault(e => e.Value.AsText() == "#" + target)?.Key;
        return value[property] is null or SpecScalar { Kind: ScalarKind.String } ? value.With(property, Text(mapped ?? JsonPointer.Parse(target)[^1])) : value;
    }

    private SpecMap? MakeObject(SpecMap schema, string pointer, int depth)
    {
        var required = schema["required"].Texts();
        var made = SpecNodes.EmptyMap(Span);
        foreach (var property in (schema["properties"] as SpecMap)?.Entries ?? [])
        {
            if (!required.Contains(property.Key) && (depth >= Deep || random.Next(3) == 0))
                continue;
            if (Make($"{pointer}/properties/{JsonPointer.Escape(property.Key)}", depth + 1) is { } value)
                made = made.With(property.Key, value);
            else if (required.Contains(property.Key))
                return null;
        }

        var isOpen = schema["additionalProperties"] is not SpecScalar { Text: "false" } && schema["allOf"] is null && schema["oneOf"] is null && schema["anyOf"] is null;
        for (var i = random.Next(3); i > 0 && isOpen && depth < Deep; i--)
        {
            var name = OtherNames[random.Next(OtherNames.Length)];
            if ((schema["properties"] as SpecMap)?[name] is null && Make(pointer + "/additionalProperties", depth + 1) is { } value)
                made = made.With(name, value);
        }
        return required.All(r => made[r] is not null || (schema["properties"] as SpecMap)?[r] is null) ? made : null;
    }

    private SpecNode? MakeByType(SpecMap schema, string pointer, int depth)
    {
        var types = schema["x-kiln-types"].Texts();
        var type = types.Count > 0 ? types[random.Next(types.Count)] : schema["type"].AsText() ?? (schema["items"] is not null ? "array" : SchemaCheck.AllowsNumbersOnly(schema) ? Pick("integer", "string") : null);
        return (type, SchemaCheck.FormatOf(schema)) switch
        {
            ("string", "date-time") => Text(Pick(DateTimes)),
            ("string", "date") => Text(Pick("2024-02-29", "0001-01-01", "9999-12-31")),
            ("string", "time") => Text(Pick("00:00:00", "23:59:59", "12:30:00.25", "10:00:00Z", "10:00:00.5+02:00")),
            ("string", "time-local") => Text(Pick("00:00:00", "12:30:00.25")),
            ("string", "time-span" or "timespan" or "date-span") => Text(Pick("00:01:30", "-1.02:03:04.5000000", "PT1H")),
            ("string", "duration") => Text(Pick("PT0S", "P1DT2H", "PT1H30M", "PT0.5S")),
            ("string", "uuid" or "guid") => Text(new Guid(Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256)).ToArray()).ToString()),
            ("string", "byte") => Text(Pick("", "AA==", "SGk=", "+/+/")),
            ("string", "base64url") => Text(Pick("", "AA", "SGk", "-_-_")),
            ("string", "int8" or "int16" or "int32") => Text(Pick("0", "127", "-128", "007")),
            ("string", "uint8" or "uint16" or "uint32") => Text(Pick("0", "255")),
            ("string", "int64") => Text(Pick(Int64s)),
            ("string", "uint64") => Text(Pick("0", "18446744073709551615")),
            ("string", "float" or "double" or "decimal" or "decimal128") => Text(Pick("0", "1.10", "-2.5", "1234567.125")),
            ("string", "date-time-local") => Text(Pick("2024-02-29T23:59:59", "0001-01-01T00:00:00.5")),
            ("string", "http-date") => Text("Sun, 06 Nov 1994 08:49:37 GMT"),
            ("string", "uri" or "uri-reference" or "iri" or "iri-reference") => Text(Pick("", "https://example.com/a?b=c#d", "https://example.com/{id}", "../a b", "mailto:a@b.c")),
            ("string", "ipv4") => Text(Pick("127.0.0.1", "0.0.0.0")),
            ("string", "ipv6") => Text(Pick("::1", "2001:DB8::1", "fe80:0:0:0:0:0:0:1")),
            ("string", "char") => Text(Pick("a", "ä")),
            ("string", null) when SchemaCheck.AllowsNumbersOnly(schema) => Text(Pick("0", "5", "42")),
            ("string", null) => Text(Pick(Texts)),
            ("string", _) => Text(Pick("a", "b")),
            ("integer", "int32") => Number(Pick("0", "-1", "2147483647", "-2147483648", "42.0")),
            ("integer", null or "int64") => Number(Pick(Int64s)),
            ("integer", _) => Number(random.Next(100).ToString(CultureInfo.InvariantCulture)),
            ("number", "int8" or "uint8" or "int16" or "uint16" or "int32" or "uint32" or "int64" or "uint64" or "double-int" or "sf-integer" or "unixtime")
                => Number(Pick("0", "100", "1e2", "42.0")),
            ("number", "float") => Number(Pick("0", "0.5", "-1.25", "16777216")),
            ("number", null or "double") => Number(Pick(Numbers)),
            ("number", _) => Number(Pick("0", "0.1", "12345.6789")),
            ("boolean", _) => new SpecScalar(Span, ScalarKind.Boolean, random.Next(2) == 0 ? "true" : "false"),
            ("array", _) => MakeList(schema, pointer, depth),
            ("object", _) => MakeObject(schema, pointer, depth),
            ("null", _) => Null(),
            _ => Anything(depth),
        };
    }

    private SpecNode MakeList(SpecMap schema, string pointer, int depth)
    {
        // A tuple, whose elements are in the list of "items" in the normal form.
        var elements = Count(schema["items"]);
        var count = elements > 0 ? elements : depth >= Deep ? 0 : random.Next(4);
        var items = new List<SpecNode>();
        for (var i = 0; i < count; i++)
        {
            if (Make(elements > 0 ? $"{pointer}/items/{i}" : pointer + "/items", depth + 1) is { } item)
                items.Add(item);
        }
        return new SpecList(Span, items);
    }

    private SpecNode Anything(int depth) => random.Next(depth >= Deep ? 4 : 6) switch
    {
        0 => Null(),
        1 => Text(Pick(Texts)),
        2 => Number(Pick("1.10", "123456789012345678901234567890.123456789", "-0.0", "1E2")),
        3 => new SpecScalar(Span, ScalarKind.Boolean, "true"),
        4 => new SpecList(Span, [Anything(depth + 1), Anything(depth + 1)]),
        _ => SpecNodes.EmptyMap(Span).With(Pick(OtherNames), Anything(depth + 1)),
    };

    private static bool IsObject(SpecMap schema) => schema["type"].AsText() == "object" || schema["properties"] is not null
        || schema["type"] is null && (schema["patternProperties"] ?? schema["additionalProperties"] as SpecMap) is not null;

    private static bool IsTrue(SpecNode? node) => node is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };

    private static int Count(SpecNode? node) => node is SpecList list ? list.Items.Count : 0;

    private string Pick(params string[] from) => from[random.Next(from.Length)];

    private SpecScalar Text(string text) => SpecNodes.Text(Span, text);

    private SpecScalar Number(string text) => new(Span, ScalarKind.Number, text);

    private SpecScalar Null() => new(Span, ScalarKind.Null, "null");
}
