using System.Text;

namespace Kiln.Testing;

/// <summary>The exception of a call that a test has not set up. Its message has the call, and why each of the set-ups is not for it.</summary>
public sealed class UnexpectedCallException : Exception
{
    internal UnexpectedCallException(RecordedRequest request, IReadOnlyList<CallSetup> setups, IReadOnlyList<string> mismatches)
        : base(Describe(request, setups, mismatches)) => Request = request;

    /// <summary>Gets the request of the call.</summary>
    public RecordedRequest Request { get; }

    private static string Describe(RecordedRequest request, IReadOnlyList<CallSetup> setups, IReadOnlyList<string> mismatches)
    {
        var text = new StringBuilder($"The test has not set up this call: {request}");
        text.Append(setups.Count == 0 ? "\nNothing is set up. A call is set up by fake.Setup(() => client.….GetAsync())." : "\nIt has set up:");
        foreach (var (setup, why) in setups.Zip(mismatches))
            text.Append($"\n- {setup} ({why})");
        return text.ToString();
    }
}
