using Kiln.Runtime.Paging;

namespace Kiln.Runtime.Tests.Paging;

/// <summary>Links in headers (RFC 8288).</summary>
public sealed class LinkHeaderTests
{
    [Theory]
    [InlineData("<a>; rel=next", "a")]
    [InlineData("<a>;rel=\"next\"", "a")]
    [InlineData("< a >; REL=NEXT", "a")]
    [InlineData("<a>; rel=\"prev next\"", "a")]
    [InlineData("<a>; rel=\"prev\", <b>; rel=\"next\", <c>; rel=\"last\"", "b")]
    [InlineData("<a?x=1,2;rel=next>; rel=prev, <b>; rel=next", "b")]
    [InlineData("<a>; title=\"x, <c>; rel=\\\"next\\\"\"; rel=last, <b>; title*=UTF-8''%e2; rel=next", "b")]
    [InlineData("<a>; rel=next; rel=last", "a")]
    [InlineData("<a>; rel=last; rel=next", null)]
    [InlineData("<a>; rel=next; anchor=\"#part\"", null)]
    [InlineData("<a>; flag; rel = next ;", "a")]
    [InlineData(", ,<a>; rel=next,", "a")]
    [InlineData("<a>; rel=last", null)]
    [InlineData("<a>", null)]
    [InlineData("<a>; rel=nextpage, <b>; rel=\"next-page\"", null)]
    [InlineData("", null)]
    public void The_first_link_of_the_relation_is_found(string header, string? target)
    {
        Assert.True(LinkHeader.TryFind(header, "next", out var found));
        Assert.Equal(target, found);
    }

    [Theory]
    [InlineData("a; rel=next")]
    [InlineData("<a; rel=next")]
    [InlineData("<>; rel=next")]
    [InlineData("<a>; rel=\"next")]
    [InlineData("<a>; rel=\"next\\")]
    [InlineData("<a> rel=next")]
    [InlineData("<a>; =next")]
    [InlineData("https://api.example/pets?page=2")]
    [InlineData("<a>; rel=last; <b>; rel=next, ;")]
    public void What_is_malformed_is_no_end(string header) => Assert.False(LinkHeader.TryFind(header, "next", out _));

    [Fact]
    public void The_number_of_links_is_bounded() =>
        Assert.False(LinkHeader.TryFind(string.Join(',', Enumerable.Repeat("<a>; rel=last", 1001)) + ",<b>; rel=next", "next", out _));
}
