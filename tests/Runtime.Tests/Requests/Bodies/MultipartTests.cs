using System.Text;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Requests.Bodies;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Kiota.Abstractions;
using Microsoft.Net.Http.Headers;

namespace Kiln.Runtime.Tests.Requests.Bodies;

/// <summary>Multipart forms as a server receives them, read by the multipart reader of ASP.NET Core.</summary>
public class MultipartTests
{
    private static readonly Random Random = new(7);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fields_files_lists_and_JSON_are_parts_of_their_own()
    {
        var form = new PhotoForm
        {
            Photo = FilePart.FromBytes(Encoding.UTF8.GetBytes("PNG é"), "a b.png"),
            Tags = ["x,y", "é"],
            Note = new() { ["k"] = "v" },
            Count = 5,
        };
        form.Add("extra", "more");
        form.HeadersOf("photo")["X-Camera"] = "old";

        var (received, parts) = await SendAsync(form);

        Assert.Equal(
            [
                "photo; a b.png; image/png; X-Camera=old: PNG é",
                "tags: x,y",
                "tags: é",
                "note; application/json: {\"k\":\"v\"}",
                "count: 5",
                "extra: more",
            ],
            parts);
        Assert.Equal(Encoding.UTF8.GetByteCount(received.Body).ToString(System.Globalization.CultureInfo.InvariantCulture), received.Headers["Content-Length"]);
    }

