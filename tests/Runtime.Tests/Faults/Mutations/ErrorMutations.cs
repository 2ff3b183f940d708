using System.Text;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Faults.Mutations;

/// <summary>Bodies of errors: always the exception of the status, with a typed error or none, and the same whole and in pieces.</summary>
internal sealed class ErrorMutations : MutationSubject
{
    private const int Status = 400;

    public override IReadOnlyList<byte[]> Sound { get; } =
    [
        Utf8("""{"errors":[{"code":4010010,"detail":null,"title":"Authentication Failed"}]}"""),
        Utf8("""{"errors":[{"code":1,"title":"\u0041\ud83d\ude00é","detail":"x","more":{"a":[1,{}]}},{"code":2}],"extra":[true,1.5e3,null]}"""),
    ];

    public override async Task<(bool IsValue, string? Problem)> TryAsync(PiecesClient client, byte[] body, int number, CancellationToken cancellationToken)
    {
        var whole = await ReadAsync("whole", body, int.MaxValue, cancellationToken);
        var inPieces = await ReadAsync("in pieces", body, number % 50 + 1, cancellationToken);

        Reading[] all = [whole, inPieces];
        var problem = all.FirstOrDefault(r => r.Error is not null) is { } other ? $"not a promised exception; {other}\n{other.Error}" : Compare(whole, inPieces);
        return (whole.Items.Count == 2, problem);
    }

    /// <summary>The text and the typed error, if there is one; an error where another exception came.</summary>
    private static async Task<Reading> ReadAsync(string way, byte[] body, int pieces, CancellationToken cancellationToken)
    {
        try
        {
            await BodyAdapter.Events(_ => new PiecesStream(body, pieces), status: Status).GetAsync(cancellationToken: cancellationToken);
            return new(way, [], new InvalidOperationException("It came to a value."));
        }
        catch (ErrorResponseException e) when (e.StatusCode == Status)
        {
            return new(way, e.Error is null ? [e.BodyText] : [e.BodyText, Write(e.Error)], null);
        }
        catch (Exception e)
        {
            return new(way, [], e);
        }
    }

    private static string Write(ErrorResponse error) => Encoding.UTF8.GetString(WireJson.Write(WireType.Model<ErrorResponse>(), error));
}
