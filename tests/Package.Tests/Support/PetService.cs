using System.Net;

namespace Kiln.Package.Tests.Support;

/// <summary>A service on loopback that answers one call, with a pet.</summary>
internal sealed class PetService : IDisposable
{
    private readonly HttpListener server = new();

    public PetService()
    {
        // HttpListener cannot choose a free port by itself.
        for (var port = Random.Shared.Next(20_000, 60_000); ; port++)
        {
            try
            {
                server.Prefixes.Add($"http://127.0.0.1:{port}/");
                server.Start();
                Address = $"http://127.0.0.1:{port}";
                break;
            }
            catch (HttpListenerException) when (port < 65_000)
            {
                server.Prefixes.Clear();
            }
        }
        Asked = AnswerAsync();
    }

    public string Address { get; }

    /// <summary>The path of the call, once it came.</summary>
    public Task<string> Asked { get; }

    public void Dispose() => server.Close();

    private async Task<string> AnswerAsync()
    {
        var context = await server.GetContextAsync();
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync("""{"id":42,"name":"Rex","kind":"dog","born":"2020-01-02T03:04:05Z"}"""u8.ToArray());
        context.Response.Close();
        return context.Request.RawUrl!;
    }
}
