using Kiln.Runtime.Tests.Support;

namespace Kiln.Runtime.Tests.Faults.Mutations;

/// <summary>Pages: item by item and as JSON in pieces, whole, and as a single answer.</summary>
internal sealed class PageMutations : MutationSubject
{
    public override IReadOnlyList<byte[]> Sound { get; } =
    [
        Utf8(Json.Page(null, "1", "2")),
        Utf8("{\"data\":[" + Json.Event + "," + Json.EventWith("""
            "agentOs":"linux","dstPort":443,"fileSize":9007199254740993,"score":1.5e3,"relatedToThreat":true,"pid":"\u0032\ud83d\ude00é","errors":[{"code":1,"x":null}],
            "counts":{"a":1},"matrix":[[1,2],[]],"metadata":{"k":[1]},"codes":[1,null],"parent":{"id":"0"},"day":"2024-02-29","raw":"AQID","price":1.0
            """) + """],"pagination":{"nextCursor":null,"totalItems":2},"extra":[{"data":["\\"]}]}"""),
        Utf8("""{"pagination":{"totalItems":0,"nextCursor":""},"data":null,"errors":[]}"""),
    ];

    public override async Task<(bool IsValue, string? Problem)> TryAsync(PiecesClient client, byte[] body, int number, CancellationToken cancellationToken)
    {
        client.Answer(body, 0);
        var byPage = await Reading.ByPageAsync(client, cancellationToken);
        // A single answer comes whole by turns.
        client.Answer(body, number % 2 == 0 ? 0 : number + 1);
        var single = await Reading.SingleAsync(client, cancellationToken);
        client.Answer(body, number + 1);
        var byItem = await Reading.ByItemAsync(client, cancellationToken);
        var asJson = await Reading.AsJsonAsync(client, cancellationToken);

        Reading[] all = [byPage, single, byItem, asJson];
        var problem =
            all.FirstOrDefault(r => !r.IsPromised) is { } other ? $"not a promised exception; {other}\n{other.Error}" :
            Compare(byPage, byItem) ??
            // A single answer may be what is no page, and need not be refused then.
            (byPage.Error is null ? Compare(byPage, single) : null) ??
            (byPage.Error is null && asJson.Error is not null ? $"a page is refused as JSON; {asJson}" : null) ??
            (byPage.Error is null && byPage.Items.Count > asJson.Items.Count ? $"JSON has fewer items; {byPage}\n{asJson}" : null);
        return (byPage.Error is null, problem);
    }
}
