namespace Kiln.Generator.Tests.PagingContracts;

/// <summary>An operation for each rule of inference, and those that look as if they paged but leave something open.</summary>
internal static class InferenceCases
{
    private const string Items = "{ $ref: '#/components/schemas/Items' }";
    private const string Text = "{ type: string }";

    private static readonly string Link = "Link: { schema: { type: string } }";

    public static IReadOnlyList<PagedOperation> Inferred { get; } =
    [
        new("Kubernetes", "/pods", "continue limit:integer resourceVersion", Object($"metadata: {Object($"continue: {Text}, resourceVersion: {Text}")}, items: {Items}"))
        {
            Expected = "Kubernetes continue, high: {cursor: continue, nextCursor: /metadata/continue, items: /items, firstPageOnly: [resourceVersion]}",
        },
        new("Slack", "/conversations.list", "cursor limit:integer<200", Object($"ok: {{ type: boolean }}, channels: {Items}, response_metadata: {Object($"next_cursor: {Text}")}"))
        {
            Expected = "Slack cursor, high: {cursor: cursor, nextCursor: /response_metadata/next_cursor, items: /channels, pageSize: limit}",
        },
        new("AIP-158", "/v1/books", "pageSize:integer<1000 pageToken", Object($"books: {Items}, nextPageToken: {Text}, totalSize: {{ type: integer }}"))
        {
            Expected = "AIP-158 page token, high: {cursor: pageToken, nextCursor: /nextPageToken, items: /books, total: /totalSize, pageSize: pageSize}",
        },
        new("AIP-158 in snake case", "/v1/shelves", "page_size:integer page_token", Object($"shelves: {Items}, next_page_token: {Text}"))
        {
            Expected = "AIP-158 page token, high: {cursor: page_token, nextCursor: /next_page_token, items: /shelves}",
        },
        new("A cursor beside has_more", "/orders", "cursor", Object($"data: {Items}, next_cursor: {Text}, has_more: {{ type: boolean }}"))
        {
            Expected = "cursor, high: {cursor: cursor, nextCursor: /next_cursor, hasMore: /has_more, items: /data}",
        },
        new("A cursor in the object of the items", "/search/orders", "cursor", Object($"data: {Object($"rows: {Items}")}, meta: {Object($"nextCursor: {Text}")}"))
        {
            Expected = "cursor, high: {cursor: cursor, nextCursor: /meta/nextCursor, items: /data/rows}",
        },
        new("HubSpot", "/contacts", "after limit:integer", Object($"results: {Items}, paging: {Object($"next: {Object($"after: {Text}, link: {Text}")}")}"))
        {
            Expected = "cursor, high: {cursor: after, nextCursor: /paging/next/after, items: /results}",
        },
        new("A marker", "/buckets", "marker", Object($"Buckets: {Items}, NextMarker: {Text}")) { Expected = "cursor, high: {cursor: marker, nextCursor: /NextMarker, items: /Buckets}" },
        new("A token of AWS", "/tables", "nextToken", Object($"tables: {Items}, nextToken: {Text}")) { Expected = "cursor, high: {cursor: nextToken, nextCursor: /nextToken, items: /tables}" },
        new("A cursor that is called next", "/invites", "after", Object($"data: {Items}, has_more: {{ type: boolean }}, next: {{ type: string, description: 'Cursor of the next page.' }}"))
        {
            Expected = "cursor, high: {cursor: after, nextCursor: /next, hasMore: /has_more, items: /data}",
        },
        new("The next page as a text", "/costs", "page", Object($"data: {Items}, next_page: {Text}")) { Expected = "next_page, high: {cursor: page, nextCursor: /next_page, items: /data}" },
        new("The last id", "/files", "after limit:integer", Object($"data: {Items}, first_id: {Text}, last_id: {Text}, has_more: {{ type: boolean }}"))
        {
            Expected = "last id, high: {cursor: after, nextCursor: /last_id, hasMore: /has_more, items: /data}",
        },
        new("A search by POST", "/contacts/search", "", Object($"contacts: {Items}, next_cursor: {Text}"))
        {
            Method = "post",
            Keys = [$"requestBody: {{ content: {{ application/json: {{ schema: {Object($"query: {Text}, cursor: {Text}")} }} }} }}"],
            Expected = "cursor, high: {cursorInBody: /cursor, nextCursor: /next_cursor, items: /contacts}",
        },
        new("OData", "/odata/people", "$skiptoken $top:integer", Object($"'@odata.count': {{ type: integer }}, '@odata.nextLink': {Text}, value: {Items}"))
        {
            Expected = "OData next link, high: {nextLink: /@odata.nextLink, items: /value, total: /@odata.count, pageSize: $top}",
        },
        new("HAL", "/hal/orders", "", Object($"_links: {Object($"next: {Object($"href: {Text}")}")}, _embedded: {Object($"orders: {Items}")}"))
        {
            Expected = "HAL next link, high: {nextLink: /_links/next/href, items: /_embedded/orders}",
        },
        new("JSON:API", "/articles", "page[number]:integer page[size]:integer", Object($"data: {Items}, included: {Items}, links: {Object($"self: {Text}, next: {Text}")}"))
        {
            Expected = "next URL, high: {nextLink: /links/next, items: /data}",
        },
        new("A URL by its description", "/albums", "limit:integer<50 offset:integer=0", Object($"next: {{ type: string, description: 'URL to the next page.' }}, total: {{ type: integer }}, items: {Items}"))
        {
            Expected = "next URL, high: {nextLink: /next, items: /items, total: /total, pageSize: limit}",
        },
        new("A URL in the object of the items", "/browse/albums", "limit:integer", Object($"message: {Text}, albums: {Object($"next: {{ type: string, description: 'The URL of the next page.' }}, items: {Items}")}"))
        {
            Expected = "next URL, high: {nextLink: /albums/next, items: /albums/items}",
        },
        new("A URL by its format", "/services", "PageSize:integer", Object($"meta: {Object("next_page_url: { type: string, format: uri, nullable: true }")}, services: {Items}"))
        {
            Expected = "next URL, high: {nextLink: /meta/next_page_url, items: /services}",
        },
        new("The Link header", "/repos", "page:integer per_page:integer", Items) { Headers = Link, Expected = "Link header, high: {nextLinkHeader: Link, items: \"\"}" },
        new("The Link header with a total", "/runs", "per_page:integer", Object($"total_count: {{ type: integer }}, runs: {Items}"))
        {
            Headers = Link,
            Expected = "Link header, high: {nextLinkHeader: Link, items: /runs, total: /total_count, pageSize: per_page}",
        },
        new("Stripe", "/charges", "starting_after ending_before limit:integer<100", Object($"data: {Items}, has_more: {{ type: boolean }}, url: {Text}"))
        {
            Expected = "starting_after, high: {cursor: starting_after, lastItem: /id, hasMore: /has_more, items: /data, pageSize: limit}",
        },
        new("An offset", "/history", "offset:integer limit:integer", Object($"total: {{ type: integer }}, history: {Items}")) { Expected = "offset, high: {offset: offset, items: /history, total: /total, pageSize: limit}" },
        new("Jira", "/issues", "startAt:integer=0 maxResults:integer<100", Object($"startAt: {{ type: integer }}, maxResults: {{ type: integer }}, total: {{ type: integer }}, issues: {Items}"))
        {
            Expected = "offset, high: {offset: startAt, items: /issues, total: /total, pageSize: maxResults}",
        },
        new("OData without a link", "/companies", "$skip:integer $top:integer", Items) { Expected = "offset, medium: {offset: $skip, items: \"\"}" },
        new("Pages from 1", "/plans", "page:integer=1 size:integer", Object($"plans: {Items}, total_pages: {{ type: integer }}"))
        {
            Expected = "page number, high: {page: page, totalPages: /total_pages, items: /plans}",
        },
        new("Pages from 0", "/animals", "pageNumber:integer pageSize:integer", Object($"page: {Object("totalPages: { type: integer }, totalElements: { type: integer }")}, animals: {Items}"))
        {
            Descriptions = new() { ["pageNumber"] = "Zero-based page number" },
            Expected = "page number, high: {page: pageNumber, firstPage: 0, totalPages: /page/totalPages, items: /animals, total: /page/totalElements, pageSize: pageSize}",
        },
        new("Pages with a size per page", "/events", "page:integer per_page:integer", Items) { Expected = "page number, medium: {page: page, items: \"\"}" },
        new("A total in a header", "/tickets", "page:integer=1 limit:integer", Items)
        {
            Headers = "X-Total-Count: { schema: { type: integer } }",
            Expected = "page number, medium: {page: page, items: \"\", totalHeader: X-Total-Count, pageSize: limit}",
        },
    ];

