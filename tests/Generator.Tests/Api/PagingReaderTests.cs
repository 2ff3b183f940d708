using Kiln.Generator.Api.Model;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Pipeline;

namespace Kiln.Generator.Tests.Api;

/// <summary>What <c>x-kiln-paging</c> says, and what is wrong with it, at its place.</summary>
public sealed class PagingReaderTests
{
    [Theory]
    [InlineData("cursor: c, nextCursor: /next, items: /items", "Cursor query c from /next, items /items")]
    [InlineData("cursor: n, nextCursor: /count, items: /items", "Cursor query n from /count, items /items")]
    [InlineData("cursor: u, nextCursor: /when, items: /items", "Cursor query u from /when, items /items")]
    [InlineData("cursorInBody: /after, nextCursorHeader: X-Next, items: /items", "Cursor body /after from X-Next, items /items")]
    [InlineData("cursorInBody: /paging/number, nextCursor: /count, items: /items", "Cursor body /paging/number as JSON from /count, items /items")]
    [InlineData("nextLink: /next, items: /items", "NextLink from /next, items /items")]
    [InlineData("nextLinkHeader: link, items: /items", "NextLink from link, items /items")]
    [InlineData("offset: n, items: /items, total: /count", "Offset query n, items /items, total /count")]
    [InlineData("offsetInBody: /paging/number, items: /items, totalHeader: x-total", "Offset body /paging/number as JSON, items /items, total x-total")]
    [InlineData("page: n, items: /items, firstPage: 0, totalPages: /count, hasMore: /more", "PageNumber query n, items /items, first 0, pages /count, more /more")]
    [InlineData("pageInBody: /paging/number, items: /items, pageSizeInBody: /paging/number", "PageNumber body /paging/number as JSON, items /items, size body /paging/number")]
    [InlineData("cursor: c, lastItem: /id, items: /objects, hasMore: /more", "LastItem query c by /id, items /objects, more /more")]
    [InlineData("cursorInBody: /keys, lastItem: /keys, items: /objects", "LastItem body /keys as JSON by /keys, items /objects")]
    [InlineData("cursor: c, nextCursor: /next, items: /items, pageSize: n, endCursors: [end], firstPageOnly: [u]", "Cursor query c from /next, items /items, size query n, ends end, once u")]
    public void A_contract_names_places_of_the_operation(string contract, string expected)
    {
        var parsed = Read(contract);

        Assert.Empty(parsed.Diagnostics);
        Assert.Equal(expected, Show(Assert.Single(parsed.Value!.Operations).Paging!));
    }

    [Theory]
    [InlineData("nextCursor: /next, items: /items", "'cursor' is missing")]
    [InlineData("cursor: c, items: /items", "'nextCursor' is missing")]
    [InlineData("items: /items", "none of the keys is there that say how the next page is found: nextCursor, nextCursorHeader, nextLink,")]
    [InlineData("cursor: c, nextCursor: /next", "'items' is missing")]
    [InlineData("cursor: none, nextCursor: /next, items: /items", "no query parameter 'none'")]
    [InlineData("cursor: b, nextCursor: /next, items: /items", "'b' must be a string or a number")]
    [InlineData("cursor: c, nextCursor: /none, items: /items", "the response body has no property '/none'")]
    [InlineData("cursor: c, nextCursor: /items, items: /items", "'/items' must be a string or a number")]
    [InlineData("cursor: c, nextCursor: /next, items: /next", "'/next' must be an array")]
    [InlineData("cursor: c, nextCursor: /next, items: ''", "the response body must be an array")]
    [InlineData("cursor: c, nextCursor: next, items: /items", "must be a JSON pointer")]
    [InlineData("cursor: c, nextCursor: '', items: /items", "must be a JSON pointer")]
    [InlineData("cursor: c, nextCursorHeader: 'a b', items: /items", "'nextCursorHeader' must be the name of a response header")]
    [InlineData("cursorInBody: /none, nextCursor: /next, items: /items", "the request body has no property '/none'")]
    [InlineData("cursorInBody: after, nextCursor: /next, items: /items", "'cursorInBody' must be a JSON pointer into the request body")]
    [InlineData("nextLink: /count, items: /items", "'/count' must be a string")]
    [InlineData("offset: b, items: /items", "'b' must be an integer")]
    [InlineData("offset: 7, items: /items", "'offset' must be the name of a query parameter")]
    [InlineData("page: n, items: /items, firstPage: 2", "'firstPage' must be 0 or 1")]
    [InlineData("page: n, items: /items, totalPages: /more", "'/more' must be an integer")]
    [InlineData("page: n, items: /items, hasMore: /count", "'/count' must be a boolean")]
    [InlineData("cursor: c, lastItem: /id, items: /items", "an item has no property '/id'")]
    [InlineData("cursor: c, lastItem: /keys, items: /objects", "'/keys' must be a string or a number")]
    [InlineData("cursor: c, lastItem: id, items: /objects", "'lastItem' must be a JSON pointer into an item")]
    [InlineData("cursor: c, nextCursor: /next, items: /items, countOnly: b", "'countOnly' requires 'total'")]
    [InlineData("cursor: c, nextCursor: /next, items: /items, firstPageOnly: [none]", "no query parameter 'none'")]
    [InlineData("cursor: c, nextCursor: /next, items: /items, endCursors: x", "must be an array of strings")]
    [InlineData("cursor: c, nextCursor: /next, items: /items, itmes: /items", "'itmes' is not one of its keys; did you mean 'items'?")]
    public void What_is_not_there_is_an_error_at_its_place(string contract, string problem)
    {
        var told = Assert.Single(Read(contract).Diagnostics);

        Assert.Equal(ApiRules.InvalidPaging, told.Rule);
        Assert.Contains(problem, told.Message, StringComparison.Ordinal);
        Assert.Equal(6, told.Location.Line);
    }

