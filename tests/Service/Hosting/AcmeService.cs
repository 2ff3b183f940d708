using System.Net;
using System.Text.Json.Serialization;
using Acme.Service.Themes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Acme.Service.Hosting;

/// <summary>
/// A service as teams write them with ASP.NET Core 10: minimal APIs and controllers, with the framework's defaults. It listens on a loopback port of the
/// system's choice, writes its own documents, and remembers what its endpoints were given.
/// </summary>
public sealed class AcmeService : IAsyncDisposable
{
    private readonly WebApplication app;

    private AcmeService(WebApplication app, Received received) => (this.app, Received) = (app, received);

    public Uri Url => new(app.Urls.First());

    /// <summary>What the endpoints were given, as the C# values that they got.</summary>
    public Received Received { get; }

    /// <summary>What holds the stream of numbers back.</summary>
    public Gate Gate => app.Services.GetRequiredService<Gate>();

    public static async Task<AcmeService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var received = new Received();
        builder.Services.AddSingleton(received);
        builder.Services.AddSingleton<Gate>();
        builder.Services.AddResponseCompression(options => options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv"]);
        builder.Services.AddProblemDetails();
        builder.Services.AddControllers().AddApplicationPart(typeof(AcmeService).Assembly);
        Documents.Add(builder.Services);

        var app = builder.Build();
        app.UseWhen(c => c.Request.Path.StartsWithSegments("/compressed"), branch => branch.UseResponseCompression());
        app.UseBrokenResponses("/files/broken", received);
        app.MapControllers();
        ScalarEndpoints.Map(app);
        EnumEndpoints.Map(app);
        ShapeEndpoints.Map(app);
        CollectionEndpoints.Map(app);
        PresenceEndpoints.Map(app);
        GenericEndpoints.Map(app);
        ResultEndpoints.Map(app);
        ParameterEndpoints.Map(app);
        JsonEndpoints.Map(app);
        FileEndpoints.Map(app);
        StreamEndpoints.Map(app);
        Documents.Map(app);
        await app.StartAsync();
        return new(app, received);
    }

    /// <summary>Asks the service for one of its documents.</summary>
    public async Task<string> ReadDocumentAsync(string name, CancellationToken cancellationToken = default)
    {
        using var client = new HttpClient();
        return (await client.GetStringAsync(new Uri(Url, Documents.Paths[name]), cancellationToken)).ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