    [Theory]
    [InlineData("a\"b.png", "a\"b.png")]
    [InlineData("a\r\nX-Evil: 1\r\n\r\nb.png", "a\r\nX-Evil: 1\r\n\r\nb.png")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\me\\été.png", "été.png")]
    [InlineData("a\0b\u007f.png", "a\0b\u007f.png")]
    [InlineData("日本.png", "日本.png")]
    public async Task A_file_name_is_never_more_than_a_name(string name, string expected)
    {
        var form = new MultipartForm();
        form.Add(name, FilePart.FromBytes("1"u8.ToArray(), name));

        var (received, parts) = await SendAsync(form);

        Assert.Equal([$"{name}; {expected}; application/octet-stream: 1"], parts);
        Assert.DoesNotContain("\nX-Evil", received.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_texts_arrive_as_they_are()
    {
        for (var i = 0; i < 200; i++)
        {
            var form = new MultipartForm();
            var fields = Enumerable.Range(0, Random.Next(1, 5)).Select(_ => (Name: Text(), Value: Text())).ToList();
            foreach (var (name, value) in fields)
                form.Add(name, value);
            var request = new RequestInformation();
            request.SetMultipartContent(form);

            var parts = await ReadAsync(request.Headers["Content-Type"].Single(), request.Content);

            Assert.Equal(fields.Select(f => $"{f.Name}: {f.Value}"), parts);
        }

        static string Text() => string.Concat(Enumerable.Range(0, Random.Next(1, 12)).Select(_ => "ab\r\n\"\\;=-%zé日\t".EnumerateRunes().ElementAt(Random.Next(14))));
    }

    [Fact]
    public async Task A_form_is_sent_again_if_all_of_it_can_be_and_else_not()
    {
        var calls = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = ++calls % 2 == 1 ? 429 : 204;
            context.Response.Headers.RetryAfter = "0";
            return Task.CompletedTask;
        });
        var content = new string('x', 10_000);

        await SendAsync(server, Form(FilePart.FromStream(new MemoryStream(Encoding.UTF8.GetBytes("--" + content)) { Position = 2 }, "a.txt")));
        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, r => Assert.Equal(server.Requests.First().Body, r.Body));
        Assert.Contains("\r\n\r\n" + content + "\r\n--", server.Requests.First().Body, StringComparison.Ordinal);

        await Assert.ThrowsAsync<ServiceException>(() => SendAsync(server, Form(FilePart.FromStream(new OnceStream("onetwo"u8.ToArray()), "a.txt"))));
        var last = server.Requests.Last();
        Assert.Equal(3, server.Requests.Count);
        Assert.False(last.Headers.ContainsKey("Content-Length"));
        Assert.Contains("\r\n\r\nonetwo\r\n--", last.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callers_stream_is_disposed_unless_it_is_to_stay_open()
    {
        await using var server = await TestServer.StartAsync(204, null, "");
        var (kept, taken, body) = (new MemoryStream([1]), new MemoryStream([2]), new MemoryStream([3]));

        await SendAsync(server, Form(FilePart.FromStream(kept, "a", leaveOpen: true)));
        await SendAsync(server, Form(FilePart.FromStream(taken, "a")));
        var request = Request(server);
        request.SetStreamContent(body.LeaveOpen(), "application/octet-stream");
        await server.Adapter().SendAsync(request, BodyType.None, new ErrorMap(), Token);

        Assert.Equal((true, false, true), (kept.CanRead, taken.CanRead, body.CanRead));
    }

    [Fact]
    public async Task A_file_is_opened_when_it_is_sent_and_must_be_there_before()
    {
        await using var server = await TestServer.StartAsync(204, null, "");
        var path = Path.Combine(Path.GetTempPath(), $"kiln-{Guid.NewGuid():N}.txt");
        var form = Form(FilePart.FromFile(path, contentType: "text/plain"));

        await Assert.ThrowsAsync<FileNotFoundException>(() => SendAsync(server, form));
        await File.WriteAllTextAsync(path, new string('f', 5000), Token);
        try
        {
            await SendAsync(server, form);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Contains($"filename=\"{Path.GetFileName(path)}\"\r\nContent-Type: text/plain\r\n\r\nfff", Assert.Single(server.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_can_be_read_from_any_place()
    {
        var form = new MultipartForm();
        form.Add("a", "text");
        form.Add("b", FilePart.FromBytes(Enumerable.Range(0, 9000).Select(i => (byte)i).ToArray(), "b"));
        form.Add("c", FilePart.FromStream(new MemoryStream([.. Enumerable.Range(0, 7000).Select(i => (byte)(i * 3))]), "c"));
        var request = new RequestInformation();
        request.SetMultipartContent(form);
        var all = new MemoryStream();
        await request.Content.CopyToAsync(all, Token);
        var whole = all.ToArray();

        Assert.Equal(whole.Length, request.Content.Length);
        for (var i = 0; i < 100; i++)
        {
            var start = Random.Next(whole.Length);
            request.Content.Position = start;
            var buffer = new byte[Random.Next(1, whole.Length - start + 1)];
            if (i % 2 == 0)
                request.Content.ReadExactly(buffer);
            else
                await request.Content.ReadExactlyAsync(buffer, Token);
            Assert.True(whole.AsSpan(start, buffer.Length).SequenceEqual(buffer));
        }
    }

    [Fact]
    public void What_cannot_be_sent_is_refused_before_anything_is()
    {
        Assert.Throws<ArgumentException>(() => FilePart.FromBytes(default, "a\ud800.png"));
        Assert.Throws<ArgumentException>(() => FilePart.FromBytes(default, "a", "image"));
        Assert.Throws<ArgumentException>(() => Set(new() { Photo = FilePart.FromBytes(default, "a"), Tags = ["\ud800"] }));
        Assert.Contains("tags", Assert.Throws<ArgumentException>(() => Set(new() { Photo = FilePart.FromBytes(default, "a"), Tags = [null!] })).Message, StringComparison.Ordinal);
        var form = new PhotoForm { Photo = FilePart.FromBytes(default, "a") };
        form.Photo.Headers["X-A"] = "1\r\nX-B: 2";
        Assert.Throws<ArgumentException>(() => Set(form));
        form.Photo.Headers.Clear();
        form.HeadersOf("photo")["Content-Disposition"] = "inline";
        Assert.Throws<ArgumentException>(() => Set(form));

        static void Set(PhotoForm form) => new RequestInformation().SetMultipartContent(form);
    }

    [Fact]
    public async Task A_content_type_of_the_caller_gets_the_boundary_and_a_related_one_its_type()
    {
        var request = new RequestInformation();
        request.Headers.Add("Content-Type", "multipart/mixed");
        request.SetMultipartContent(Form(FilePart.FromBytes("1"u8.ToArray(), "a")));
        Assert.StartsWith("multipart/mixed; boundary=\"kiln-", request.Headers["Content-Type"].Single(), StringComparison.Ordinal);

        var related = new RequestInformation();
        related.SetMultipartContent(Form(FilePart.FromBytes("1"u8.ToArray(), "a", "image/png")), "multipart/related");
        Assert.EndsWith("; type=\"image/png\"", related.Headers["Content-Type"].Single(), StringComparison.Ordinal);

        var own = new RequestInformation();
        own.Headers.Add("Content-Type", "multipart/form-data; boundary=mine");
        own.SetMultipartContent(Form(FilePart.FromBytes("1"u8.ToArray(), "a")));
        Assert.Equal(["file; a; application/octet-stream: 1"], await ReadAsync("multipart/form-data; boundary=mine", own.Content));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipartx/form-data")]
    [InlineData("form")]
    public void A_content_type_without_a_boundary_is_refused(string contentType)
    {
        var request = new RequestInformation();
        request.Headers.Add("Content-Type", contentType);

        Assert.Throws<ArgumentException>(() => request.SetMultipartContent(new()));
        Assert.Throws<ArgumentException>(() => new RequestInformation().SetMultipartContent(new(), contentType));
    }

    private static MultipartForm Form(FilePart file)
    {
        var form = new MultipartForm();
        form.Add("file", file);
        return form;
    }

    private static RequestInformation Request(TestServer server) => new() { HttpMethod = Method.POST, URI = server.Url };

    private static async Task<(Received Received, IReadOnlyList<string> Parts)> SendAsync(MultipartForm form)
    {
        await using var server = await TestServer.StartAsync(204, null, "");
        await SendAsync(server, form);
        var received = Assert.Single(server.Requests);
        return (received, await ReadAsync(received.Headers["Content-Type"], new MemoryStream(Encoding.UTF8.GetBytes(received.Body))));
    }

    private static async Task SendAsync(TestServer server, MultipartForm form) =>
        await server.Adapter().SendAsync(Request(server).SetMultipartContent(form), BodyType.None, new ErrorMap(), Token);

    // Names are decoded as WHATWG HTML, "Multipart form data", has them encoded.
    private static async Task<IReadOnlyList<string>> ReadAsync(string contentType, Stream body)
    {
        var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary).ToString(), body);
        var parts = new List<string>();
        while (await reader.ReadNextSectionAsync(Token) is { } section)
        {
            var disposition = ContentDispositionHeaderValue.Parse(section.ContentDisposition!);
            string?[] facts =
            [
                Decode(disposition.Name.Value!),
                disposition.FileName.HasValue ? Decode(disposition.FileName.Value!) : null,
                section.ContentType,
                .. section.Headers!.Where(h => h.Key is not ("Content-Disposition" or "Content-Type")).Select(h => $"{h.Key}={h.Value}"),
            ];
            parts.Add($"{string.Join("; ", facts.Where(f => f is not null))}: {await new StreamReader(section.Body, Encoding.UTF8).ReadToEndAsync(Token)}");
        }
        return parts;
    }

    private static string Decode(string name) => name.Trim('"')
        .Replace("%22", "\"", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal)
        .Replace("%09", "\t", StringComparison.Ordinal).Replace("%00", "\0", StringComparison.Ordinal).Replace("%7F", "\u007f", StringComparison.Ordinal);

    private sealed class OnceStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    private sealed class PhotoForm : MultipartForm
    {
        public required FilePart Photo { get; init; }

        public IReadOnlyList<string>? Tags { get; init; }

        public Dictionary<string, string>? Note { get; init; }

        public int? Count { get; init; }

        protected override void AddTo(MultipartParts parts)
        {
            parts.Add("photo", Photo, "image/png");
            parts.AddList("tags", WireType.String, Tags);
            parts.Add("note", WireType.Dictionary(WireType.String), Note);
            parts.Add("count", WireType.Int32, Count);
        }
    }
}
