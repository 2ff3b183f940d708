using Kiln.Runtime.Requests.Bodies;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Benchmarks.Subjects;

/// <summary>A multipart form of three fields and a file of 1 MB, made and sent to a stream that copies it away in pieces, as a socket does.</summary>
internal sealed class Uploading
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 1024 * 1024).Select(i => (byte)(i * 7))];

    private readonly Sink sink = new();

    /// <summary>How many bytes were sent last.</summary>
    public long Sent => sink.Count;

    public void Ours()
    {
        var form = new UploadForm { Title = "Rex in the park", Album = "Dogs", Year = 2024, File = FilePart.FromStream(new MemoryStream(Bytes), "rex.png", "image/png") };
        var request = new RequestInformation().SetMultipartContent(form);
        using var content = new StreamContent(request.Content);
        Send(content);
    }

    public void HttpClient()
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent("Rex in the park"), "title" },
            { new StringContent("Dogs"), "album" },
            { new StringContent("2024"), "year" },
        };
        var file = new StreamContent(new MemoryStream(Bytes));
        file.Headers.ContentType = new("image/png");
        content.Add(file, "file", "rex.png");
        Send(content);
    }

    // Nothing of it waits.
    private void Send(HttpContent content)
    {
        sink.Count = 0;
        content.CopyToAsync(sink).GetAwaiter().GetResult();
    }

    private sealed class UploadForm : MultipartForm
    {
        public required string Title { get; init; }

        public required string Album { get; init; }

        public required int Year { get; init; }

        public required FilePart File { get; init; }

        protected override void AddTo(MultipartParts parts)
        {
            parts.Add("title", WireType.String, Title);
            parts.Add("album", WireType.String, Album);
            parts.Add("year", WireType.Int32, Year);
            parts.Add("file", File, "image/png");
        }
    }

    private sealed class Sink : Stream
    {
        private readonly byte[] buffer = new byte[16 * 1024];

        public long Count { get; set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> bytes)
        {
            Count += bytes.Length;
            for (var rest = bytes; rest.Length > 0; rest = rest[Math.Min(rest.Length, buffer.Length)..])
                rest[..Math.Min(rest.Length, buffer.Length)].CopyTo(buffer);
        }

        public override void Write(byte[] bytes, int offset, int count) => Write(bytes.AsSpan(offset, count));

        public override Task WriteAsync(byte[] bytes, int offset, int count, CancellationToken cancellationToken)
        {
            Write(bytes.AsSpan(offset, count));
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
        {
            Write(bytes.Span);
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] bytes, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
