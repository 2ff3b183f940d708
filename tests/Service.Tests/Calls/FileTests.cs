using System.Text;
using Acme.OpenApi31.Models;
using Kiln.Runtime.Requests.Bodies;
using Kiln.Service.Tests.Support;
using Server = Acme.Service.Themes;

namespace Kiln.Service.Tests.OpenApi31;

/// <summary>Files and forms.</summary>
public sealed class FileTests(RunningService service) : ServiceCalls(service)
{
    [Fact]
    public async Task A_file_is_uploaded_as_a_form()
    {
        Assert.Equal(7, await Client.Files.Upload.PostAsync(new() { File = FilePart.FromBytes("content"u8.ToArray(), "a.txt") }, cancellationToken: Cancellation));
        Assert.Equal("content", Service.Received.Last<string>("file"));
    }

    [Fact]
    public async Task Several_files_and_a_field_are_one_form()
    {
        FilePart[] files = [FilePart.FromBytes("1"u8.ToArray(), "1.txt"), FilePart.FromBytes("2"u8.ToArray(), "2.txt")];

        Assert.Equal("files 2", await Client.Files.Uploads.PostAsync(new() { All = files, Title = "files" }, cancellationToken: Cancellation));
    }

#if !SWASHBUCKLE
    // Swashbuckle's document has the whole form as one field of it, which is not what the service reads.
    [Fact]
    public async Task The_fields_of_a_form_arrive()
    {
        Assert.Equal("ada", await Client.Files.Login.PostAsync(new() { User = "ada", Password = "p&w", Days = 7 }, cancellationToken: Cancellation));
        Assert.Equal(new Server.Login("ada", "p&w", 7), Service.Received.Last<Server.Login>());
        Assert.Equal("bob", await Client.Files.Login.PostFormAsync(new() { User = "bob", Password = "p&w", Days = 7 }, cancellationToken: Cancellation));
    }
#endif

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
