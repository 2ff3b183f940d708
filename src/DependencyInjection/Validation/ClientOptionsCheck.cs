using Kiln.Runtime.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kiln.DependencyInjection.Validation;

/// <summary>Checks the options of one client before anything is sent.</summary>
/// <param name="name">The name of the options.</param>
/// <param name="path">The path of the configuration's section that they are read from; null for none.</param>
/// <param name="create">Creates the client, which checks what belongs together.</param>
internal sealed class ClientOptionsCheck<TOptions>(string name, string? path, Func<TOptions, object> create) : IValidateOptions<TOptions>
    where TOptions : ClientOptions
{
    private readonly string? path = path;
    private readonly string name = name;

    /// <summary>Adds the check of a client's options, in place of one without a section.</summary>
    public static void AddTo(IServiceCollection services, string name, string? path, Func<TOptions, object> create)
    {
        var known = services.FirstOrDefault(s => !s.IsKeyedService && s.ImplementationInstance is ClientOptionsCheck<TOptions> check && check.name == name);
        if (known is not null)
        {
            path ??= ((ClientOptionsCheck<TOptions>)known.ImplementationInstance!).path;
            services.Remove(known);
        }
        services.AddSingleton<IValidateOptions<TOptions>>(new ClientOptionsCheck<TOptions>(name, path, create));
    }

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        if (name != this.name)
            return ValidateOptionsResult.Skip;

        var failures = new List<string>();
        if (options.HttpClient is not null)
            failures.Add($"{KeyOf(nameof(options.HttpClient))}: the client sends its requests by IHttpClientFactory; configure the IHttpClientBuilder that the method for adding it returns.");
        if (options.Retry is not null)
            failures.Add($"{KeyOf(nameof(options.Retry))}: a client of IHttpClientFactory has no retries of its own; add a resilience handler to the IHttpClientBuilder.");
        if (failures.Count == 0 && ProblemOf(options) is { } problem)
            failures.Add(problem);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private string? ProblemOf(TOptions options)
    {
        using var client = new HttpClient();
        options.HttpClient = client;
        try
        {
            _ = create(options);
            return null;
        }
        catch (ArgumentException e)
        {
            var key = options.Credentials.Contains(null!) || e.ParamName == "httpClient" ? nameof(options.Credentials) : nameof(options.Server);
            return $"{KeyOf(key)}: {Messages.Of(e)}";
        }
        finally
        {
            options.HttpClient = null;
        }
    }

    private string KeyOf(string property) => path is null ? $"{typeof(TOptions).Name}.{property}" : $"{path}:{property}";
}
