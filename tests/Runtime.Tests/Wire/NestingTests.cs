using System.Collections;
using System.Text;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;
using Sample.Models;

namespace Kiln.Runtime.Tests.Wire;

/// <summary>However deeply values are nested, reading and writing them ends in a value or in the exception that is promised, also on a thread of little stack.</summary>
public class NestingTests
{
    private static readonly ReadOptions Deepest = new() { MaxDepth = 1000 };

    private static readonly WireType<Tree> Type = WireType.Model<Tree>();

    /// <summary>Each way in which a model can hold another: the property, and the JSON around the inner object.</summary>
    private static readonly Dictionary<string, (Action<Tree, Tree> Hold, string Open, string Close)> Ways = new()
    {
        ["model"] = ((t, c) => t.Child = c, """{"name":"a","child":""", "}"),
        ["list"] = ((t, c) => t.Children = [c], """{"name":"a","children":[""", "]}"),
        ["map"] = ((t, c) => t.Named = new() { ["b"] = c }, """{"name":"a","named":{"b":""", "}}"),
        ["union"] = ((t, c) => t.Branch = c, """{"name":"a","kind":"tree","branch":""", "}"),
        ["union, decided at the end"] = ((t, c) => t.Branch = c, """{"name":"a","branch":""", ""","kind":"tree"}"""),
        ["union of lists"] = ((t, c) => t.Branch = new List<Branch> { c }, """{"name":"a","kind":"tree","branch":[""", "]}"),
        ["tuple"] = ((t, c) => t.Pair = (default, c), """{"name":"a","pair":["00000000-0000-0000-0000-00000000000A",""", "]}"),
        ["lists of lists"] = ((t, c) => t.Cube = [[[c]]], """{"name":"a","cube":[[[""", "]]]}"),
        ["additional data"] = ((t, c) => t.AdditionalData["x"] = c, """{"name":"a","x":""", "}"),
        ["list in additional data"] = ((t, c) => t.AdditionalData["x"] = new List<object> { c }, """{"name":"a","x":[""", "]}"),
    };

    private static readonly Dictionary<string, Func<object>> SelfHolding = new()
    {
        ["dictionary"] = () =>
        {
            var map = new Dictionary<string, object>();
            map["m"] = map;
            return map;
        },
        ["list"] = () =>
        {
            var list = new List<object>();
            list.Add(list);
            return list;
        },
        ["sequence"] = () => new Endless(),
        ["array"] = () =>
        {
            var array = new object[2];
            array[1] = array;
            return array;
        },
        ["untyped list"] = () =>
        {
            var list = new List<UntypedNode>();
            list.Add(new UntypedArray(list));
            return list[0];
        },
        ["untyped object"] = () =>
        {
            var map = new Dictionary<string, UntypedNode>();
            map["m"] = new UntypedObject(map);
            return map["m"];
        },
        ["branch"] = () =>
        {
            var list = new List<Branch>();
            list.Add(list);
            return list[0];
        },
    };

    public static TheoryData<string> WayNames() => [.. Ways.Keys];

    public static TheoryData<string> SelfHoldingNames() => [.. SelfHolding.Keys];

    [Theory]
    [MemberData(nameof(WayNames))]
    public void A_model_that_holds_itself_is_not_written(string way)
    {
        var tree = new Tree { Name = "a" };
        Ways[way].Hold(tree, tree);

        AssertRefused(() => WireJson.Write(Type, tree));
        AssertRefused(() => new RequestInformation().SetJsonContent(Type, tree));
        AssertRefused(() => FreeFormJson.From(tree));
        AssertRefusedByKiota(() => SerializeWithKiota(tree));
    }

    [Theory]
    [MemberData(nameof(WayNames))]
    public void A_chain_of_too_many_models_is_not_written(string way)
    {
        var tree = new Tree { Name = "a" };
        for (var level = 0; level < 5000; level++)
        {
            var outer = new Tree { Name = "a" };
            Ways[way].Hold(outer, tree);
            tree = outer;
        }

        AssertRefused(() => WireJson.Write(Type, tree));
        AssertRefused(() => FreeFormJson.From(tree));
        AssertRefusedByKiota(() => SerializeWithKiota(tree));
    }

    [Theory]
    [MemberData(nameof(SelfHoldingNames))]
    public void Additional_data_that_holds_itself_is_not_written(string name)
    {
        var tree = new Tree { Name = "a", AdditionalData = { ["x"] = SelfHolding[name]() } };

        AssertRefused(() => WireJson.Write(Type, tree));
        AssertRefused(() => FreeFormJson.From(tree.AdditionalData["x"]));
        if (name is not ("sequence" or "branch")) // which Kiota's writer does not take at all
            AssertRefusedByKiota(() => SerializeWithKiota(tree));
    }

