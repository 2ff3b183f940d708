using System.Globalization;
using System.Text.Json.Nodes;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>A page that is read for the number of all items.</summary>
/// <param name="page">The type of the page.</param>
/// <param name="frame">Where the page has its items and what says that it is not the last one, and what else makes it a page.</param>
/// <param name="total">Where it has the number.</param>
internal sealed class CountBody<TPage>(WireType<TPage> page, PageRequirements frame, PageOutput total) : BodyType<long>
{
    internal override WrittenBody Write(long value) => total.Pointer is { } place
        ? PageJson.Write((frame.Items, new JsonArray()), (place, value))
        : PageJson.Write((frame.Items, new JsonArray())) with { Headers = new([new(total.Header!, [value.ToString(CultureInfo.InvariantCulture)])]) };

    internal override async Task<long> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken)
    {
        var whole = new JsonBody<WholePage<TPage>>(null, (json, o) => WholePage<TPage>.Read(page, json, o, frame, null));
        var read = await whole.ReadAsync(response, options, cancellationToken).ConfigureAwait(false);
        var received = new ReceivedPage(response, response.RequestUri, read.Rest);
        return received.Number(total)
            ?? throw response.Unreadable(total.Header is { } header ? $"without the number of all items in the header {header}" : $"whose '{total.Place}' is not the number of all items");
    }
}
