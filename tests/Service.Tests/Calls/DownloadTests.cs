using System.Text;
using Acme.Service.Themes;
using Kiln.Runtime.Http;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Service.Tests.Support;

namespace Kiln.Service.Tests.OpenApi31;

/// <summary>Files that the service sends with their names, in parts, and from another place.</summary>
public sealed class DownloadTests(RunningService service) : ServiceCalls(service)
{
    [Fact]
    public async Task A_file_has_its_name_its_type_and_its_length()
    {
        await using var report = await Client.Files.Reports[2026].GetAsync(cancellationToken: Cancellation);
        var (content, progress) = await DownloadAsync(report);

        Assert.Equal((200, "application/pdf", "Übersicht 2026.pdf", 300_000), (report.StatusCode, report.ContentType, report.FileName, report.ContentLength));
        Assert.Equal(SampleFiles.ReportOf(2026), content);
        Assert.Equal(new DownloadProgress(300_000, 300_000), progress[^1]);
        Assert.Equal(progress.OrderBy(p => p.BytesReceived), progress);
    }

    [Fact]
    public async Task A_part_of_a_file_is_what_the_caller_asks_for()
    {
        await using var part = await Client.Files.Reports[2026].GetAsync(r => r.Headers.Add("Range", "bytes=100-199"), Cancellation);
        var (content, progress) = await DownloadAsync(part);

        Assert.Equal((206, 100, "bytes 100-199/300000"), (part.StatusCode, part.ContentLength, Assert.Single(part.Headers["Content-Range"])));
        Assert.Equal(SampleFiles.ReportOf(2026)[100..200], content);
        Assert.Equal(new DownloadProgress(100, 100), progress[^1]);
    }

    [Fact]
    public async Task A_file_on_the_disk_of_the_service_is_sent()
    {
        await using var rows = await Client.Files.Rows.GetAsync(cancellationToken: Cancellation);
        var (content, _) = await DownloadAsync(rows);

        Assert.Equal(("text/csv", "rows.csv", content.Length), (rows.ContentType, rows.FileName, (int)rows.ContentLength!));
        Assert.Equal(SampleFiles.RowText, Encoding.UTF8.GetString(content));
    }

    [Fact]
    public async Task A_file_that_is_compressed_on_the_way_has_no_length()
    {
        await using var rows = await Client.Compressed.Rows.GetAsync(cancellationToken: Cancellation);
        var (content, progress) = await DownloadAsync(rows);

        Assert.Equal(SampleFiles.RowText, Encoding.UTF8.GetString(content));
        Assert.Null(rows.ContentLength);
        Assert.Equal(new DownloadProgress(content.Length, null), progress[^1]);
    }

    [Fact]
    public async Task A_download_goes_on_where_the_connection_has_broken()
    {
        var attempts = new List<RetryInfo>();
        var retries = new RetryOptions { Delay = TimeSpan.Zero, OnRetry = attempts.Add };
        await using var report = await Client.Files.Broken[2025].GetAsync(r => r.Options.Add(retries), Cancellation);
        var (content, progress) = await DownloadAsync(report);

        Assert.Equal(SampleFiles.ReportOf(2025), content);
        Assert.Equal(new DownloadProgress(300_000, 300_000), progress[^1]);
        Assert.Single(attempts);
        Assert.Equal("bytes=150000-", Service.Received.Last<string>("range"));
    }

    [Fact]
    public async Task A_download_of_a_file_without_an_etag_goes_on_too()
    {
        await using var rows = await Client.Files.Broken.Rows.GetAsync(r => r.Options.Add(new RetryOptions { Delay = TimeSpan.Zero }), Cancellation);
        var (content, _) = await DownloadAsync(rows);

        Assert.False(rows.Headers.ContainsKey("ETag"));
        Assert.Equal(SampleFiles.RowText, Encoding.UTF8.GetString(content));
        Assert.Equal($"bytes={content.Length / 2}-", Service.Received.Last<string>("range"));
    }

    [Fact]
    public async Task A_file_that_is_read_as_a_stream_breaks_with_the_connection()
    {
        await using var report = await Client.Files.Broken[2024].GetAsync(cancellationToken: Cancellation);
        using var content = new MemoryStream();

        await Assert.ThrowsAnyAsync<Exception>(() => report.CopyToAsync(content, Cancellation));

        Assert.Equal(SampleFiles.ReportOf(2024)[..(int)content.Length], content.ToArray());
    }

    [Fact]
    public async Task A_file_is_read_from_the_place_to_which_the_service_sends()
    {
        await using var latest = await Client.Files.Latest.GetAsync(cancellationToken: Cancellation);
        var (content, _) = await DownloadAsync(latest);
        await using var place = await Client.Files.Latest.GetAsync(r => r.FollowsRedirects = false, Cancellation);

        Assert.Equal((200, "Übersicht 2026.pdf"), (latest.StatusCode, latest.FileName));
        Assert.Equal(SampleFiles.ReportOf(2026), content);
        Assert.Equal((302, "/files/reports/2026"), (place.StatusCode, place.Location!.AbsolutePath));
        Assert.Equal(-1, place.ReadByte());
    }

    private static async Task<(byte[] Content, IReadOnlyList<DownloadProgress> Progress)> DownloadAsync(ResponseStream body)
    {
        using var content = new MemoryStream();
        var progress = new Steps();
        await body.DownloadAsync(content, progress, Cancellation);
        return (content.ToArray(), progress);
    }

    private sealed class Steps : List<DownloadProgress>, IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => Add(value);
    }
}
