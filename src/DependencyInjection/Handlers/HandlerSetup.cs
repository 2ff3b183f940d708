using Kiln.Runtime.Http;
using Kiln.Runtime.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Kiln.DependencyInjection.Handlers;

/// <summary>Completes the handlers of an HTTP client.</summary>
internal static class HandlerSetup
{
    /// <summary>Adds Kiln's handlers.</summary>
    /// <exception cref="InvalidOperationException">The primary handler of the application follows redirects or keeps cookies.</exception>
    public static void Complete(HttpMessageHandlerBuilder builder, string name)
    {
        try
        {
            KilnHandlers.CheckConnections(builder.PrimaryHandler);
        }
        catch (ArgumentException e)
        {
            throw new InvalidOperationException($"The primary handler of the HTTP client '{name}' is not safe. {e.Message}", e);
        }
        KilnHandlers.AddTo(builder.AdditionalHandlers, builder.Services.GetRequiredKeyedService<RateLimits>(name));
    }
}
