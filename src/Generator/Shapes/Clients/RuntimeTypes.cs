using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Clients;

/// <summary>Types of the runtime whose names a document may well use for types of its own.</summary>
internal static class RuntimeTypes
{
    private const string Authentication = "Kiln.Runtime.Authentication";

    private const string Requests = "Kiln.Runtime.Requests";

    private const string Services = "Microsoft.Extensions.DependencyInjection";

    public static TypeName Credential { get; } = new(Authentication, "Credential");

    public static TypeName SecurityRequirement { get; } = new(Authentication, "SecurityRequirement");

    public static TypeName ClientOptions { get; } = new(Requests, "ClientOptions");

    public static TypeName ServiceRequestAdapter { get; } = new(Requests, "ServiceRequestAdapter");

    public static TypeName ClientRegistration { get; } = new("Kiln.DependencyInjection", "ClientRegistration");

    public static TypeName SecurityScheme { get; } = new(Authentication, "SecurityScheme");

    public static TypeName ServiceCollection { get; } = new(Services, "IServiceCollection");

    public static TypeName HttpClientBuilder { get; } = new(Services, "IHttpClientBuilder");

    public static TypeName Configuration { get; } = new("Microsoft.Extensions.Configuration", "IConfiguration");
}
