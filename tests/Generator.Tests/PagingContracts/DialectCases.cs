namespace Kiln.Generator.Tests.PagingContracts;

/// <summary>An operation for each form of the extensions by which other tools describe pages.</summary>
internal static class DialectCases
{
    private const string Items = "{ $ref: '#/components/schemas/Items' }";
    private const string Text = "{ type: string }";
    private const string Number = "{ type: integer }";

    /// <summary>Those that are read, each with the <c>x-kiln-paging</c> that says the same; empty for an operation without pages.</summary>
    public static IReadOnlyList<PagedOperation> Read { get; } =
    [
        new("x-ms-pageable", "/a", "", Object($"value: {Items}, nextLink: {Text}")) { Keys = ["x-ms-pageable: { nextLinkName: nextLink }"], Expected = "{nextLink: /nextLink, items: /value}" },
        new("x-ms-pageable with an item name", "/b", "", Object($"secrets: {Items}, others: {Items}, nextLink: {Text}"))
        {
            Keys = ["x-ms-pageable: { nextLinkName: nextLink, itemName: secrets }"],
            Expected = "{nextLink: /nextLink, items: /secrets}",
        },
        new("x-ms-pageable with a name that has a dot", "/c", "", Object($"value: {Items}, odata.nextLink: {Text}"))
        {
            Keys = ["x-ms-pageable: { nextLinkName: odata.nextLink }"],
            Expected = "{nextLink: /odata.nextLink, items: /value}",
        },
        new("x-ms-pageable with a path", "/d", "", Object($"properties: {Object($"items: {Items}, nextLink: {Text}")}"))
        {
            Keys = ["x-ms-pageable: { nextLinkName: properties.nextLink, itemName: properties.items }"],
            Expected = "{nextLink: /properties/nextLink, items: /properties/items}",
        },
        new("x-ms-pageable with an operation elsewhere", "/e", "", Object($"value: {Items}, nextLink: {Text}"))
        {
            Keys = ["x-ms-pageable: { nextLinkName: nextLink, operationName: Things_ListNext }"],
            Expected = "{nextLink: /nextLink, items: /value}",
        },
        new("x-ms-pageable with one page", "/f", "cursor", Object($"value: {Items}, next_cursor: {Text}")) { Keys = ["x-ms-pageable: { nextLinkName: null }"] },
        new("x-speakeasy-pagination with a page", "/g", "page:integer limit:integer<50", Object($"results: {Items}, pages: {Number}"))
        {
            Keys = ["x-speakeasy-pagination: { type: offsetLimit, inputs: [{ name: page, in: parameters, type: page }, { name: limit, in: parameters, type: limit }], outputs: { results: $.results, numPages: $.pages } }"],
            Expected = "{page: page, totalPages: /pages, items: /results, pageSize: limit}",
        },
        new("x-speakeasy-pagination with a page from 0", "/h", "page:integer=0", Object($"data: {Object($"resultArray: {Items}")}"))
        {
            Keys = ["x-speakeasy-pagination: { type: offsetLimit, inputs: [{ name: page, in: parameters, type: page }], outputs: { results: \"$.data['resultArray']\" } }"],
            Expected = "{page: page, firstPage: 0, items: /data/resultArray}",
        },
        new("x-speakeasy-pagination with an offset", "/i", "offset:integer limit:integer", Items)
        {
            Keys = ["x-speakeasy-pagination: { type: offsetLimit, inputs: [{ name: offset, in: parameters, type: offset }, { name: limit, in: parameters, type: limit }], outputs: { results: $ } }"],
            Expected = "{offset: offset, items: \"\"}",
        },
        new("x-speakeasy-pagination with a cursor", "/j", "since", Object($"resultArray: {Items}, next: {Text}"))
        {
            Keys = ["x-speakeasy-pagination: { type: cursor, inputs: [{ name: since, in: parameters, type: cursor }], outputs: { nextCursor: $.next } }"],
            Expected = "{cursor: since, nextCursor: /next, items: /resultArray}",
        },
        new("x-speakeasy-pagination with the key of the last item", "/k", "after", Object($"data: {Items}, has_more: {{ type: boolean }}"))
        {
            Keys = ["x-speakeasy-pagination: { type: cursor, inputs: [{ name: after, in: parameters, type: cursor }], outputs: { nextCursor: '$.data[-1].id' } }"],
            Expected = "{cursor: after, lastItem: /id, hasMore: /has_more, items: /data}",
        },
        new("x-speakeasy-pagination with a cursor in the body", "/l", "", Object($"data: {Items}, next: {Text}"))
        {
            Method = "post",
            Keys =
            [
                $"requestBody: {{ content: {{ application/json: {{ schema: {Object($"after: {Text}")} }} }} }}",
                "x-speakeasy-pagination: { type: cursor, inputs: [{ name: after, in: requestBody, type: cursor }], outputs: { nextCursor: $.next, results: $.data } }",
            ],
            Expected = "{cursorInBody: /after, nextCursor: /next, items: /data}",
        },
        new("x-speakeasy-pagination with a URL", "/m", "", Object($"data: {Items}, links: {Object($"next: {Text}")}"))
        {
            Keys = ["x-speakeasy-pagination: { type: url, outputs: { nextUrl: $.links.next } }"],
            Expected = "{nextLink: /links/next, items: /data}",
        },
        new("x-fern-pagination with a cursor", "/n", "starting_after", Object($"data: {Items}, page: {Object($"next: {Text}")}"))
        {
            Keys = ["x-fern-pagination: { cursor: $request.starting_after, next_cursor: $response.page.next, results: $response.data }"],
            Expected = "{cursor: starting_after, nextCursor: /page/next, items: /data}",
        },
        new("x-fern-pagination with a page", "/o", "page_number:integer", Object($"results: {Items}, more: {{ type: boolean }}"))
        {
            Keys = ["x-fern-pagination: { offset: $request.page_number, results: $response.results, has-next-page: $response.more }"],
            Expected = "{page: page_number, hasMore: /more, items: /results}",
        },
        new("x-fern-pagination with an offset", "/p", "offset:integer limit:integer", Object($"results: {Items}"))
        {
            Keys = ["x-fern-pagination: { offset: $request.offset, step: $request.limit, results: $response.results }"],
            Expected = "{offset: offset, items: /results}",
        },
        new("x-fern-pagination with a cursor in the body", "/q", "", Object($"data: {Items}, next: {Text}"))
        {
            Method = "post",
            Keys =
            [
                $"requestBody: {{ content: {{ application/json: {{ schema: {Object($"pagination: {Object($"cursor: {Text}")}")} }} }} }}",
                "x-fern-pagination: { cursor: $request.pagination.cursor, next_cursor: $response.next, results: $response.data }",
            ],
            Expected = "{cursorInBody: /pagination/cursor, nextCursor: /next, items: /data}",
        },
        new("x-fern-pagination with a URL", "/r", "", Object($"data: {Items}, next: {Text}"))
        {
            Keys = ["x-fern-pagination: { type: uri, next_uri: $response.next, results: $response.data }"],
            Expected = "{nextLink: /next, items: /data}",
        },
        new("x-fern-pagination that is false", "/s", "", Object($"data: {Items}")) { Keys = ["x-fern-pagination: false"] },
    ];

