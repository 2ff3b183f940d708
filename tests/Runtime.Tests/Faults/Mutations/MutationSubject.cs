using System.Text;

namespace Kiln.Runtime.Tests.Faults.Mutations;

/// <summary>One kind of body that is damaged, and the ways in which it is read.</summary>
internal abstract class MutationSubject
{
    /// <summary>The bodies before they are damaged.</summary>
    public abstract IReadOnlyList<byte[]> Sound { get; }

    /// <summary>Reads a body in each way.</summary>
    /// <param name="client">What reads; for one call at a time.</param>
    /// <param name="body">The body.</param>
    /// <param name="number">Its number, which says which pieces it comes in.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Whether it was read, and what is wrong with how it was read or refused; null if nothing is.</returns>
    public abstract Task<(bool IsValue, string? Problem)> TryAsync(PiecesClient client, byte[] body, int number, CancellationToken cancellationToken);

    protected static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);

    /// <summary>What is wrong where two ways of reading must come to the same; null if nothing is.</summary>
    protected static string? Compare(Reading one, Reading other) =>
        one.Error is null != other.Error is null ? $"the readers differ; {one}\n{other}" :
        one.Error is null && !one.Items.SequenceEqual(other.Items) ? $"the items differ; {one}\n{other}" :
        null;
}
