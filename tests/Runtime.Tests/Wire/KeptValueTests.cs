using System.Text;
using System.Text.Json;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Wire;

/// <summary>A value that its property cannot take whole is kept as it came, also inside of another such value.</summary>
public class KeptValueTests
{
    private static readonly WireType<Tree> Type = WireType.Model<Tree>();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\n\t")]
    public void Values_inside_each_other_are_each_kept(string space)
    {
        var json = new StringBuilder("""{"name":"z"}""");
        for (var level = 0; level < 25; level++)
        {
            json.Insert(0, $$"""{{{space}}"pair":{{space}}[[{"x":[{{level}}]},"é"],{{space}}""").Append(
                $$""",{"name":"more"}]{{space}},"cube":[0,[[{"name":[{{level}}]}],{"a":1}]],"name":"{{level}}"}""");
        }

        var tree = Json.Read(Type, json.ToString());

        Assert.Equal(Compact(json.ToString()), Compact(Json.Write(Type, tree)));
        for (var level = 24; level >= 0; level--)
        {
            var kept = (JsonElement)tree.AdditionalData["pair"];
            Assert.Contains($$"""[{"x":[{{level}}]},"é"]""", kept.GetRawText());
            Assert.StartsWith($"[[{{\"x\":[{level}]", kept.GetRawText());
            Assert.Equal($$"""[0,[[{"name":[{{level}}]}],{"a":1}]]""", ((JsonElement)tree.AdditionalData["cube"]).GetRawText());
            Assert.Equal($"[{level}]", ((JsonElement)tree.Cube![0][0][0].AdditionalData["name"]).GetRawText());
            Assert.Equal($"{level}", tree.Name);
            tree = tree.Pair!.Value.Item2;
        }
        Assert.Equal("z", tree.Name);
        Assert.Empty(tree.AdditionalData);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_do_not_move_what_is_kept_after_them()
    {
        byte[] json = [.. "{\"pair\":[\""u8, 0xFF, 0xFF, .. "\",{\"name\":[1],\"pair\":[\""u8, 0xFE, .. "\",{\"name\":[2]}]}]}"u8];

        var tree = WireJson.Read(Type, json);

        var inner = tree.Pair!.Value.Item2;
        Assert.Equal("[1]", ((JsonElement)inner.AdditionalData["name"]).GetRawText());
        Assert.Equal("[\"\ufffd\",{\"name\":[2]}]", ((JsonElement)inner.AdditionalData["pair"]).GetRawText());
        Assert.Equal("[2]", ((JsonElement)inner.Pair!.Value.Item2.AdditionalData["name"]).GetRawText());
    }

    [Fact]
    public void Of_equal_names_only_the_last_is_kept()
    {
        var tree = Json.Read(Type, """{"pair":[0,{"name":[1],"name":"a"}],"pair":[1,{"name":"b","name":[2]}],"child":{"pair":[2,{}],"pair":null}}""");

        Assert.Equal("""[1,{"name":"b","name":[2]}]""", ((JsonElement)tree.AdditionalData["pair"]).GetRawText());
        Assert.Equal("[2]", ((JsonElement)tree.Pair!.Value.Item2.AdditionalData["name"]).GetRawText());
        Assert.Empty(tree.Child!.AdditionalData);
    }

    private static string Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        return string.Join('|', Texts(document.RootElement).Order());
    }

    // Order of members aside, which is that of the model's fields.
    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value).Select(t => p.Name + "." + t)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((e, i) => Texts(e).Select(t => i + "." + t)),
        _ => [element.GetRawText()],
    };
}
