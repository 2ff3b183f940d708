using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>A page read by pointers alone: its items as they came, and the cursor.</summary>
internal sealed class RawPageBody(JsonPointer itemsPointer, JsonPointer cursorPointer) : BodyType<(IReadOnlyList<JsonElement> Items, string? Cursor)>
{
    internal override async Task<(IReadOnlyList<JsonElement> Items, string? Cursor)> ReadAsync(
        Answer answer, ReadOptions options, CancellationToken cancellationToken)
    {
        using var body = await answer.ReadAsync(options, cancellationToken).ConfigureAwait(false);
        var utf8 = JsonBody.ToUtf8(answer, body.Memory);
        try
        {
            JsonBody.ThrowIfEmpty(answer, utf8);
            var page = WireJson.Read(WireType.Json, utf8.Span, options);
            return (Items(page), Cursor(page));
        }
        catch (WireFormatException e)
        {
            throw JsonBody.Wrap(answer, body.Memory, e);
        }
    }

    private IReadOnlyList<JsonElement> Items(JsonElement page)
    {
        if (!itemsPointer.TryFind(page, out var items) || items.ValueKind == JsonValueKind.Null)
            return [];
        if (items.ValueKind != JsonValueKind.Array)
            throw new WireFormatException($"the items are not a list but {items.ValueKind}", JsonPath(itemsPointer), 0);

        // Clones own their memory; otherwise one kept item would keep its whole page.
        return [.. items.EnumerateArray().Select(i => i.Clone())];
    }

    private string? Cursor(JsonElement page) => !cursorPointer.TryFind(page, out var cursor)
        ? null
        : cursor.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => cursor.GetString(),
            JsonValueKind.Number => cursor.GetRawText(),
            _ => throw new WireFormatException($"the next cursor is no string but {cursor.ValueKind}", JsonPath(cursorPointer), 0),
        };

    private static string JsonPath(JsonPointer pointer) => "$" + pointer.ToString().Replace('/', '.');
}
