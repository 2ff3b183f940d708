using System.Globalization;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Tests.Changes.Schemas;

/// <summary>Random schemas, each compared with itself in another spelling.</summary>
public sealed class RespelledSchemaTests
{
    private const int Depth = 3;

    [Fact]
    public void A_schema_in_another_spelling_does_not_differ()
    {
        for (var seed = 0; seed < TestForm.Count(full: 600, sample: 150); seed++)
        {
            var schema = new RandomSchema(seed).Next(Depth);
            var (plain, respelled) = (SchemaDiff.Document("A: {}; " + schema.Plain()), SchemaDiff.Document(schema.Respelled(new Random(seed))));

            var lines = SchemaDiff.Of(plain, respelled, Direction.Response).Select(SchemaDiff.Line);
            Assert.True(!lines.Any(), string.Create(CultureInfo.InvariantCulture, $"seed {seed}\n{plain}\n{respelled}\n{string.Join("\n", lines)}"));
        }
    }

    /// <summary>A schema as its keywords with their values, some of which are schemas again.</summary>
    private sealed record Node(IReadOnlyList<(string Key, string Value)> Keywords, IReadOnlyList<(string Name, Node Schema)> Properties, Node? Items, IReadOnlyList<Node> Alternatives, IReadOnlyList<string> Required, bool IsNullable)
    {
        public string Plain() => Write(Entries(n => n.Plain(), IsNullable ? ["type: [" + Type + ", 'null']"] : ["type: " + Type]));

        /// <summary>The same with another order of keys, with components in place of some subschemas and the other way round.</summary>
        public string Respelled(Random random)
        {
            var components = new List<string>();
            var whole = Respelled(random, components);
            return string.Concat(components.Select(c => c + "; ")) + whole;
        }

        private string Respelled(Random random, List<string> components)
        {
            List<string> types = (IsNullable, random.Next(2)) switch
            {
                (true, 0) => ["nullable: true", "type: " + Type],
                (true, _) => ["type: ['null', " + Type + "]"],
                (false, 0) => ["type: [" + Type + "]"],
                _ => ["type: " + Type],
            };
            var entries = Entries(n => n.Respelled(random, components), types).OrderBy(_ => random.Next()).ToList();
            switch (random.Next(5))
            {
                case 0 when Properties.Count > 0:
                    // Some of the keywords move to a subschema.
                    var properties = entries.Single(e => e.StartsWith("properties:", StringComparison.Ordinal));
                    entries.Remove(properties);
                    entries.Add("allOf: [{" + properties + "}]");
                    break;
                case 1:
                    components.Add($"C{components.Count}: {Write(entries)}");
                    return $"{{$ref: C{components.Count - 1}}}";
                case 2:
                    return "{allOf: [" + Write(entries) + "]}";
            }
            return Write(entries);
        }

        private string Type => Keywords.Single(k => k.Key == "type").Value;

        private IEnumerable<string> Entries(Func<Node, string> write, IEnumerable<string> types) =>
        [
            .. types,
            .. Keywords.Where(k => k.Key != "type").Select(k => $"{k.Key}: {k.Value}"),
            .. Properties.Count > 0 ? [$"properties: {{{string.Join(", ", Properties.Select(p => $"{p.Name}: {write(p.Schema)}"))}}}"] : Array.Empty<string>(),
            .. Required.Count > 0 ? [$"required: [{string.Join(", ", Required)}]"] : Array.Empty<string>(),
            .. Items is not null ? [$"items: {write(Items)}"] : Array.Empty<string>(),
            .. Alternatives.Count > 0 ? [$"anyOf: [{string.Join(", ", Alternatives.Select(write))}]"] : Array.Empty<string>(),
        ];

        private static string Write(IEnumerable<string> entries) => "{" + string.Join(", ", entries) + "}";
    }

    private sealed class RandomSchema(int seed)
    {
        private readonly Random random = new(seed);

        public Node Next(int depth)
        {
            var isNullable = random.Next(5) == 0;
            return random.Next(depth == 0 ? 3 : 6) switch
            {
                0 => Leaf([("type", "string"), ("maxLength", $"{random.Next(9)}"), ("description", $"d{random.Next(9)}")], isNullable),
                1 => Leaf([("type", "integer"), ("format", random.Next(2) == 0 ? "int32" : "int64"), ("exclusiveMinimum", $"{random.Next(9)}")], isNullable),
                2 => Leaf([("type", "string"), ("enum", $"[a{random.Next(3)}, b, c]")], isNullable: false),
                3 => new([("type", "array")], [], Next(depth - 1), [], [], isNullable),
                _ => Object(depth, isNullable),
            };
        }

        private Node Object(int depth, bool isNullable)
        {
            var properties = Enumerable.Range(0, random.Next(1, 4)).Select(i => ($"p{i}", Next(depth - 1))).ToList();
            List<string> required = random.Next(2) == 0 ? [properties[0].Item1] : [];
            List<Node> alternatives = random.Next(4) == 0 ? [Part("x"), Part("y")] : [];
            return new([("type", "object"), ("additionalProperties", random.Next(2) == 0 ? "false" : "true")], properties, null, alternatives, required, isNullable);

            Node Part(string name) => new([("type", "object")], [(name, Next(0))], null, [], [name], false);
        }

        private static Node Leaf((string, string)[] keywords, bool isNullable) => new(keywords, [], null, [], [], isNullable);
    }
}
