using System.Globalization;
using System.Text.Json.Nodes;

namespace Kiln.Generator.Tests.Running.Paging;

/// <summary>Services that page in the ways of well-known ones, each with 23 items. <c>shapes.yaml</c> describes them.</summary>
internal static class Shapes
{
    public const int Count = 23;

    // So that a cursor loses digits if it is ever read as a double.
    private const string LargeStart = "900719925474099300";

    private static readonly Dictionary<string, Func<PageRequest, PageAnswer>> All = new()
    {
        ["/github"] = request =>
        {
            var (start, size) = (5 * (Number(request.Query("page"), 1) - 1), Number(request.Query("per_page"), 30));
            var url = $"{request.Url.GetLeftPart(UriPartial.Path)}?per_page={size}&page=";
            var next = IsLast(start) ? "" : $"<{url}{start / 5 + 2}>; title=\"a, b; rel=\\\"next\\\"\"; rel=\"next\", ";
            return new($"[{Items(start)}]", $"Link: <{url}1>; rel=first, {next}<{url}5>; rel=\"last\"");
        },
        ["/stripe"] = request =>
        {
            var start = Number(request.Query("starting_after")?[1..], 0);
            return new($$"""{"object":"list","has_more":{{(IsLast(start) ? "false" : "true")}},"data":[{{Items(start)}}]}""");
        },
        ["/slack"] = request =>
        {
            var start = Number(request.Query("cursor")?.Replace("dXNlcj=+&", ""), 0);
            return new($$$"""{"ok":true,"members":[{{{Items(start)}}}],"response_metadata":{"next_cursor":"{{{(IsLast(start) ? "" : $"dXNlcj=+&{start + 5}")}}}"}}""");
        },
        ["/jira"] = request =>
        {
            var start = Number(request.Query("startAt"), 0);
            return new($$"""{"startAt":{{start}},"maxResults":5,"total":{{Count}},"issues":[{{Items(start)}}]}""");
        },
        ["/kubernetes"] = request =>
        {
            var start = Number(request.Query("continue"), 0);
            return new($$$"""{"metadata":{{{(IsLast(start) ? "{}" : $$"""{"continue":"{{start + 5}}","remainingItemCount":9}""")}}},"items":[{{{Items(start)}}}]}""");
        },
        ["/odata"] = request =>
        {
            var start = Number(request.Query("$skiptoken"), 0);
            var next = IsLast(start) ? "" : $",\"@odata.nextLink\":\"{request.Url.GetLeftPart(UriPartial.Path)}?$skiptoken={start + 5}#page\"";
            return new($$"""{"@odata.count":{{Count}},"value":[{{Items(start)}}]{{next}}}""");
        },
        ["/digitalocean"] = request =>
        {
            var start = 5 * (Number(request.Query("page"), 1) - 1);
            var next = IsLast(start) ? "" : $"\"pages\":{{\"next\":\"{request.Url.GetLeftPart(UriPartial.Path)}?page={start / 5 + 2}\"}}";
            return new($$$"""{"links":{{{{next}}}},"droplets":[{{{Items(start)}}}],"meta":{"total":{{{Count}}}}}""");
        },
        ["/spotify"] = request =>
        {
            var start = Number(request.Query("offset"), 0);
            return new($$"""{"items":[{{Items(start)}}],"next":{{(IsLast(start) ? "null" : $"\"?offset={start + 5}\"")}},"total":{{Count}}}""");
        },
        ["/elasticsearch/search"] = request => Hits(Number(Body(request)["from"]?.ToString(), 0)),
        ["/elasticsearch/after"] = request => Hits(Body(request)["search_after"] is JsonArray sort ? (int)sort[0]! : 0),
        ["/google"] = request => Things(Number(request.Query("pageToken"), 0)),
        ["/google/search"] = request => Things(Number(Body(request)["page"]?["token"]?.ToString(), 0)),
        ["/spring"] = request =>
        {
            var start = 5 * Number(request.Query("page"), 0);
            return new($$"""{"content":[{{Items(start)}}],"totalPages":5,"totalElements":{{Count}}}""");
        },
        ["/numbers"] = request => new($"[{Items(5 * (Number(request.Query("page"), 1) - 1))}]"),
        ["/gitlab"] = request =>
        {
            var start = 5 * (Number(request.Query("page"), 1) - 1);
            return new($"[{Items(start)}]", $"X-Next-Page: {(IsLast(start) ? "" : start / 5 + 2)}", $"x-total: {Count}");
        },
        ["/large"] = request =>
        {
            var start = Number(request.Query("after")?.Replace(LargeStart, ""), 0);
            return new($$"""{"next":{{(IsLast(start) ? "null" : LargeStart + (start + 5).ToString("00", CultureInfo.InvariantCulture))}},"items":[{{Items(start)}}]}""");
        },
        ["/empty"] = request =>
        {
            var start = Number(request.Query("skip"), 0);
            return start >= Count ? new("") { Status = 204 } : new($$"""{"items":[{{Items(start)}}]}""");
        },
    };

    public static IEnumerable<string> Names => All.Keys;

    public static IEnumerable<string> Ids => Enumerable.Range(1, Count).Select(i => $"i{i}");

    public static PageAnswer Answer(PageRequest request) => All[request.Url.AbsolutePath](request);

    private static PageAnswer Hits(int start) =>
        new($$$$"""{"hits":{"total":{"value":{{{{Count}}}},"relation":"eq"},"hits":[{{{{string.Join(',', Range(start).Select(i => $$"""{"_id":"i{{i}}","sort":[{{i}},"i{{i}}"]}"""))}}}}]}}""");

    private static PageAnswer Things(int start) => new($$"""{"things":[{{Items(start)}}]{{(IsLast(start) ? "" : $",\"nextPageToken\":\"{start + 5}\"")}}}""");

    private static JsonObject Body(PageRequest request) => JsonNode.Parse(request.Body)!.AsObject();

    private static IEnumerable<int> Range(int start) => Enumerable.Range(start + 1, Math.Clamp(Count - start, 0, 5));

    private static string Items(int start) => string.Join(',', Range(start).Select(i => $$"""{"id":"i{{i}}","name":"the {{i}}th"}"""));

    private static bool IsLast(int start) => start + 5 >= Count;

    private static int Number(string? text, int otherwise) => text is null ? otherwise : int.Parse(text, CultureInfo.InvariantCulture);
}
