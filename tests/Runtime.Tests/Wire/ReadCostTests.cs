using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Paging;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Sample.Models;

namespace Kiln.Runtime.Tests.Wire;

/// <summary>What reading does grows with the body and not faster, counted and not timed: how often a value is read, and what is allocated.</summary>
public sealed class ReadCostTests
{
    private const int Levels = 50;

    private static readonly ReadOptions Deep = new() { MaxDepth = 200 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Unions in unions, whose case is told before or behind what is in them, by a field or by names. A union of an unknown case stays JSON, and nothing in it is read.</summary>
    public static TheoryData<string, string, string, int> Unions() => new()
    {
        { """{"kind":"twig","value":"a","next":""", "}", nameof(ByField), Levels },
        { """{"value":"a","next":""", ""","kind":"twig"}""", nameof(ByField), Levels },
        { """{"value":"a","next":""", ""","kind":"twig"}""", nameof(ByNames), Levels },
        { """{"other":""", ""","value":"a"}""", nameof(ByNames), Levels },
        { """{"value":"a","list":[""", """],"kind":"twig"}""", nameof(ByField), Levels },
        { """{"value":"a","unknown":[1,{"a":[]}],"next":""", ""","kind":"other"}""", nameof(ByField), 0 },
    };

    [Theory]
    [MemberData(nameof(Unions))]
    public void A_value_in_nested_unions_is_read_once(string open, string close, string type, int times)
    {
        var json = Nest(open, "\"end\"", close, Levels);
        Twig.Values = 0;

        if (type == nameof(ByField))
            Json.Read(WireType.Union<ByField>(), json, Deep);
        else
            Json.Read(WireType.Union<ByNames>(), json, Deep);

        Assert.Equal(times, Twig.Values);
    }

    [Theory]
    [InlineData("""{"value":"a","next":""", ""","kind":"twig"}""")]
    [InlineData("""{"value":"a","list":[""", """],"kind":"twig"}""")]
    public void What_was_skipped_to_look_ahead_is_not_skipped_again(string open, string close)
    {
        var json = Encoding.UTF8.GetBytes(Nest(open, "\"" + new string('x', 200) + "\"", close, Levels));
        using var context = new ReadContext(Deep, json.Length);
        var reader = new WireReader(json, context);
        reader.Next();

        Assert.True(WireType.Union<ByField>().TryRead(ref reader, out _));

        for (var level = 1; level < Levels; level++)
        {
            Assert.True(context.Skipped!.TryGetEnd(level * open.Length, out var end), $"level {level}");
            Assert.Equal(json.Length - level * close.Length, end);
        }
    }

    /// <summary>Bodies that break the contract at each of many values, where what a report would say is long.</summary>
    public static TheoryData<string, string, string> Violations() => new()
    {
        { "{\"name\":\"\",\"named\":{\"" + new string('n', 64 * 1024) + "\":{\"name\":\"\",\"children\":[", """{"name":[]}""", "]}}}" },
        { "{\"name\":\"\",\"named\":{\"" + string.Concat(Enumerable.Repeat("\\u0007", 10_000)) + "\":{\"name\":\"\",\"children\":[", """{"name":[]}""", "]}}}" },
        { string.Concat(Enumerable.Repeat("{\"name\":\"\",\"child\":", 60)) + "{\"name\":\"\",\"children\":[", """{"name":[]}""", "]}" + new string('}', 60) },
        { "{\"name\":\"\",\"children\":[{\"name\":[\"" + new string('v', 64 * 1024) + "\"]},", """{"name":[]}""", "]}" },
    };

    [Theory]
    [MemberData(nameof(Violations))]
    public void A_report_costs_no_more_than_a_bounded_line(string open, string item, string close)
    {
        const int Count = 10_000;
        const int MostForOne = 4 * 1024; // two reports, each a path and a quote and the characters that they are made of, and the object itself
        var json = Encoding.UTF8.GetBytes(open + string.Join(',', Enumerable.Repeat(item, Count)) + close);
        var violations = 0;
        var options = Deep with { OnViolation = _ => violations++ };
        WireJson.Read(WireType.Model<Tree>(), json, options);
        var before = GC.GetAllocatedBytesForCurrentThread();

        WireJson.Read(WireType.Model<Tree>(), json, options);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (long)Count * MostForOne + 4 * json.Length);
        Assert.InRange(violations, 2 * Count, 2 * Count + 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task An_item_of_a_page_in_small_pieces_is_read_at_most_twice(int length)
    {
        const int Items = 200;
        // Longer and shorter by turns, with what ends an item inside of others.
        var items = Enumerable.Range(0, Items).Select(i => $$"""{"value":"{{i}}","list":[{{string.Join(',', Enumerable.Repeat("\"},{]\"", i * 7 % 50))}}]}""");
        var body = new PiecesStream(Encoding.UTF8.GetBytes($"{{\"data\":[{string.Join(" , ", items)}]}}"), length);
        var request = new RequestInformation { URI = new("http://s.test/") };
        var answer = new RawResponse(body, request, new CallState(request, Timeout.InfiniteTimeSpan, TimeProvider.System));
        await using var page = new StreamedPage<Twig>(answer, body, ReadOptions.Default, WireType.Model<Twig>(), new JsonPointer("/data"));
        var (batch, read) = (new List<PageItem<Twig>>(), new List<string?>());
        Twig.Values = 0;

        while (await page.ReadAsync(batch, Token))
            read.AddRange(batch.Select(i => i.Value.Value?.Value));

        Assert.Equal(Enumerable.Range(0, Items).Select(i => $"{i}"), read);
        Assert.InRange(Twig.Values, Items, 2 * Items);
    }

    private static string Nest(string open, string inner, string close, int levels) =>
        string.Concat(Enumerable.Repeat(open, levels)) + inner + string.Concat(Enumerable.Repeat(close, levels));

    /// <summary>A model that counts how often its value is read.</summary>
    private sealed class Twig : WireModel, IWireModel<Twig>
    {
        private static readonly WireFields OwnFields = new WireFields(_ => new Twig())
            .Optional("value")
            .Optional("next")
            .Optional("other")
            .Optional("list");

        protected internal override void ReadField(int field, ref WireReader reader)
        {
            switch (field)
            {
                case 0: Value = reader.EnumOrNull<Counted>(); break;
                case 1: Next = reader.Value(WireType.Union<ByField>()); break;
                case 2: Other = reader.Value(WireType.Union<ByNames>()); break;
                case 3: List = reader.Value(WireType.List(WireType.Union<ByField>())); break;
            }
        }

        protected internal override void WriteFields(int group, WireWriter writer)
        {
            writer.Enum(Value);
            writer.Value(WireType.Union<ByField>(), Next);
            writer.Value(WireType.Union<ByNames>(), Other);
            writer.Value(WireType.List(WireType.Union<ByField>()), List);
        }

        public static int Values { get; set; }

        static WireFields IWireModel<Twig>.Fields => OwnFields;

        public Counted? Value { get; set; }

        public ByField? Next { get; set; }

        public ByNames? Other { get; set; }

        public List<ByField>? List { get; set; }

        public static Twig CreateFromDiscriminatorValue(IParseNode parseNode) => new();
    }

    private readonly record struct Counted(string Value) : IWireEnum<Counted>
    {
        public static IReadOnlyList<Counted> KnownValues => [];

        public static Counted FromValue(string value)
        {
            Twig.Values++;
            return new(value);
        }
    }

    /// <summary>A text or a twig, told by the field <c>kind</c>.</summary>
    private sealed class ByField(object value, int index) : WireUnion(value, index), IWireUnion<ByField>
    {
        private static readonly UnionCases<ByField> OwnCases = new UnionCases<ByField>(
                (value, index) => new(value, index), UnionRule.ByKind(forString: 0, forObject: UnionRule.ByProperty("kind", null, ("twig", 1))))
            .Case(WireType.String)
            .Case(WireType.Model<Twig>());

        static UnionCases<ByField> IWireUnion<ByField>.Cases => OwnCases;
    }

    /// <summary>A text or a twig, told by the names of the object's fields.</summary>
    private sealed class ByNames(object value, int index) : WireUnion(value, index), IWireUnion<ByNames>
    {
        private static readonly UnionCases<ByNames> OwnCases = new UnionCases<ByNames>(
                (value, index) => new(value, index), UnionRule.ByKind(forString: 0, forObject: UnionRule.ByKeys(null, UnionRule.HasAll(1, "value"))))
            .Case(WireType.String)
            .Case(WireType.Model<Twig>());

        static UnionCases<ByNames> IWireUnion<ByNames>.Cases => OwnCases;
    }
}
