using System.Text;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Faults.Mutations;

/// <summary>Answers that are a map of unions, which are texts, models and lists of unions.</summary>
internal sealed class UnionMutations : MutationSubject
{
    private static readonly WireType<Dictionary<string, Branch>> Type = WireType.Dictionary(WireType.Union<Branch>());

    public override IReadOnlyList<byte[]> Sound { get; } =
    [
        Utf8("""{"a":"text","b":{"name":"n","kind":"tree","named":{"x":{"name":"","branch":["p",{"kind":"tree"}]}}},"":[[],["\u00e9",{"kind":"tree","name":"m"}]],"c":{"kind":"other","z":[1]}}"""),
        Utf8("""{"t":{"child":{"name":"c","pair":["00000000-0000-0000-0000-00000000000a",{"name":"p"}]},"cube":[[[{"name":"q"}]]],"x":{"a":[1.5e3,null]},"kind":"tree"}}"""),
    ];

    public override async Task<(bool IsValue, string? Problem)> TryAsync(PiecesClient client, byte[] body, int number, CancellationToken cancellationToken)
    {
        client.Answer(body, 0);
        var whole = await ReadAsync("whole", client, cancellationToken);
        client.Answer(body, number + 1);
        var inPieces = await ReadAsync("in pieces", client, cancellationToken);

        Reading[] all = [whole, inPieces];
        var problem =
            all.FirstOrDefault(r => !r.IsPromised) is { } other ? $"not a promised exception; {other}\n{other.Error}" :
            Compare(whole, inPieces) ??
            // Not always as the same text: a value whose JSON was kept is written without what it lacks, and then read as a model that is written with it.
            (whole.Items is [var json] && Again(json) is { Error: not null } again ? $"what was written cannot be read; {again}" : null);
        return (whole.Error is null, problem);
    }

    private static async Task<Reading> ReadAsync(string way, PiecesClient client, CancellationToken cancellationToken)
    {
        try
        {
            var value = await client.Adapter.SendAsync(client.Events.ToGetRequestInformation(), BodyType.Json(Type), new ErrorMap(), cancellationToken);
            return new(way, [Write(value)], null);
        }
        catch (Exception e)
        {
            return new(way, [], e);
        }
    }

    /// <summary>Reads what was written.</summary>
    private static Reading Again(string json)
    {
        try
        {
            return new("read again", [Write(WireJson.Read(Type, Encoding.UTF8.GetBytes(json)))], null);
        }
        catch (Exception e)
        {
            return new("read again", [], e);
        }
    }

    private static string Write(Dictionary<string, Branch> value) => Encoding.UTF8.GetString(WireJson.Write(Type, value));
}
