using System.Net.Http.Headers;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Requests.Bodies;

/// <summary>A file in a multipart form (RFC 7578): its content, and the name, content type and headers that are sent with it.</summary>
/// <remarks>
/// The content is read while the request is sent, and is not copied before. A part of bytes, of a file or of a seekable stream can be sent again by a retry. A part of a
/// stream can be used for one call. Not thread-safe.
/// </remarks>
public sealed class FilePart
{
    private readonly Func<PartContent> open;

    private FilePart(Func<PartContent> open, string? fileName, string? contentType)
    {
        if (fileName is not null && JsonUnicode.HasUnpaired(fileName))
            throw new ArgumentException("A file name with an unpaired surrogate cannot be sent in UTF-8.", nameof(fileName));
        if (contentType is not null && !MediaTypeHeaderValue.TryParse(contentType, out _))
            throw new ArgumentException("The content type is not a media type such as image/png.", nameof(contentType));
        this.open = open;
        FileName = fileName;
        ContentType = contentType;
    }

    /// <summary>Gets the name that is sent; null for none. Directories in it are not sent, and <c>"</c>, CR and LF are percent-encoded (RFC 7578, section 4.2).</summary>
    public string? FileName { get; }

    /// <summary>Gets the media type of the content; null for the one that the document defines, or <c>application/octet-stream</c>.</summary>
    public string? ContentType { get; }

    /// <summary>Gets further headers of the part. Names and values are checked when a request is created.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates a part of bytes.</summary>
    /// <param name="bytes">The content, which must not be changed until the call is over.</param>
    /// <param name="fileName">The name of the file, by which most servers recognize a file; null for none.</param>
    /// <param name="contentType">The media type; null for the one that the document defines, or <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">The file name is not valid Unicode, or the content type not a media type.</exception>
    public static FilePart FromBytes(ReadOnlyMemory<byte> bytes, string? fileName, string? contentType = null) => new(() => new BytesContent(bytes), fileName, contentType);

    /// <summary>Creates a part of a stream, from its position to its end.</summary>
    /// <param name="stream">The content. Without a known length the request is sent in chunks, and a stream that cannot seek is not sent again by a retry.</param>
    /// <param name="fileName">The name of the file, by which most servers recognize a file; null for none.</param>
    /// <param name="contentType">The media type; null for the one that the document defines, or <c>application/octet-stream</c>.</param>
    /// <param name="leaveOpen">Whether the caller disposes the stream; by default it is disposed when the call is over.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, the file name is not valid Unicode, or the content type is not a media type.</exception>
    public static FilePart FromStream(Stream stream, string? fileName, string? contentType = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        return new(() => new StreamedContent(stream, leaveOpen), fileName, contentType);
    }

    /// <summary>Creates a part of a file, which is opened when it is sent.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="fileName">The name that is sent; null for that of the file, without its directories.</param>
    /// <param name="contentType">The media type; null for the one that the document defines, or <c>application/octet-stream</c>.</param>
    /// <remarks>A call whose file is missing ends in a <see cref="FileNotFoundException"/> before anything is sent.</remarks>
    /// <exception cref="ArgumentException">The path is empty, the file name is not valid Unicode, or the content type is not a media type.</exception>
    public static FilePart FromFile(string path, string? fileName = null, string? contentType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(() => new FileContent(path), fileName ?? Path.GetFileName(path), contentType);
    }

    /// <summary>Begins to send the content.</summary>
    internal PartContent Open() => open();
}