    public static IReadOnlyList<PagedOperation> Open { get; } =
    [
        new("A limit alone", "/a", "limit:integer", Items),
        new("A cursor that no place gives", "/b", "cursor", Object($"data: {Items}")),
        new("Two cursors", "/c", "cursor page_token", Object($"data: {Items}, next_cursor: {Text}, next_page_token: {Text}")),
        new("Two lists", "/d", "cursor", Object($"users: {Items}, teams: {Items}, next_cursor: {Text}")),
        new("Pages that begin somewhere", "/e", "page:integer size:integer", Items),
        new("Pages that begin with 0 and 1", "/f", "page:integer=1 size:integer", Items) { Descriptions = new() { ["page"] = "The zero-based page." } },
        new("An offset that nothing ends", "/g", "offset:integer limit:integer", Items),
        new("An offset from 1", "/h", "offset:integer=1 limit:integer", Object($"total: {{ type: integer }}, data: {Items}")),
        new("A next that may be anything", "/i", "limit:integer", Object($"next: {Text}, data: {Items}")),
        new("A page with a list inside", "/albums/{id}", "market", Object($"name: {Text}, tracks: {Object($"next: {{ type: string, description: 'The URL of the next page.' }}, items: {Items}")}")),
        new("A Link header of no pages", "/j", "", Items) { Headers = Link },
        new("The count of OData", "/companies/$count", "skip:integer top:integer", Items),
        new("A cursor that is not documented beside pages", "/k", "page:integer=1 per_page:integer after", Items),
        new("A POST that creates", "/orders", "", Object($"data: {Items}, next_cursor: {Text}"))
        {
            Method = "post",
            Keys = [$"requestBody: {{ content: {{ application/json: {{ schema: {Object($"cursor: {Text}")} }} }} }}"],
        },
        new("A DELETE", "/pods", "continue", Object($"metadata: {Object($"continue: {Text}")}, items: {Items}")) { Method = "delete" },
        new("False", "/l", "cursor", Object($"data: {Items}, next_cursor: {Text}")) { Keys = ["x-kiln-paging: false"] },
        new("One page", "/m", "cursor", Object($"value: {Items}, next_cursor: {Text}")) { Keys = ["x-ms-pageable: { nextLinkName: null }"] },
    ];

    public static string Object(string properties) => $"{{ type: object, properties: {{ {properties} }} }}";
}
