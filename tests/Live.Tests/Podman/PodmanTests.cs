using System.Formats.Tar;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Microsoft.Kiota.Abstractions.Authentication;
using Podman;
using Podman.Models;

namespace Kiln.Live.Tests.Podman;

/// <summary>podman, with containers: logs while they are written, and events.</summary>
public sealed class PodmanTests(PodmanServer server) : IClassFixture<PodmanServer>
{
    private const string Image = "kiln";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_output_of_a_container_is_read()
    {
        var (client, container) = await CreateAsync("echo one; echo two; echo three >&2");
        await container.Start.PostAsync(cancellationToken: Cancellation);
        var ended = await container.Wait.PostAsync(cancellationToken: Cancellation);

        await using var logs = await container.Logs.GetAsync(
            r => (r.QueryParameters.Stdout, r.QueryParameters.Stderr) = (true, true), Cancellation);
        var frames = await LogFrames.ReadAsync(logs).ToListAsync(Cancellation);
        var info = await client.Info.GetAsync(cancellationToken: Cancellation);

        Assert.Equal(0, ended.StatusCode);
        Assert.Equal(["one\n", "two\n"], frames.Where(f => f.Kind == 1).Select(f => f.Text));
        Assert.Equal(["three\n"], frames.Where(f => f.Kind == 2).Select(f => f.Text));
        Assert.True(info is { Driver: "vfs", Containers: > 0, Images: > 0 });
    }

    [Fact]
    public async Task The_output_of_a_container_is_followed_while_it_is_written()
    {
        var (_, container) = await CreateAsync("trap 'echo stopped; exit 7' TERM; echo started; while :; do sleep 0.05; done");
        await container.Start.PostAsync(cancellationToken: Cancellation);

        await using var logs = await container.Logs.GetAsync(r => (r.QueryParameters.Stdout, r.QueryParameters.Follow) = (true, true), Cancellation);
        var texts = new List<string>();
        await foreach (var (_, text) in LogFrames.ReadAsync(logs))
        {
            texts.Add(text);
            if (texts.Count == 1)
                await container.Kill.PostAsync(r => r.QueryParameters.Signal = "TERM", Cancellation);
        }
        var ended = await container.Wait.PostAsync(cancellationToken: Cancellation);

        Assert.Equal(["started\n", "stopped\n"], texts);
        Assert.Equal(7, ended.StatusCode);
    }

    [Fact]
    public async Task Events_are_read_while_they_happen()
    {
        var (client, container) = await CreateAsync("true");
        await using var events = client.Events.GetStreamAsync(r => r.QueryParameters.Since = "1h").GetAsyncEnumerator(Cancellation);
        Assert.True(await events.MoveNextAsync());

        await container.Start.PostAsync(cancellationToken: Cancellation);
        var id = (await container.Wait.PostAsync(cancellationToken: Cancellation)).StatusCode;
        await container.DeleteAsync(cancellationToken: Cancellation);

        while (events.Current is not { Type: "container", Action: "remove" })
            Assert.True(await events.MoveNextAsync());
        Assert.Equal(0, id);
        Assert.NotEmpty(events.Current.Actor.Id);
    }

    [Fact]
    public async Task The_files_of_a_container_are_read_as_an_archive()
    {
        var (_, container) = await CreateAsync("true");

        await using var files = await container.Export.GetAsync(cancellationToken: Cancellation);
        await using var archive = new TarReader(files);
        var names = new List<string>();
        while (await archive.GetNextEntryAsync(cancellationToken: Cancellation) is { } entry)
            names.Add(entry.Name);

        Assert.Contains("bin/busybox", names);
    }

    [Fact]
    public async Task What_is_not_there_is_an_error_with_a_reason()
    {
        var missing = await Assert.ThrowsAsync<ErrorException>(() => Client().Containers["nothing"].Logs.GetAsync(r => r.QueryParameters.Stdout = true, Cancellation));

        Assert.Equal((404, 404), (missing.StatusCode, missing.Error!.Response));
        Assert.Contains("nothing", missing.Error.Message, StringComparison.Ordinal);
    }

    private async Task<(PodmanClient Client, global::Podman.Containers.Item.ContainersItemRequestBuilder Container)> CreateAsync(string script)
    {
        var client = Client();
        await using var image = File.OpenRead(server.ImagePath);
        await foreach (var progress in client.Images.Create.PostStreamAsync("-", Image, image).WithCancellation(Cancellation))
            Assert.Null(progress.Error);
        var created = await client.Containers.Create.PostAsync(new() { Image = Image, Cmd = ["/bin/sh", "-c", script] }, cancellationToken: Cancellation);
        return (client, client.Containers[created.Id]);
    }

    private PodmanClient Client()
    {
        server.Require();
        return new(new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new Uri(server.Url, "/v1.41"), readOptions: new ReadOptions { Mode = ContractMode.Strict }));
    }
}
