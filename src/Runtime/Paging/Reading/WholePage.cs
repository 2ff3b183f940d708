using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>A page that was read whole.</summary>
/// <param name="Body">The page.</param>
/// <param name="LeftOut">The places of the items that could not be read, in order; the list of the page does not have them.</param>
/// <param name="Rest">Its JSON without the items.</param>
internal readonly record struct WholePage<TPage>(TPage Body, IReadOnlyList<int> LeftOut, ReadOnlyMemory<byte> Rest)
{
    /// <summary>Reads a page.</summary>
    /// <param name="type">What it is.</param>
    /// <param name="json">Its JSON.</param>
    /// <param name="options">How to read.</param>
    /// <param name="frame">What it needs to be a page.</param>
    /// <param name="trace">Takes the items; null where nobody asks for them.</param>
    public static WholePage<TPage> Read(WireType<TPage> type, ReadOnlySpan<byte> json, ReadOptions options, PageRequirements frame, ItemsTrace? trace)
    {
        var body = WireJson.ReadPage(type, json, options, frame, out var leftOut);
        return new(body, leftOut, WithoutItems(JsonText.SkipByteOrderMark(json), frame.Items, options.MaxDepth, trace));
    }

    /// <summary>Those of the page's items that stand behind some number of items, counting also what could not be read.</summary>
    public IReadOnlyList<TItem> Behind<TItem>(int count, IReadOnlyList<TItem> items)
    {
        if (count == 0)
            return items;
        return [.. items.Skip(count - LeftOut.Count(place => place < count))];
    }

    /// <summary>The place in the page of an item of its list.</summary>
    /// <param name="skipped">How many places are not counted.</param>
    /// <param name="index">The index among the items behind them.</param>
    public int PlaceOf(int skipped, int index)
    {
        var place = skipped;
        for (var left = index; ; place++)
        {
            if (!LeftOut.Contains(place) && left-- == 0)
                return place;
        }
    }

    // As it is kept of a page that is read while it arrives.
    private static byte[] WithoutItems(ReadOnlySpan<byte> json, JsonPointer items, int maxDepth, ItemsTrace? trace)
    {
        if (!new ItemsLocator(items.Tokens, maxDepth).Find(json, out var start))
            return json.ToArray();
        var scanner = new JsonValueScanner();
        scanner.IsWhole(json[(start - 1)..]);
        var end = start - 1 + scanner.Length;
        if (trace is not null)
            Trace(json[(start - 1)..end], maxDepth, trace);
        return [.. json[..start], .. json[(end - 1)..]];
    }

    private static void Trace(ReadOnlySpan<byte> items, int maxDepth, ItemsTrace trace)
    {
        var reader = new Utf8JsonReader(items, new JsonReaderOptions { MaxDepth = maxDepth });
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            trace.Add(items[start..(int)reader.BytesConsumed]);
        }
    }
}
