using Kiln.Runtime.Responses;

namespace Kiln.Testing;

/// <summary>Answers to calls that return a stream.</summary>
public static class StreamSetupExtensions
{
    /// <summary>Answers with the bytes of a stream. Give a <see cref="ResponseStream"/> where the content type or the file name matters.</summary>
    /// <param name="setup">The set-up.</param>
    /// <param name="body">The stream, which is read to its end at once.</param>
    /// <param name="configure">Sets the status code, headers and a delay.</param>
    /// <returns>The set-up.</returns>
    public static CallSetup<ResponseStream> Returns(this CallSetup<ResponseStream> setup, Stream body, Action<FakeResponse>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(body);
        return setup.Returns(body as ResponseStream ?? new ResponseStream(body), configure);
    }
}
