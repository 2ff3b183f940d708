namespace Kiln.Runtime.Responses;

/// <summary>How far a download is.</summary>
/// <param name="BytesReceived">The bytes that were received and written, of all attempts together.</param>
/// <param name="TotalBytes">The length of the body in bytes; null if it is not known.</param>
public readonly record struct DownloadProgress(long BytesReceived, long? TotalBytes);
