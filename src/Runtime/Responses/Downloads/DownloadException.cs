namespace Kiln.Runtime.Responses;

/// <summary>The exception that is thrown for a download that broke off and could not be resumed. What was written to the destination is the beginning of the body, and nothing else.</summary>
public sealed class DownloadException : IOException
{
    internal DownloadException(string message, long bytesReceived, Exception? inner)
        : base(message, inner) => BytesReceived = bytesReceived;

    /// <summary>Gets the bytes that were received and written.</summary>
    public long BytesReceived { get; }
}
