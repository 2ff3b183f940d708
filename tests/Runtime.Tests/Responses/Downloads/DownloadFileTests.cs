using Kiln.Runtime.Responses;

namespace Kiln.Runtime.Tests.Responses;

public sealed class DownloadFileTests : IDisposable
{
    private static readonly byte[] Content = DownloadServer.Content(200_000);

    private readonly string folder = Directory.CreateTempSubdirectory("kiln-downloads").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Target => Path.Combine(folder, "file.bin");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_is_there_when_it_is_whole(bool existed)
    {
        if (existed)
            await File.WriteAllTextAsync(Target, "before", Token);
        await using var server = new DownloadServer(Content, number => number == 0 ? 1000 : null);
        await using var stream = await server.OpenAsync();

        await stream.DownloadToFileAsync(Target, new Watching(() => Assert.Equal(existed, File.Exists(Target))), Token);

        Assert.Equal(Content, await File.ReadAllBytesAsync(Target, Token));
        Assert.Equal([Target], Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_download_that_fails_leaves_all_as_it_was(bool existed)
    {
        if (existed)
            await File.WriteAllTextAsync(Target, "before", Token);
        await using var server = new DownloadServer(Content, _ => 1000, (_, response) => response["Accept-Ranges"] = null);
        await using var stream = await server.OpenAsync();

        await Assert.ThrowsAsync<DownloadException>(() => stream.DownloadToFileAsync(Target, cancellationToken: Token));

        Assert.Equal(existed ? [Target] : [], Directory.GetFileSystemEntries(folder));
        if (existed)
            Assert.Equal("before", await File.ReadAllTextAsync(Target, Token));
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_an_error_before_anything_is_read()
    {
        await using var stream = new ResponseStream(new MemoryStream(Content));

        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => stream.DownloadToFileAsync(Path.Combine(folder, "none", "file"), cancellationToken: Token));

        Assert.Equal(Content[0], stream.ReadByte());
    }

    [Fact]
    public async Task A_path_that_is_a_folder_is_an_error_that_leaves_nothing()
    {
        await using var stream = new ResponseStream(new MemoryStream(Content));
        Directory.CreateDirectory(Target);

        await Assert.ThrowsAnyAsync<SystemException>(() => stream.DownloadToFileAsync(Target, cancellationToken: Token));

        Assert.Equal([Target], Directory.GetFileSystemEntries(folder));
    }

    private sealed class Watching(Action look) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => look();
    }
}
