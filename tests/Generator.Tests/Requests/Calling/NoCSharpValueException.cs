namespace Kiln.Generator.Tests.Requests.Calling;

/// <summary>The type that an SDK has for a parameter or a body cannot hold what the document allows.</summary>
internal sealed class NoCSharpValueException(string subject, Exception inner) : Exception($"no value of C# for what is meant: {inner.Message}", inner)
{
    /// <summary>The parameter or the media type of the body.</summary>
    public string Subject => subject;
}