    /// <summary>Those that are not read, each with the reason.</summary>
    public static IReadOnlyList<PagedOperation> NotRead { get; } =
    [
        Wrong("x-ms-pageable: true", "it must be an object"),
        Wrong("x-ms-pageable: { itemName: a }", "'nextLinkName' must be the name of a property, or null"),
        Wrong("x-ms-pageable: { nextLinkName: next, pageName: a }", "its key 'pageName' is not known"),
        Wrong("x-ms-pageable: { nextLinkName: next, itemName: teams }", "the response body has no property '/teams'"),
        Wrong("x-speakeasy-pagination: { type: cursor }", "'inputs' has no cursor"),
        Wrong("x-speakeasy-pagination: { type: cursor, inputs: [{ name: a, in: parameters, type: cursor }] }", "'outputs' has no 'nextCursor'"),
        Wrong("x-speakeasy-pagination: { type: url, outputs: { nextUrl: '$..next' } }", "'$..next' is not a path of names such as $.data.items"),
        Wrong("x-speakeasy-pagination: { type: url, outputs: { nextUrl: '$.a[0]' } }", "'$.a[0]' is not a path of names such as $.data.items"),
        Wrong("x-speakeasy-pagination: { type: url }", "'outputs' has no 'nextUrl'"),
        Wrong("x-speakeasy-pagination: { type: offsetLimit, inputs: [{ name: limit, in: parameters, type: limit }] }", "'inputs' has neither an offset nor a page"),
        Wrong("x-speakeasy-pagination: { type: scroll }", "its type is 'scroll', and not offsetLimit, cursor or url"),
        Wrong("x-fern-pagination: { type: custom, results: $response.data }", "its type is custom, which is code that somebody has to write"),
        Wrong("x-fern-pagination: { results: $response.data }", "it has neither a cursor, an offset nor the URL of the next page"),
        Wrong("x-fern-pagination: { cursor: after, next_cursor: $response.next, results: $response.data }", "'cursor' must be an input such as $request.cursor, and 'next_cursor' a path such as $response.next"),
        Wrong("x-fern-pagination: { offset: $request.page, results: data }", "'results' must be a path of names such as $response.data"),
        Wrong("x-fern-pagination: true", "it is true, and the document has no x-fern-pagination of its own"),
    ];

    private static PagedOperation Wrong(string extension, string reason) =>
        new(extension, "/a", "cursor", Object($"data: {Items}, next: {Text}, next_cursor: {Text}")) { Keys = [extension], Expected = reason };

    private static string Object(string properties) => InferenceCases.Object(properties);
}
