using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Acme.Service.Hosting;

/// <summary>The documents that the service writes about itself: two by Microsoft.AspNetCore.OpenApi, one by Swashbuckle.</summary>
public static class Documents
{
    /// <summary>The path at which the service has each document, by the name of the file in which it is kept.</summary>
    public static IReadOnlyDictionary<string, string> Paths { get; } = new Dictionary<string, string>
    {
        ["openapi-3.0.json"] = "/openapi/openapi-3.0.json",
        ["openapi-3.1.json"] = "/openapi/openapi-3.1.json",
        ["swashbuckle.json"] = "/swagger/swashbuckle.json",
    };

    internal static void Add(IServiceCollection services)
    {
        services.AddOpenApi("openapi-3.0", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
            options.ShouldInclude = _ => true;
            options.AddDocumentTransformer(WithoutServers);
        });
        services.AddOpenApi("openapi-3.1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = _ => true;
            options.AddDocumentTransformer(WithoutServers);
        });
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("swashbuckle", new OpenApiInfo { Title = "Acme", Version = "1.0.0" });
            options.DocInclusionPredicate((_, _) => true);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.UseAllOfToExtendReferenceSchemas();
            options.UseDerivedTypes();
            options.MapType<JsonNode>(() => new OpenApiSchema());
            options.MapType<JsonObject>(() => new OpenApiSchema { Type = JsonSchemaType.Object });
        });
    }

    internal static void Map(WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").ExcludeFromDescription();
        app.MapGet("/swagger/{name}.json", async (string name, IAsyncSwaggerProvider provider, CancellationToken cancellationToken) =>
        {
            var document = await provider.GetSwaggerAsync(name);
            return Results.Text(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0, cancellationToken), "application/json");
        }).ExcludeFromDescription();
    }

    // The port is another one each time, and the title is the name of the program that hosts the service.
    private static Task WithoutServers(OpenApiDocument document, Microsoft.AspNetCore.OpenApi.OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Servers?.Clear();
        document.Info.Title = "Acme";
        return Task.CompletedTask;
    }
}
