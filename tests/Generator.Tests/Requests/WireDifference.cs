namespace Kiln.Generator.Tests.Requests;

/// <summary>Something that was sent otherwise than it was meant.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Subject">The parameter or the media type of the body; empty for the operation.</param>
/// <param name="What">What differs.</param>
internal sealed record WireDifference(string Operation, string Subject, string What)
{
    public override string ToString() => $"{Operation}: {Subject}{(Subject.Length == 0 ? "" : ": ")}{What}";
}
