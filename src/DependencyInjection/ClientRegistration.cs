using System.Diagnostics.CodeAnalysis;
using Kiln.DependencyInjection.Configuration;
using Kiln.DependencyInjection.Handlers;
using Kiln.DependencyInjection.Validation;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Http;
using Kiln.Runtime.Requests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Kiln.DependencyInjection;

/// <summary>How a client is added to the services of an application. The methods of an SDK call it. Immutable and thread-safe.</summary>
/// <typeparam name="TClient">The client.</typeparam>
/// <typeparam name="TOptions">Its options.</typeparam>
public sealed class ClientRegistration<TClient, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>
    where TClient : class
    where TOptions : ClientOptions, new()
{
    private static readonly string ClientName = typeof(TClient).FullName!;

    private readonly Func<TOptions, TClient> create;

    /// <summary>Initializes a new registration.</summary>
    /// <param name="create">Creates the client. It is also called with the options that are checked at the start of the application, and must send nothing.</param>
    public ClientRegistration(Func<TOptions, TClient> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        this.create = create;
    }

    /// <summary>Gets the security schemes of the document by the names that they have in the configuration, in any case.</summary>
    public IReadOnlyDictionary<string, SecurityScheme> Schemes { get; init; } = new Dictionary<string, SecurityScheme>();

    /// <summary>Gets the servers of the document by the names that they have in the configuration, in any case.</summary>
    public IReadOnlyDictionary<string, Uri> Servers { get; init; } = new Dictionary<string, Uri>();

    /// <summary>Adds the client.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; null for none.</param>
    /// <returns>The builder of the HTTP client.</returns>
    public IHttpClientBuilder Add(IServiceCollection services, Action<TOptions>? configure) => Add(services, null, null, configure);

    /// <summary>Adds the client with options from the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section.</param>
    /// <param name="configure">Sets more options, after those of the section; null for none.</param>
    /// <returns>The builder of the HTTP client.</returns>
    public IHttpClientBuilder Add(IServiceCollection services, IConfiguration section, Action<TOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, null, section, configure);
    }

    /// <summary>Adds the client as a service with a key, which is the name of its options too.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key.</param>
    /// <param name="configure">Sets the options; null for none.</param>
    /// <returns>The builder of the HTTP client.</returns>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public IHttpClientBuilder AddKeyed(IServiceCollection services, string key, Action<TOptions>? configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return Add(services, key, null, configure);
    }

    /// <summary>Adds the client as a service with a key, which is the name of its options too, with options from the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key.</param>
    /// <param name="section">The section.</param>
    /// <param name="configure">Sets more options, after those of the section; null for none.</param>
    /// <returns>The builder of the HTTP client.</returns>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public IHttpClientBuilder AddKeyed(IServiceCollection services, string key, IConfiguration section, Action<TOptions>? configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, key, section, configure);
    }

    private IHttpClientBuilder Add(IServiceCollection services, string? key, IConfiguration? section, Action<TOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var name = key ?? Options.DefaultName;
        AddOptions(services, name, section, configure);

        var httpName = key is null ? ClientName : $"{ClientName}:{key}";
        if (key is null)
            services.TryAddSingleton(provider => Create(provider, name, httpName));
        else
            services.TryAddKeyedSingleton(key, (provider, _) => Create(provider, name, httpName));
        return AddHttpClient(services, httpName);
    }

    private void AddOptions(IServiceCollection services, string name, IConfiguration? section, Action<TOptions>? configure)
    {
        var options = services.AddOptions<TOptions>(name).ValidateOnStart();
        if (section is not null)
            options.Configure(o => new OptionsBinder(Schemes, Servers).Bind(o, section));
        if (configure is not null)
            options.Configure(configure);
        ClientOptionsCheck<TOptions>.AddTo(services, name, (section as IConfigurationSection)?.Path, create);
    }

    private static IHttpClientBuilder AddHttpClient(IServiceCollection services, string httpName)
    {
        var builder = services.AddHttpClient(httpName);
        // A client can be added again, to set more options.
        if (services.Any(s => s.ServiceType == typeof(RateLimits) && Equals(s.ServiceKey, httpName)))
            return builder;

        // The handlers are made anew every two minutes, and share them.
        services.AddKeyedSingleton<RateLimits>(httpName, (_, _) => new());
        // After what the application adds, wherever it does so: each attempt of its retries goes through these.
        services.PostConfigure<HttpClientFactoryOptions>(httpName, o => o.HttpMessageHandlerBuilderActions.Add(b => HandlerSetup.Complete(b, httpName)));
        return builder
            .ConfigurePrimaryHttpMessageHandler(KilnHandlers.CreateConnections)
            // Those of IHttpClientFactory write URLs, which may have an API key in the query, and headers.
            .RemoveAllLoggers()
            .AddLogger(provider => new CallLogger(provider.LoggerOf(ClientName)));
    }

    private TClient Create(IServiceProvider provider, string name, string httpName)
    {
        // Options of its own, since the HTTP client becomes one of them.
        var options = provider.GetRequiredService<IOptionsFactory<TOptions>>().Create(name);
        options.HttpClient = new HttpClient(new FactoryHandler(provider.GetRequiredService<IHttpMessageHandlerFactory>(), httpName)) { Timeout = Timeout.InfiniteTimeSpan };
        foreach (var configure in provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(httpName).HttpClientActions)
            configure(options.HttpClient);
        ViolationLog.AddTo(options, provider.LoggerOf(ClientName));
        return create(options);
    }
}
