using System.Text;
using Acme.OpenApi31.Models;
using Kiln.Service.Tests.Support;
using Server = Acme.Service.Themes;

namespace Kiln.Service.Tests.OpenApi31;

/// <summary>Files, and forms, whose body the caller writes.</summary>
public sealed class FileTests(RunningService service) : ServiceCalls(service)
{
    [Fact]
    public async Task A_file_is_uploaded_as_a_form()
    {
        using var form = new MultipartFormDataContent { { new StringContent("content"), "file", "a.txt" } };

        Assert.Equal(7, await Client.Files.Upload.PostAsync(await form.ReadAsStreamAsync(Cancellation), form.Headers.ContentType!.ToString(), cancellationToken: Cancellation));
        Assert.Equal("content", Service.Received.Last<string>("file"));
    }

    [Fact]
    public async Task Several_files_and_a_field_are_one_form()
    {
        using var form = new MultipartFormDataContent { { new StringContent("1"), "all", "1.txt" }, { new StringContent("2"), "all", "2.txt" }, { new StringContent("files"), "title" } };

        Assert.Equal("files 2", await Client.Files.Uploads.PostAsync(await form.ReadAsStreamAsync(Cancellation), form.Headers.ContentType!.ToString(), cancellationToken: Cancellation));
    }

    [Fact]
    public async Task The_fields_of_a_form_arrive()
    {
        using var form = new MultipartFormDataContent { { new StringContent("ada"), "User" }, { new StringContent("p&w"), "Password" }, { new StringContent("7"), "Days" } };

        Assert.Equal("ada", await Client.Files.Login.PostAsync(await form.ReadAsStreamAsync(Cancellation), form.Headers.ContentType!.ToString(), cancellationToken: Cancellation));
        Assert.Equal(new Server.Login("ada", "p&w", 7), Service.Received.Last<Server.Login>());
    }

    [Fact]
    public async Task Bytes_arrive_and_come_back()
    {
        Assert.Equal(3, await Client.Files.Raw.PostAsync(new MemoryStream([1, 2, 3]), cancellationToken: Cancellation));
        Assert.Equal([1, 2, 3], Service.Received.Last<byte[]>("raw"));
        Assert.Equal([0, 1, 2, 254], await Bytes(await Client.Files.Download.GetAsync(cancellationToken: Cancellation)));
        Assert.Equal([137, 80, 78, 71], await Bytes(await Client.Files.Picture.GetStreamAsync(cancellationToken: Cancellation)));
    }

    private static async Task<byte[]> Bytes(Stream stream)
    {
        using var copy = new MemoryStream();
        await using (stream)
            await stream.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }
}
