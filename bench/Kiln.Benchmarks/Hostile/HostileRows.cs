using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;
using SentinelOne.ThreatEvents.Models;

namespace Kiln.Benchmarks.Hostile;

/// <summary>One kind of input that is made to cost more than its size, beside the same without what makes it so.</summary>
/// <param name="Kind">The line is <c>hostile.</c> and this.</param>
/// <param name="Hostile">What an attacker sends.</param>
/// <param name="Plain">What a service sends that does the same work for each byte; of any size, as a byte's time is compared.</param>
/// <param name="Run">Does with either what is measured.</param>
/// <param name="RunPlain">Does it with the plain input, where what makes the other hostile is not in its bytes; null for the same.</param>
internal sealed record HostileRow(string Kind, byte[] Hostile, byte[] Plain, Action<byte[]> Run, Action<byte[]>? RunPlain = null);

/// <summary>All kinds. A new one is a new row.</summary>
internal static class HostileRows
{
    private const int Levels = 60;
    private const int SmallPiece = 256;
    private const int LargePiece = 64 * 1024;
    private const int CursorPages = 16;
    private const int CursorPage = 32 * 1024;
    private const string SmallEvent = """{"id":"1569749506538362650","createdAt":"2021-12-14T20:23:46Z","eventType":"File Creation","processName":"scp"}""";

    private static readonly string Zeros = $"{{\"kind\":\"twig\",\"unknown\":[{string.Join(',', Enumerable.Repeat(0, 5000))}]}}";

