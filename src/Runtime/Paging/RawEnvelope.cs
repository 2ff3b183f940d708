using System.Text.Json;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>What a page that is read by pointers alone says beside its items.</summary>
internal static class RawEnvelope
{
    private static readonly WireType<JsonElement> Json = WireType.Json;

    /// <summary>The cursor of the next page, or null.</summary>
    public static string? Cursor(ArrivingPage<JsonElement> page, JsonPointer items, JsonPointer cursor)
    {
        var envelope = page.ReadEnvelope(Json);
        if (items.TryFind(envelope, out var list) && list.ValueKind != JsonValueKind.Null)
        {
            if (list.ValueKind != JsonValueKind.Array)
                throw page.Unexpected($"the items are not a list but {list.ValueKind}", items);
            if (list.GetArrayLength() > 0)
                throw page.ItemsTwice();
        }
        if (!cursor.TryFind(envelope, out var next))
            return null;

        return next.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => next.GetString(),
            JsonValueKind.Number => next.GetRawText(),
            _ => throw page.Unexpected($"the next cursor is no string but {next.ValueKind}", cursor),
        };
    }
}
