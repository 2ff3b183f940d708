using System.Text;

namespace Kiln.Testing;

/// <summary>The exception of a verification that fails. Its message lists the set-ups that were not called, and the calls that were not set up.</summary>
public sealed class VerificationException : Exception
{
    internal VerificationException(IReadOnlyList<CallSetup> unused, IReadOnlyList<RecordedRequest> unexpected)
        : base(Describe(unused, unexpected)) => (Unused, Unexpected) = (unused, unexpected);

    /// <summary>Gets the set-ups that were not called.</summary>
    public IReadOnlyList<CallSetup> Unused { get; }

    /// <summary>Gets the calls that were not set up.</summary>
    public IReadOnlyList<RecordedRequest> Unexpected { get; }

    private static string Describe(IReadOnlyList<CallSetup> unused, IReadOnlyList<RecordedRequest> unexpected)
    {
        var text = new StringBuilder();
        Add("The code under test has not made these calls, which are set up:", unused);
        Add("It has made these calls, which are not set up:", unexpected);
        return text.ToString().TrimEnd();

        void Add<T>(string heading, IReadOnlyList<T> lines)
        {
            if (lines.Count > 0)
                text.Append(heading).Append('\n').AppendJoin("", lines.Select(line => $"- {line}\n"));
        }
    }
}
