using System.Text.Json;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using static Kiln.Runtime.Tests.Requests.Parameters.ParameterBuilder;

namespace Kiln.Runtime.Tests.Requests.Parameters;

/// <summary>The table "Style Examples" of OpenAPI 3.2.0, and what it does not say.</summary>
public class StyleTests
{
    private static readonly WireType<IReadOnlyList<string>> Texts = WireType.ReadOnlyList(WireType.String);
    private static readonly WireType<Dictionary<string, int>> Numbers = WireType.Dictionary(WireType.Int32);

    private static readonly string[] Colors = ["blue", "black", "brown"];
    private static readonly Dictionary<string, int> Shares = new() { ["R"] = 100, ["G"] = 200, ["B"] = 150 };

    [Theory]
    [InlineData(ParameterStyle.Simple, "blue", "blue,black,brown", "R,100,G,200,B,150")]
    [InlineData(ParameterStyle.SimpleExploded, "blue", "blue,black,brown", "R=100,G=200,B=150")]
    [InlineData(ParameterStyle.Label, ".blue", ".blue,black,brown", ".R,100,G,200,B,150")]
    [InlineData(ParameterStyle.LabelExploded, ".blue", ".blue.black.brown", ".R=100.G=200.B=150")]
    [InlineData(ParameterStyle.Matrix, ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.MatrixExploded, ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150")]
    [InlineData(ParameterStyle.SpaceDelimited, "blue", "blue%20black%20brown", "R%20100%20G%20200%20B%20150")]
    [InlineData(ParameterStyle.PipeDelimited, "blue", "blue%7Cblack%7Cbrown", "R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData(ParameterStyle.TabDelimited, "blue", "blue%09black%09brown", "R%09100%09G%09200%09B%09150")]
    [InlineData(ParameterStyle.Json, "%22blue%22", "%5B%22blue%22%2C%22black%22%2C%22brown%22%5D", "%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D")]
    public void In_a_path(ParameterStyle style, string single, string list, string @object)
    {
        Assert.Equal(single, Segment(() => PathText.Of("color", WireType.String, "blue", style)));
        Assert.Equal(list, Segment(() => PathText.Of("color", Texts, Colors, style)));
        Assert.Equal(@object, Segment(() => PathText.Of("color", Numbers, Shares, style)));
    }

    [Theory]
    [InlineData(ParameterStyle.Form, "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.FormExploded, "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150")]
    [InlineData(ParameterStyle.SpaceDelimited, "color=blue", "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150")]
    [InlineData(ParameterStyle.PipeDelimited, "color=blue", "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData(ParameterStyle.TabDelimited, "color=blue", "color=blue%09black%09brown", "color=R%09100%09G%09200%09B%09150")]
    [InlineData(ParameterStyle.DeepObject, "color=blue", "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    [InlineData(ParameterStyle.DeepObjectWithBrackets, "color=blue", "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    [InlineData(ParameterStyle.DeepObjectRepeated, "color=blue", "color=blue&color=black&color=brown", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    [InlineData(ParameterStyle.Json, "color=%22blue%22", "color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D", "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D")]
    public void In_a_query(ParameterStyle style, string single, string list, string @object)
    {
        Assert.Equal("?" + single, Query(url => url.AppendQueryObject("color", WireType.String, "blue", style)));
        Assert.Equal("?" + list, Query(url => url.AppendQueryObject("color", Texts, Colors, style)));
        Assert.Equal("?" + @object, Query(url => url.AppendQueryObject("color", Numbers, Shares, style)));
        if (style is ParameterStyle.Form or ParameterStyle.FormExploded or ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.TabDelimited)
            Assert.Equal("?" + list, Query(url => url.AppendQueryList("color", WireType.String, Colors, style)));
    }

    [Theory]
    [InlineData(ParameterStyle.Simple, "blue", "blue,black,brown", "R,100,G,200,B,150")]
    [InlineData(ParameterStyle.SimpleExploded, "blue", "blue,black,brown", "R=100,G=200,B=150")]
    [InlineData(ParameterStyle.PipeDelimited, "blue", "blue|black|brown", "R|100|G|200|B|150")]
    [InlineData(ParameterStyle.Json, "\"blue\"", "[\"blue\",\"black\",\"brown\"]", "{\"R\":100,\"G\":200,\"B\":150}")]
    public void In_a_header(ParameterStyle style, string single, string list, string @object)
    {
        Assert.Equal(single, Header("X-Color", r => r.AddHeader("X-Color", WireType.String, "blue", style)));
        Assert.Equal(list, Header("X-Color", r => r.AddHeader("X-Color", Texts, Colors, style)));
        Assert.Equal(@object, Header("X-Color", r => r.WithHeader("X-Color", Numbers, Shares, style)));
    }

    [Theory]
    [InlineData(ParameterStyle.Form, "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.FormExploded, "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150")]
    [InlineData(ParameterStyle.Cookie, "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.CookieExploded, "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150")]
    [InlineData(ParameterStyle.Json, "color=%22blue%22", "color=[%22blue%22%2C%22black%22%2C%22brown%22]", "color={%22R%22:100%2C%22G%22:200%2C%22B%22:150}")]
    public void In_a_cookie(ParameterStyle style, string single, string list, string @object)
    {
        Assert.Equal(single, Header("Cookie", r => r.AddCookie("color", WireType.String, "blue", style)));
        Assert.Equal(list, Header("Cookie", r => r.AddCookie("color", Texts, Colors, style)));
        Assert.Equal(@object, Header("Cookie", r => r.WithCookie("color", Numbers, Shares, style)));
    }

    [Theory]
    [InlineData(ParameterStyle.Simple, "a%2Cb,c.d", "a%2Cb,1")]
    [InlineData(ParameterStyle.SimpleExploded, "a%2Cb,c.d", "a%2Cb=1")]
    [InlineData(ParameterStyle.Label, ".a%2Cb,c.d", ".a%2Cb,1")]
    [InlineData(ParameterStyle.LabelExploded, ".a%2Cb.c%2Ed", ".a%2Cb=1")]
    [InlineData(ParameterStyle.Matrix, ";color=a%2Cb,c.d", ";color=a%2Cb,1")]
    [InlineData(ParameterStyle.MatrixExploded, ";color=a%2Cb;color=c.d", ";a%2Cb=1")]
    public void What_separates_items_is_encoded_within_them(ParameterStyle style, string list, string @object)
    {
        Assert.Equal(list, Segment(() => PathText.Of("color", Texts, ["a,b", "c.d"], style)));
        Assert.Equal(@object, Segment(() => PathText.Of("color", Numbers, new() { ["a,b"] = 1 }, style)));
    }

    [Fact]
    public void A_full_stop_is_encoded_within_the_items_of_a_label_and_not_within_a_single_value()
    {
        Assert.Equal(".a%3Db.1=5", Segment(() => PathText.Of("color", WireType.Dictionary(WireType.String), new() { ["a=b.1"] = "5" }, ParameterStyle.LabelExploded)).Replace("%2E", ".", StringComparison.Ordinal));
        Assert.Equal(".a%2Eb=1%2E5", Segment(() => PathText.Of("color", WireType.Dictionary(WireType.String), new() { ["a.b"] = "1.5" }, ParameterStyle.LabelExploded)));
        Assert.Equal(".1.5", Segment(() => PathText.Of("color", WireType.Double, 1.5, ParameterStyle.LabelExploded)));
    }

    [Theory]
    [InlineData(ParameterStyle.SpaceDelimited, "a b")]
    [InlineData(ParameterStyle.PipeDelimited, "a|b")]
    [InlineData(ParameterStyle.TabDelimited, "a\tb")]
    public void An_item_that_could_be_two_is_refused_where_nothing_can_be_encoded(ParameterStyle style, string item)
    {
        AssertRefused("color", () => Query(url => url.AppendQueryList("color", WireType.String, ["x", item], style)));
        AssertRefused("color", () => Query(url => url.AppendQueryObject("color", Texts, ["x", item], style)));
        AssertRefused("color", () => Segment(() => PathText.Of("color", Texts, ["x", item], style)));
        AssertRefused("color", () => Query(url => url.AppendQueryList("color", WireType.String, [item], style)));
        AssertRefused("color", () => Query(url => url.AppendQueryObject("color", Texts, [item], style)));
        Assert.NotEmpty(Query(url => url.AppendQueryObject("color", WireType.String, item, style)));
    }

    [Fact]
    public void An_item_with_a_comma_is_refused_in_headers_and_cookies()
    {
        AssertRefused("X-Color", () => Header("X-Color", r => r.AddHeader("X-Color", Texts, ["x", "a,b"], ParameterStyle.Simple)));
        AssertRefused("X-Color", () => Header("X-Color", r => r.AddHeader("X-Color", Numbers, new() { ["a=b"] = 1 }, ParameterStyle.SimpleExploded)));
        AssertRefused("color", () => Header("Cookie", r => r.AddCookie("color", Texts, ["x", "a,b"])));
        AssertRefused("X-Color", () => Header("X-Color", r => r.AddHeader("X-Color", Texts, ["a,b"], ParameterStyle.Simple)));
        AssertRefused("color", () => Header("Cookie", r => r.AddCookie("color", Texts, ["a,b"])));
        Assert.Equal("a,b", Header("X-Color", r => r.AddHeader("X-Color", WireType.String, "a,b", ParameterStyle.Simple)));
        Assert.Equal("color=a%2Cb", Header("Cookie", r => r.AddCookie("color", WireType.String, "a,b")));
        AssertRefused("color", () => Header("Cookie", r => r.AddCookie("color", WireType.String, "a;b", ParameterStyle.Cookie)));
    }

    [Fact]
    public void Objects_and_lists_are_nested_to_any_depth()
    {
        var json = JsonSerializer.SerializeToElement(new { a = new { b = new[] { 1, 2 } }, c = new object[] { new { d = "x y" }, new { d = "z" } }, e = (string?)null, f = Array.Empty<int>() });

        Assert.Equal(
            "?q%5Ba%5D%5Bb%5D%5B0%5D=1&q%5Ba%5D%5Bb%5D%5B1%5D=2&q%5Bc%5D%5B0%5D%5Bd%5D=x%20y&q%5Bc%5D%5B1%5D%5Bd%5D=z",
            Query(url => url.AppendQueryObject("q", WireType.Json, json, ParameterStyle.DeepObject)));
        Assert.Equal(
            "?q%5Ba%5D%5Bb%5D%5B%5D=1&q%5Ba%5D%5Bb%5D%5B%5D=2&q%5Bc%5D%5B0%5D%5Bd%5D=x%20y&q%5Bc%5D%5B1%5D%5Bd%5D=z",
            Query(url => url.AppendQueryObject("q", WireType.Json, json, ParameterStyle.DeepObjectWithBrackets)));
        Assert.Equal(
            "?a=%7B%22b%22%3A%5B1%2C2%5D%7D&c=%7B%22d%22%3A%22x%20y%22%7D&c=%7B%22d%22%3A%22z%22%7D",
            Query(url => url.AppendQueryObject("q", WireType.Json, json, ParameterStyle.FormExploded)));
    }

    [Fact]
    public void Values_without_content_are_not_sent_in_a_query_and_refused_in_a_path() => Assert.All(Enum.GetValues<ParameterStyle>().Where(s => s != ParameterStyle.Json), style =>
    {
        Assert.Equal("", Query(url => url.AppendQueryObject("color", Texts, null, style)));
        Assert.Equal("", Query(url => url.AppendQueryObject("color", Texts, [], style)));
        Assert.Equal("", Query(url => url.AppendQueryObject("color", Numbers, [], style)));
        Assert.Null(Header("X-Color", r => r.AddHeader("X-Color", Texts, [], style)));
        Assert.Null(Header("Cookie", r => r.AddCookie("color", Texts, [], style)));
        AssertRefused("color", () => Segment(() => PathText.Of("color", Texts, [], style)));
        AssertRefused("color", () => Segment(() => PathText.Of("color", Texts, null!, style)));
    });

    [Fact]
    public void An_empty_list_is_sent_where_empty_values_are_allowed() =>
        Assert.Equal("?color=", Query(url => url.AppendQueryList("color", WireType.String, [], ParameterStyle.FormExploded, allowEmpty: true)));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    public void A_label_that_would_be_a_dot_segment_is_refused(string text)
    {
        Assert.Throws<ArgumentException>(() => Segment(() => PathText.Of("color", WireType.String, text, ParameterStyle.Label)));
        Assert.Throws<ArgumentException>(() => Segment(() => PathText.Of("color", Texts, [""], ParameterStyle.Label)));
        Assert.Throws<ArgumentException>(() => Segment(() => default));
    }

    [Fact]
    public void Reserved_characters_stay_where_they_are_allowed_and_mean_nothing()
    {
        const string Text = ":/?#[]@!$&'()*+,;=% é";

        Assert.Equal("?q=:/?%23%5B%5D@!$%26'()*%2B%2C;=%25%20%C3%A9", Query(url => url.AppendQuery("q", WireType.String, Text, allowReserved: true)));
        Assert.Equal("?q=a/b,c%2Cd", Query(url => url.AppendQueryList("q", WireType.String, ["a/b", "c,d"], ParameterStyle.Form, allowReserved: true)));
        Assert.Equal(":%2F%3F%23%5B%5D@!$%26'()*%2B%2C%3B%3D%25%20%C3%A9", Segment(() => PathText.Of("q", WireType.String, Text, allowReserved: true)));
    }

    [Fact]
    public void Values_without_a_text_are_refused_and_the_parameter_is_named()
    {
        AssertRefused("x", () => Query(url => url.AppendQuery("x", WireType.Double, double.NaN)));
        AssertRefused("x", () => Query(url => url.AppendQueryList("x", WireType.Single, [1, float.PositiveInfinity], ParameterStyle.Form)));
        AssertRefused("x", () => Query(url => url.AppendQueryObject("x", WireType.Dictionary(WireType.Double), new() { ["a"] = double.NaN }, ParameterStyle.DeepObject)));
        AssertRefused("x", () => Query(url => url.AppendQuery("x", WireType.String, "\ud800")));
        AssertRefused("x", () => Query(url => url.AppendQueryList("x", WireType.String, ["a", null!], ParameterStyle.FormExploded)));
        AssertRefused("x", () => Query(url => url.AppendQueryObject("x", Texts, ["a", null!], ParameterStyle.DeepObject)));
        AssertRefused("x", () => Segment(() => PathText.Of("x", WireType.Double, double.NegativeInfinity)));
        AssertRefused("x", () => Segment(() => PathText.Of("x", Texts, ["\udc00"])));
        AssertRefused("x", () => Header("x", r => r.AddHeader("x", WireType.Double, double.NaN)));
        AssertRefused("x", () => Header("x", r => r.WithHeader("x", WireType.String, null!)));
        AssertRefused("x", () => Header("Cookie", r => r.WithCookie("x", WireType.String, null!)));
    }

    [Theory]
    [InlineData("filter%5Bname%5D=x&filter[age]=1&other[name]=2&page=1", "?other[name]=2&page=1&filter%5Bname%5D=y")]
    [InlineData("filter=1", "?filter=1&filter%5Bname%5D=y")]
    public void An_object_replaces_all_of_itself_in_a_url_given_whole(string query, string expected) => Assert.Equal(
        expected,
        QueryAfter($"{Base}/next?{query}", url => url.AppendQueryObject("filter", WireType.Dictionary(WireType.String), new() { ["name"] = "y" }, ParameterStyle.DeepObject)));

    [Fact]
    public void A_value_may_be_the_whole_query()
    {
        Assert.Equal("?R=100&G=200&B=150", Query(url => url.AppendQueryString("q", Numbers, Shares, ParameterStyle.FormExploded)));
        Assert.Equal("?%7B%22R%22%3A1%7D", Query(url => url.AppendQueryString("q", Numbers, new() { ["R"] = 1 }, ParameterStyle.Json)));
        Assert.Equal("?R=1", QueryAfter($"{Base}/next?G=5#x", url => url.AppendQueryString("q", Numbers, new() { ["R"] = 1 }, ParameterStyle.FormExploded)));
    }

    [Fact]
    public void Cookies_stand_in_one_header_and_are_encoded_where_they_must_be()
    {
        Assert.Equal("a=x%20y%3B%25; b=dG9rZW4=; s=1; t=2", Header("Cookie", r =>
        {
            r.Headers.Add("Cookie", "a=x%20y%3B%25; b=old");
            r.AddCookie("a", WireType.String, "given way");
            r.WithCookie("b", WireType.String, "dG9rZW4=");
            r.AddCookie("s", WireType.Nullable(WireType.Int32), 1);
            r.AddCookie("t", WireType.String, "2");
            r.AddCookie("u", WireType.String, null);
        }));
        Assert.Equal("a%20b=x%20%22%2C%3B%5C%25%C3%A9/+=", Header("Cookie", r => r.AddCookie("a b", WireType.String, "x \",;\\%é/+=")));
    }

    [Fact]
    public void A_header_that_must_be_given_replaces_the_callers_and_another_gives_way()
    {
        Assert.Equal("b", Header("X", r =>
        {
            r.Headers.Add("X", "a");
            r.WithHeader("X", WireType.String, "b");
        }));
        Assert.Equal("a", Header("X", r =>
        {
            r.Headers.Add("X", "a");
            r.AddHeader("X", WireType.String, "b");
        }));
    }

    private static void AssertRefused(string parameter, Action send) => Assert.Contains(parameter, Assert.Throws<ArgumentException>(send).Message, StringComparison.Ordinal);
}