    [Theory]
    [MemberData(nameof(WayNames))]
    public void Reading_to_any_depth_ends_in_a_value_or_the_exception(string way)
    {
        var (_, open, close) = Ways[way];
        foreach (var levels in new[] { 8, 60, 120, 240, 499, 998, 5000 })
        {
            var json = Encoding.UTF8.GetBytes(Repeat(open, levels) + """{"name":"z","kind":"tree"}""" + Repeat(close, levels));
            var isTooDeep = levels == 5000;
            foreach (var options in new[] { null, Deepest, Deepest with { OnViolation = _ => { } } })
            {
                var exception = SmallStack.Run(() =>
                {
                    var tree = WireJson.Read(Type, json, options);
                    Assert.NotEmpty(WireJson.Write(Type, tree));
                });
                Assert.True(exception is null or WireFormatException or ArgumentException, exception?.ToString());
                Assert.False(isTooDeep && exception is not WireFormatException);
            }
        }
    }

    [Theory]
    [MemberData(nameof(WayNames))]
    public void The_default_depth_can_be_read_and_written_on_a_small_stack(string way)
    {
        var (_, open, close) = Ways[way];
        var levels = 63 / open.Count(c => c is '{' or '[');
        var json = Encoding.UTF8.GetBytes(Repeat(open, levels) + """{"name":"z","kind":"tree"}""" + Repeat(close, levels));

        Assert.Null(SmallStack.Run(() => Assert.Equal(json.Length, WireJson.Write(Type, WireJson.Read(Type, json)).Length)));
    }

    [Fact]
    public void Elements_of_any_depth_are_read_and_written_on_a_small_stack()
    {
        var json = Encoding.UTF8.GetBytes("""{"name":"a","x":""" + Repeat("[", 999) + Repeat("]", 999) + "}");

        Assert.Null(SmallStack.Run(() =>
        {
            Assert.Equal(json, WireJson.Write(Type, WireJson.Read(Type, json, Deepest)));
            Assert.Equal(json, WireJson.Write(WireType.Json, WireJson.Read(WireType.Json, json, Deepest)));
        }));
        Assert.Throws<WireFormatException>(() => WireJson.Read(Type, json));
    }

    [Fact]
    public void An_element_deeper_than_any_limit_is_not_written()
    {
        using var document = JsonDocument.Parse(Repeat("[", 5000) + Repeat("]", 5000), new JsonDocumentOptions { MaxDepth = 6000 });

        AssertRefused(() => WireJson.Write(WireType.Json, document.RootElement));
    }

    [Theory]
    [MemberData(nameof(WayNames))]
    public void Kiotas_nodes_are_read_to_any_depth_on_a_small_stack(string way)
    {
        var (_, open, close) = Ways[way];
        foreach (var levels in new[] { 20, 63, 240, 5000 })
        {
            var json = Encoding.UTF8.GetBytes(Repeat(open, levels) + """{"name":"z"}""" + Repeat(close, levels));
            foreach (var factory in new IParseNodeFactory[] { new Utf8JsonParseNodeFactory(Deepest), new JsonParseNodeFactory() })
            {
                AssertPromised(SmallStack.Run(() => Node(factory, json).GetObjectValue(Tree.CreateFromDiscriminatorValue)));
                AssertPromised(SmallStack.Run(() => Node(factory, json).GetObjectValue(UntypedNode.CreateFromDiscriminatorValue)));
            }
        }
    }

    [Fact]
    public void A_form_that_came_at_every_level_costs_no_more_than_the_text()
    {
        // Each level's form holds all those inside it: 60 levels would be compared 2 to the power of 60 times.
        var (_, open, close) = Ways["tuple"];
        var json = Repeat(open, 31) + """{"name":"z"}""" + Repeat(close, 31);
        var tree = Json.Read(Type, json);
        Assert.Equal(json, Json.Write(Type, tree));

        tree.Pair!.Value.Item2.Pair!.Value.Item2.Name = "changed";
        Assert.Contains("changed", Json.Write(Type, tree));
    }

    private static void AssertRefused(Action write)
    {
        Assert.IsType<ArgumentException>(Record.Exception(write));
        Assert.IsType<ArgumentException>(SmallStack.Run(write));
    }

    // Kiota's own writer knows when a model holds itself, and says so by an exception of its own.
    private static void AssertRefusedByKiota(Action write)
    {
        Assert.True(Record.Exception(write) is ArgumentException or JsonException);
        Assert.True(SmallStack.Run(write) is ArgumentException or JsonException);
    }

    private static void AssertPromised(Exception? exception) => Assert.True(exception is null or JsonException, exception?.ToString());

    private static IParseNode Node(IParseNodeFactory factory, byte[] json)
    {
        using var stream = new MemoryStream(json);
        return factory.GetRootParseNodeAsync("application/json", stream).GetAwaiter().GetResult();
    }

    private static void SerializeWithKiota(Tree tree)
    {
        using var writer = new JsonSerializationWriter();
        writer.WriteObjectValue(null, tree);
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private sealed class Endless : IEnumerable
    {
        public IEnumerator GetEnumerator()
        {
            yield return this;
        }
    }
}
