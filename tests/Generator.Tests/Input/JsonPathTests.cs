using CsCheck;
using Kiln.Generator.Specs.Overlays;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Specs;

namespace Kiln.Generator.Tests.Input;

/// <summary>Queries (RFC 9535), most of them the RFC's own examples.</summary>
public sealed class JsonPathTests
{
    private const string Store = """
        { "store": {
            "book": [
              { "category": "reference", "author": "Nigel Rees", "title": "Sayings", "price": 8.95 },
              { "category": "fiction", "author": "Evelyn Waugh", "title": "Sword", "price": 12.99 },
              { "category": "fiction", "author": "Herman Melville", "title": "Moby", "isbn": "0-553", "price": 8.99 },
              { "category": "fiction", "author": "J. R. R. Tolkien", "title": "Rings", "isbn": "0-395", "price": 22.99 } ],
            "bicycle": { "color": "red", "price": 399 } },
          "x-odd name": [0, 1, 2, 3, 4, 5, 6], "": null, "é'": true }
        """;

    [Theory]
    [InlineData("$.store.book[*].author", "Nigel Rees|Evelyn Waugh|Herman Melville|J. R. R. Tolkien")]
    [InlineData("$..author", "Nigel Rees|Evelyn Waugh|Herman Melville|J. R. R. Tolkien")]
    [InlineData("$.store..price", "8.95|12.99|8.99|22.99|399")]
    [InlineData("$..book[2].title", "Moby")]
    [InlineData("$..book[-1].title", "Rings")]
    [InlineData("$..book[0,1].title", "Sayings|Sword")]
    [InlineData("$..book[:2].title", "Sayings|Sword")]
    [InlineData("$..book[?@.isbn].title", "Moby|Rings")]
    [InlineData("$..book[?!@.isbn].title", "Sayings|Sword")]
    [InlineData("$..book[?@.price<10].title", "Sayings|Moby")]
    [InlineData("$..book[?(@.price >= 8.99 && @.category == 'fiction')].title", "Sword|Moby|Rings")]
    [InlineData("$..book[?@.price==8.95 || @.price==22.99].title", "Sayings|Rings")]
    [InlineData("$..book[?match(@.author, '.*Waugh')].title", "Sword")]
    [InlineData("$..book[?search(@.author, 'R')].title", "Sayings|Rings")]
    [InlineData("$..book[?match(@.author, 'R')].title", "")]
    [InlineData("$..book[?match(@.author, '(')].title", "")]
    [InlineData("$..book[?length(@.title) > 5].title", "Sayings")]
    [InlineData("$..book[?count(@.*) == 5].title", "Moby|Rings")]
    [InlineData("$..book[?value(@..isbn) == '0-395'].title", "Rings")]
    [InlineData("$..book[?@.price > $.store.book[0].price && @.price < $.store.book[1].price].title", "Moby")]
    [InlineData("$..book[?@.nothing == @.nowhere].title", "Sayings|Sword|Moby|Rings")]
    [InlineData("$['x-odd name'][1:5:2]", "1|3")]
    [InlineData("$['x-odd name'][5:1:-2]", "5|3")]
    [InlineData("$['x-odd name'][::-1]", "6|5|4|3|2|1|0")]
    [InlineData("$['x-odd name'][-2:]", "5|6")]
    [InlineData("$['x-odd name'][1:5:0]", "")]
    [InlineData("$['x-odd name'][?@ == 3]", "3")]
    [InlineData("$['']", "null")]
    [InlineData("$[\"\\u00e9'\"]", "true")]
    [InlineData("$ .store ['bicycle'] .color", "red")]
    [InlineData("$.store.book[9]", "")]
    [InlineData("$.store.book.title", "")]
    public void Picks(string query, string expected) => Assert.Equal(expected, string.Join("|", Pick(query).Select(m => ((SpecScalar)m.Node).Text)));

    [Theory]
    [InlineData("")]
    [InlineData("store")]
    [InlineData("$.")]
    [InlineData("$..")]
    [InlineData("$[")]
    [InlineData("$[]")]
    [InlineData("$['a]")]
    [InlineData("$[1")]
    [InlineData("$[99999999999999]")]
    [InlineData("$.1")]
    [InlineData("$.a b")]
    [InlineData("$[?]")]
    [InlineData("$[?'a']")]
    [InlineData("$[?@.a ==]")]
    [InlineData("$[?(@.a]")]
    [InlineData("$[?nothing(@)]")]
    [InlineData("$['\\x']")]
    public void Says_what_is_wrong(string query)
    {
        Assert.Null(JsonPathParser.Parse(query, out var problem));
        Assert.NotEqual("", problem);
    }

    [Fact]
    public void What_was_picked_knows_its_keys() => Assert.Equal(["store", "book", "3", "isbn"], Pick("$..book[-1].isbn").Single().Keys());

    [Fact]
    public void A_query_for_too_much_ends() => Assert.Null(JsonPathEvaluator.Evaluate(Parsed("$..*..*..*..*..*..*..*..*[?@..*..*..*]"), Nested(), Budget(), TestContext.Current.CancellationToken));

    [Fact]
    public void A_query_of_deep_brackets_ends() => Assert.Null(JsonPathParser.Parse("$[?" + new string('(', 100_000), out _));

    [Fact]
    public void No_text_makes_the_parser_fail() =>
        Gen.OneOf("$", "@", ".", "..", "*", "[", "]", "(", ")", "?", "'", "\"", "\\", ",", ":", "!", "==", "<", "&&", "||", "a", "x-b", "1", "-", "e", "count(", "length(", "match(", " ", "true", "null", "\u0000", "é")
            .Array[0, 30]
            .Select(parts => "$" + string.Concat(parts))
            .Sample(query =>
            {
                if (JsonPathParser.Parse(query, out _) is { } path)
                    JsonPathEvaluator.Evaluate(path, Trees.Read(Store), new(), CancellationToken.None);
            }, iter: 5_000);

    [Fact]
    public void Many_queries_share_what_they_may_ask_for()
    {
        var budget = Budget();
        var root = Nested();
        var picked = Enumerable.Range(0, 1_000_000)
            .Select(_ => JsonPathEvaluator.Evaluate(Parsed("$..*..*"), root, budget, TestContext.Current.CancellationToken))
            .TakeWhile(p => p is not null)
            .Count();
        Assert.InRange(picked, 1, 100_000);
    }

    private static IReadOnlyList<PathMatch> Pick(string query) => JsonPathEvaluator.Evaluate(Parsed(query), Trees.Read(Store, "a.json"), new(), TestContext.Current.CancellationToken)!;

    /// <summary>The whole budget in the full form; what is left of one that was used before in the short form.</summary>
    private static QueryBudget Budget()
    {
        var budget = new QueryBudget();
        for (var used = TestForm.Count(full: 0, sample: 9_800_000); used > 0; used--)
            budget.TryVisit();
        return budget;
    }

    private static JsonPath Parsed(string query)
    {
        var path = JsonPathParser.Parse(query, out var problem);
        Assert.Equal("", problem);
        return path!;
    }

    private static SpecNode Nested() => Trees.Read(string.Concat(Enumerable.Range(0, 60).Select(i => new string(' ', i) + "a:\n")) + new string(' ', 60) + "b: 1");
}
