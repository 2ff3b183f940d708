using System.Globalization;

namespace Kiln.Runtime.Responses;

/// <summary>
/// The body of a response, read while it arrives, with what its headers say of it. Disposing it ends the call, and gives the connection back. Reading throws an
/// <see cref="IOException"/> if the connection fails or the compression is corrupt.
/// </summary>
/// <remarks>Not thread-safe, like other streams. It cannot seek, and has no length beside <see cref="ContentLength"/>.</remarks>
public sealed class ResponseStream : Stream
{
    private readonly RawResponse? first;
    private RawResponse? response;
    private Stream body;

    /// <summary>Initializes a stream as that of a response with the status code 200, for example in tests of code that takes one.</summary>
    /// <param name="body">The body, which is disposed with this stream.</param>
    /// <param name="contentType">The content type; null, the default, for none.</param>
    /// <param name="fileName">The file name of <c>Content-Disposition</c>; null, the default, for none.</param>
    public ResponseStream(Stream body, string? contentType = null, string? fileName = null)
        : this(body, 200, HeadersOf(body, contentType, fileName))
    {
    }

    /// <summary>Initializes a stream as that of a response, for example in tests of code that takes one.</summary>
    /// <param name="body">The body, which is disposed with this stream.</param>
    /// <param name="statusCode">The status code.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="location">Where <c>Location</c> leads; null, the default, for nowhere.</param>
    public ResponseStream(Stream body, int statusCode, ResponseHeaders headers, Uri? location = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(headers);
        (this.body, StatusCode, Headers, Location) = (body, statusCode, headers, location);
        ContentLength = long.TryParse(headers.GetText("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;
    }

    internal ResponseStream(RawResponse response, Stream body)
        : this(body, response.StatusCode, response.Headers, response.Location)
    {
        first = this.response = response;
        ContentLength = SuccessStatuses.IsAny(response.StatusCode) ? response.Announced : 0;
    }

    /// <summary>Gets the status code: 200 to 299, or that of a redirect that the document has and that was not followed.</summary>
    public int StatusCode { get; }

    /// <summary>Gets all headers.</summary>
    public ResponseHeaders Headers { get; }

    /// <summary>Gets the content type with its parameters, as received; null if there is none.</summary>
    public string? ContentType => Headers.GetText("Content-Type");

    /// <summary>Gets the length of the body in bytes; null if the service does not say it, or if the body is decompressed on the way.</summary>
    public long? ContentLength { get; }

    /// <summary>
    /// Gets the name under which the body can be saved (<c>Content-Disposition</c>, RFC 6266, with <c>filename*</c>, RFC 8187); null if the service names none, or none that is left after the
    /// following: it is one name without folders, control characters, characters that a file system reserves, dots at its start, or dots and spaces at its end, of at most 200 bytes in UTF-8.
    /// </summary>
    public string? FileName => ContentDisposition.FileNameOf(Headers.GetText("Content-Disposition"));

    /// <summary>Gets the absolute URL to which <c>Location</c> leads: of a redirect that was not followed, the target; null if there is none.</summary>
    public Uri? Location { get; }

    /// <summary>The bytes that were read.</summary>
    internal long Received { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => body.CanRead;

    /// <summary>Gets false.</summary>
    public override bool CanSeek => false;

    /// <summary>Gets false.</summary>
    public override bool CanWrite => false;

    /// <summary>Not supported; see <see cref="ContentLength"/>.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override long Length => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// Copies what is left of the body to a stream. If the connection breaks, or nothing comes for <see cref="Contracts.ReadOptions.BodyTimeout"/>, the download is resumed where it broke off, by a
    /// request for the rest (<c>Range</c> with <c>If-Range</c>; RFC 9110, section 14.2). That needs a GET, a service that sends <c>Accept-Ranges: bytes</c>, the length, and a strong <c>ETag</c> or a
    /// <c>Last-Modified</c>; how often it is tried in succession without 64 KiB in between, and after which delays, is up to <see cref="Http.RetryOptions"/>. If the content has changed in the meantime, the
    /// download fails; parts of two versions are never mixed.
    /// </summary>
    /// <param name="destination">The stream to write to, which stays open. What it throws propagates unchanged.</param>
    /// <param name="progress">Is told how far the download is: at its start and end, and about every 64 KiB; null, the default, for nobody.</param>
    /// <param name="cancellationToken">A token to cancel the download.</param>
    /// <exception cref="DownloadException">The download broke off, and could not be resumed. What was written is the beginning of the content.</exception>
    /// <exception cref="InvalidOperationException">The response is a redirect that was not followed.</exception>
    public Task DownloadAsync(Stream destination, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (StatusCode is >= 300 and <= 399)
            throw new InvalidOperationException($"The response is a redirect that was not followed ({StatusCode}), and has nothing to download.");
        return new Download(this, first, destination, progress).RunAsync(cancellationToken);
    }

    /// <summary>
    /// Saves what is left of the body as a file, as <see cref="DownloadAsync"/> does. It is written to a temporary file in the same folder, which gets its name when it is complete: there is never a
    /// part of the content under that name. A file that exists is replaced.
    /// </summary>
    /// <param name="path">The path of the file. <see cref="FileName"/> is chosen by the service: use it only together with a folder of your choice.</param>
    /// <param name="progress">Is told how far the download is; null, the default, for nobody.</param>
    /// <param name="cancellationToken">A token to cancel the download, which removes the temporary file.</param>
    /// <exception cref="DownloadException">The download broke off, and could not be resumed.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written, or is a folder.</exception>
    public async Task DownloadToFileAsync(string path, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var target = Path.GetFullPath(path);
        var partial = Path.Combine(Path.GetDirectoryName(target) ?? "", $".{Path.GetRandomFileName()}.part");
        var file = new FileStream(partial, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 0 });
        try
        {
            await using (file.ConfigureAwait(false))
                await DownloadAsync(file, progress, cancellationToken).ConfigureAwait(false);
            File.Move(partial, target, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Goes on with the rest of the body from another response.</summary>
    internal void Replace(RawResponse rest, Stream restOfBody)
    {
        body.Dispose();
        response?.Dispose();
        (response, body) = (rest, restOfBody);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = body.Read(buffer);
            Received += read;
            return read;
        }
        catch (Exception e) when (IsForeign(e))
        {
            throw new IOException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            Received += read;
            return read;
        }
        catch (Exception e) when (IsForeign(e))
        {
            throw new IOException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Does nothing.</summary>
    public override void Flush()
    {
    }

    /// <summary>Not supported.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
            response?.Dispose();
        }
        base.Dispose(disposing);
    }

    // Corrupt Brotli is an InvalidOperationException, corrupt gzip an InvalidDataException.
    private static bool IsForeign(Exception e) => e is not (IOException or OperationCanceledException or ObjectDisposedException) && RawResponse.IsBroken(e);

    private static ResponseHeaders HeadersOf(Stream body, string? contentType, string? fileName)
    {
        ArgumentNullException.ThrowIfNull(body);
        List<KeyValuePair<string, IEnumerable<string>>> headers = [];
        Add("Content-Type", contentType);
        Add("Content-Disposition", fileName is null ? null : ContentDisposition.Attachment(fileName));
        Add("Content-Length", body.CanSeek ? (body.Length - body.Position).ToString(CultureInfo.InvariantCulture) : null);
        return new(headers);

        void Add(string name, string? value)
        {
            if (value is not null)
                headers.Add(new(name, [value]));
        }
    }
}