    [Theory]
    [InlineData("cursor: c, nextCursor: /next, nextLink: /next, items: /items", "'nextLink' and 'nextCursor'")]
    [InlineData("nextLink: /next, cursor: c, items: /items", "'cursor' and 'nextLink'")]
    [InlineData("offset: n, page: n, items: /items", "'page' and 'offset'")]
    [InlineData("cursor: c, cursorInBody: /after, nextCursor: /next, items: /items", "'cursorInBody' and 'cursor'")]
    [InlineData("page: n, items: /items, total: /count, totalHeader: X-Total", "'totalHeader' and 'total'")]
    [InlineData("offset: n, items: /items, totalPages: /count", "'totalPages' and 'offset'")]
    public void Keys_of_two_kinds_are_an_error(string contract, string keys)
    {
        var parsed = Read(contract);

        Assert.Contains(keys, Assert.Single(parsed.Diagnostics, d => d.Rule == PagingRules.ConflictingPagingKeys).Message, StringComparison.Ordinal);
        Assert.Null(parsed.Value?.Operations.Items[0].Paging);
    }

    [Fact]
    public void A_header_that_the_document_does_not_declare_is_told()
    {
        var parsed = Read("cursor: c, nextCursorHeader: X-Other, items: /items");

        Assert.Equal(PagingRules.UndeclaredPagingHeader, Assert.Single(parsed.Diagnostics).Rule);
        Assert.NotNull(parsed.Value!.Operations.Items[0].Paging);
    }

    [Fact]
    public void False_says_that_there_are_no_pages()
    {
        var parsed = SdkPipeline.ReadApi(new("a.yaml", Document("false")), TestContext.Current.CancellationToken);

        Assert.Empty(parsed.Diagnostics);
        Assert.Null(Assert.Single(parsed.Value!.Operations).Paging);
    }

    [Fact]
    public void A_root_array_has_its_items_in_itself()
    {
        var parsed = SdkPipeline.ReadApi(
            new("a.yaml", Document("{ page: n, items: '' }", "{ type: array, items: { type: integer } }")), TestContext.Current.CancellationToken);

        Assert.Empty(parsed.Diagnostics);
        Assert.Empty(Assert.Single(parsed.Value!.Operations).Paging!.Items.Fields);
    }

    private static StageResult<ApiModel> Read(string contract) => SdkPipeline.ReadApi(new("a.yaml", Document($"{{ {contract} }}")), TestContext.Current.CancellationToken);

    private static string Document(string paging, string body = "{ $ref: '#/components/schemas/Page' }") => $$"""
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths:
          /a:
            post:
              x-kiln-paging: {{paging}}
              parameters:
                - { name: c, in: query, schema: { type: string } }
                - { name: n, in: query, schema: { type: integer } }
                - { name: b, in: query, schema: { type: boolean } }
                - { name: u, in: query, schema: { type: string, format: uuid } }
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Search' } } } }
              responses:
                '200':
                  description: A page.
                  headers: { X-Next: { schema: { type: string } }, X-Total: { schema: { type: integer } } }
                  content: { application/json: { schema: {{body}} } }
        components:
          schemas:
            Search:
              type: object
              properties:
                after: { type: string }
                keys: { type: array, items: { type: string } }
                paging: { type: object, properties: { number: { type: integer } } }
            Page:
              type: object
              properties:
                when: { type: string, format: date-time }
                next: { type: string }
                count: { type: integer }
                more: { type: boolean }
                items: { type: array, items: { type: string } }
                objects: { type: array, items: { $ref: '#/components/schemas/Thing' } }
            Thing: { type: object, properties: { id: { type: integer }, keys: { type: array, items: { type: string } } } }
        """;

    private static string Show(Paging paging) =>
        paging.Kind
        + (paging.Input is { } input ? " " + Show(input) : "")
        + (paging.Next is { } next ? $" from {Show(next)}" : "")
        + (paging.LastItemKey is { } key ? $" by {key.Pointer}" : "")
        + $", items {paging.Items.Pointer}"
        + (paging.FirstPage == 1 ? "" : $", first {paging.FirstPage}")
        + (paging.Total is { } total ? $", total {Show(total)}" : "")
        + (paging.TotalPages is { } pages ? $", pages {pages.Pointer}" : "")
        + (paging.HasMore is { } more ? $", more {more.Pointer}" : "")
        + (paging.PageSize is { } size ? $", size {Show(size with { IsJson = false })}" : "")
        + (paging.EndCursors.Count == 0 ? "" : $", ends {string.Join("+", paging.EndCursors)}")
        + (paging.FirstPageOnly.Count == 0 ? "" : $", once {string.Join("+", paging.FirstPageOnly)}");

    private static string Show(PageInput input) => $"{(input.InBody ? "body" : "query")} {input.Name}{(input.IsJson ? " as JSON" : "")}";

    private static string Show(PageOutput output) => output.Field?.Pointer ?? output.Header!;
}