    private static readonly ReadOptions Telling = new() { OnViolation = static _ => { } };

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        new(
            "nested-unions",
            HostileBody.List(HostileBody.Nested("""{"name":"a","next":""", Zeros, ""","kind":"twig"}""", Levels)),
            HostileBody.List(HostileBody.Nested("""{"kind":"twig","name":"a","next":""", Zeros, "}", Levels)),
            Read(WireType.List(WireType.Union<TwigOrText>()))),
        new(
            "violation-paths",
            HostileBody.Of("{\"named\":{\"" + new string('n', 64 * 1024) + "\":{\"named\":{", i => $$"""
                "k{{i}}":{"name":[]}
                """, "}}}}"),
            HostileBody.Of("{\"named\":{\"n\":{\"named\":{", i => $$"""
                "k{{i}}":{"name":[]}
                """, "}}}}"),
            Read(WireType.Model<Twig>(), Telling)),
        new(
            "violation-depth",
            HostileBody.List(HostileBody.Nested("""{"pair":[0,""", "{}", "]}", 30)),
            HostileBody.List("""{"pair":[0,{}]}"""),
            Read(WireType.List(WireType.Model<Twig>()), Telling)),
        new(
            "nested-losses",
            HostileBody.List(HostileBody.Nested("""{"pair":[0,""", "{}", "]}", 30)),
            HostileBody.List("""{"pair":[0,{}]}"""),
            Read(WireType.List(WireType.Model<Twig>()))),
        new(
            "repeated-names",
            HostileBody.Map(i => i % 2 == 0 ? "\"name\":[]" : "\"name\":\"a\""),
            HostileBody.List("""{"name":[]},{"name":"a"}"""),
            Read(WireType.Model<Twig>(), WireType.List(WireType.Model<Twig>()))),
        new(
            "repeated-event-fields",
            HostileBody.Map(_ => "\"id\":null"),
            HostileBody.List("""{"name":null,"note":null}"""),
            Read(WireType.Model<ThreatEvent>(), WireType.List(WireType.Model<Twig>()))),
        new("bad-texts", HostileBody.List("\"a\\ud800\""), HostileBody.List("\"a\\u00e9\""), Read(WireType.List(WireType.String))),
        new("bad-utf8", Latin1("\"a\u00ff\u00ff\u00ff\u00ff\""), HostileBody.List("\"aéé\""), Read(WireType.List(WireType.String))),
        new("bad-elements", HostileBody.List("\"a\\ud800\""), HostileBody.List("\"a\\u00e9\""), Read(WireType.List(WireType.Json))),
        new("bad-names", HostileBody.Map(i => $"\"{i}\\ud800\":\"\""), HostileBody.Map(i => $"\"{i}\\u00e9\":\"\""), Read(WireType.Dictionary(WireType.String))),
        new("bad-unknown-names", HostileBody.Map(i => $"\"{i}\\ud800\":0"), HostileBody.Map(i => $"\"{i}\\u00e9\":0"), ReadAndWrite(WireType.Model<Twig>())),
        new("long-double", HostileBody.Long("[", '7', "]"), HostileBody.List("7777777777.7"), Read(WireType.List(WireType.Double))),
        new("long-decimal", HostileBody.Long("[0.", '7', "]"), HostileBody.List("7777777777.7"), Read(WireType.List(WireType.Decimal))),
        new("long-integer", HostileBody.Long("[1.", '0', "]"), HostileBody.List("7777777777"), Read(WireType.List(WireType.Int64))),
        new("long-date", HostileBody.Long("[\"2021-12-14T20:23:45.", '7', "Z\"]"), HostileBody.List("\"2021-12-14T20:23:45.777Z\""), Read(WireType.List(WireType.DateTime))),
        new("long-uri", HostileBody.List("\"http://a" + string.Concat(Enumerable.Repeat("/..", 20_000)) + "\""), HostileBody.List(i => $"\"http://a/{i}/../b\""), Read(WireType.List(WireType.Uri))),
        new("long-base64", HostileBody.Long("[\"\\u0041AAA", 'A', "\"]"), HostileBody.List("\"AAAA\""), Read(WireType.List(WireType.Base64))),
        new("bad-durations", HostileBody.List("\"P1X\""), HostileBody.List("\"P1D\""), Read(WireType.List(WireType.Duration))),
        new("small-pieces", Page(SmallEvent), Page(SmallEvent), PageWalk.InPieces(SmallPiece), PageWalk.InPieces(LargePiece)),
        new("long-item-in-pieces", Page(LongEvent), Page(LongEvent), PageWalk.InPieces(SmallPiece), PageWalk.InPieces(LargePiece)),
        new("long-text-in-pieces", LongTextBefore, LongTextBefore, PageWalk.InPieces(SmallPiece), PageWalk.InPieces(LargePiece)),
        new("space-between-items", SpacedPage, SpacedPage, PageWalk.InPieces(SmallPiece), PageWalk.InPieces(LargePiece)),
        new("long-cursors", PageWalk.WithCursors(CursorPages, 30_000, CursorPage), PageWalk.WithCursors(CursorPages, 30, CursorPage), PageWalk.OfPages(CursorPages)),
        new("table-cells", HostileBody.List(i => i == 0 ? LongEvent : SmallEvent), HostileBody.List(SmallEvent), EventTable.Write),
        new("nested-forms", Forms(30), Forms(1), ReadAndWrite(WireType.List(WireType.Model<Twig>()))),
    ];

    private static byte[] Page(string threatEvent) => HostileBody.Of("{\"data\":[", _ => threatEvent, "],\"pagination\":{\"totalItems\":1}}");

    private static byte[] LongTextBefore => HostileBody.Long("{\"unknown\":\"", 'x', "\",\"data\":[" + SmallEvent + "],\"pagination\":{\"totalItems\":1}}");

    private static byte[] SpacedPage => HostileBody.Long("{\"data\":[" + SmallEvent, ' ', "," + SmallEvent + "],\"pagination\":{\"totalItems\":1}}");

    private static string LongEvent => SmallEvent.Replace("scp", new string('x', HostileBody.Bytes));

    private static byte[] Forms(int levels) => HostileBody.List(
        HostileBody.Nested("{\"name\":\"a\",\"pair\":[\"00000000-0000-0000-0000-00000000000A\",", "{}", "]}", levels));

    private static byte[] Latin1(string item) => System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.UTF8.GetString(HostileBody.List(item)));

    private static Action<byte[]> Read<T>(WireType<T> type, ReadOptions? options = null) => json => WireJson.Read(type, json, options);

    // A body that is one object, beside a list of such.
    private static Action<byte[]> Read<T1, T2>(WireType<T1> map, WireType<T2> list) => json =>
    {
        if (json[0] == '{')
            WireJson.Read(map, json);
        else
            WireJson.Read(list, json);
    };

    private static Action<byte[]> ReadAndWrite<T>(WireType<T> type) => json => WireJson.Write(type, WireJson.Read(type, json));
}
