using System.Collections.Concurrent;
using System.Security.Claims;
using Kiln.Security.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kiln.Security.Tests.Service;

/// <summary>
/// The service of <c>vault.yaml</c> with the handlers of ASP.NET Core, its authorization server, and another host to which it can redirect. It does not share code with Kiln.
/// </summary>
internal sealed class VaultService : IAsyncDisposable
{
    private readonly List<TestHost> hosts = [];

    public TestNetwork Network { get; } = new();

    public AuthorizationServer AuthorizationServer { get; } = new();

    /// <summary>The issuer of the tokens that the service issues itself.</summary>
    public TokenIssuer Own { get; } = new("https://vault.example");

    /// <summary>The address of the service with http on this machine.</summary>
    public Uri PlainUrl => new(hosts[^1].PlainUrl, "/v1");

    /// <summary>What the service does with a request once it has let it in.</summary>
    public AfterAccess AfterAccess { get; set; }

    /// <summary>The requests to the service, whether it has let them in or not.</summary>
    public ConcurrentQueue<SeenRequest> Requests { get; } = new();

    /// <summary>The requests to the other host.</summary>
    public ConcurrentQueue<SeenRequest> Elsewhere { get; } = new();

    public static async Task<VaultService> StartAsync()
    {
        var service = new VaultService();
        service.hosts.Add(await TestHost.StartAsync(service.Network, "id.example", _ => { }, service.AuthorizationServer.Map));
        service.hosts.Add(await TestHost.StartAsync(service.Network, "other.example", _ => { }, service.MapElsewhere));
        service.hosts.Add(await TestHost.StartAsync(service.Network, "vault.example", service.AddServices, service.Map));
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    private void MapElsewhere(WebApplication app) => app.Run(async context =>
    {
        Elsewhere.Enqueue(await SeenRequest.OfAsync(context));
        await context.Response.WriteAsJsonAsync(new { schemes = Array.Empty<string>() });
    });

    private void AddServices(IServiceCollection services)
    {
        VaultAuthentication.Add(services, Network, AuthorizationServer, Own);
        services.AddAuthorization();
    }

    private void Map(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            Requests.Enqueue(await SeenRequest.OfAsync(context));
            await next(context);
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        var group = app.MapGroup("/v1");
        group.MapGet("/open", Answer);
        // As a delegate of its own kind: one that only returns a task would have its result ignored.
        group.MapGet("/optional", (Func<HttpContext, Task<IResult>>)AnswerOptionalAsync);
        group.MapGet("/default", Answer).RequireAuthorization(AnyOf("headerKey", "basic"));
        group.MapGet("/header-key", Answer).RequireAuthorization(AnyOf("headerKey"));
        group.MapGet("/query-key", Answer).RequireAuthorization(AnyOf("queryKey"));
        group.MapGet("/session", Answer).RequireAuthorization(AnyOf("session"));
        group.MapPost("/session", SignInAsync).RequireAuthorization(AnyOf("basic"));
        group.MapGet("/password", Answer).RequireAuthorization(AnyOf("basic"));
        group.MapGet("/bearer", Answer).RequireAuthorization(AnyOf("bearer"));
        group.MapGet("/vendor", Answer).RequireAuthorization(AnyOf("vendor"));
        group.MapGet("/delegated", Answer).RequireAuthorization(AnyOf("oauth")).RequireAuthorization(Scope("read"));
        group.MapPost("/delegated", Answer).RequireAuthorization(AnyOf("oauth")).RequireAuthorization(Scope("read")).RequireAuthorization(Scope("write"));
        group.MapGet("/identity", Answer).RequireAuthorization(AnyOf("openId"));
        group.MapGet("/certificate", Answer).RequireAuthorization(AnyOf("mutualTls"));
        group.MapGet("/either", Answer).RequireAuthorization(AnyOf("oauth", "queryKey"));
        group.MapGet("/both", Answer).RequireAuthorization(AllOf("headerKey", "bearer"));
        group.MapGet("/all-places", Answer).RequireAuthorization(AllOf("headerKey", "queryKey", "session", "mutualTls"));
        group.MapGet("/parameter", Answer).RequireAuthorization(AnyOf("appToken"));
    }

    private IResult Answer(HttpContext context) => AfterAccess switch
    {
        // With the query, as a service does that forwards all it was sent.
        AfterAccess.Redirect => Results.Redirect($"https://other.example{context.Request.Path}{context.Request.QueryString}", preserveMethod: true),
        AfterAccess.FailWithRequest => Results.Text(
            $"{context.Request.QueryString} {string.Join(' ', context.Request.Query.Select(q => q.Value))} {string.Join(' ', context.Request.Headers.Select(h => $"{h.Key}: {h.Value}"))}",
            statusCode: 418),
        _ => Results.Json(new { schemes = context.User.Identities.Where(i => i.IsAuthenticated).Select(i => i.AuthenticationType).Order() }),
    };

    private async Task<IResult> AnswerOptionalAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync("basic");
        if (result.Failure is not null)
            return Results.Unauthorized();
        context.User = result.Principal ?? new();
        return Answer(context);
    }

    private static Task SignInAsync(HttpContext context)
    {
        context.Response.StatusCode = 204;
        return context.SignInAsync("session", new(new ClaimsIdentity("session")));
    }

    private static AuthorizationPolicy AnyOf(params string[] schemes) => new AuthorizationPolicyBuilder(schemes).RequireAuthenticatedUser().Build();

    private static AuthorizationPolicy AllOf(params string[] schemes) => new AuthorizationPolicyBuilder(schemes)
        .RequireAuthenticatedUser()
        .RequireAssertion(context => schemes.All(s => context.User.Identities.Any(i => i.IsAuthenticated && i.AuthenticationType == s)))
        .Build();

    private static AuthorizationPolicy Scope(string scope) =>
        new AuthorizationPolicyBuilder().RequireAssertion(context => context.User.FindFirst("scope")?.Value.Split(' ').Contains(scope) == true).Build();
}
