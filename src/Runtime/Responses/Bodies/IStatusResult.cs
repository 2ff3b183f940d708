namespace Kiln.Runtime.Responses;

/// <summary>A result whose body depends on the status code. Implemented by emitted classes.</summary>
public interface IStatusResult
{
    /// <summary>Gets the status code that was received.</summary>
    int StatusCode { get; }
}
