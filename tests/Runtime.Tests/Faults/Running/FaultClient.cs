using Kiln.Runtime.Authentication;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Requests;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Sample;

namespace Kiln.Runtime.Tests.Faults.Running;

/// <summary>A client of the sample SDK as its users have it, with secrets in several headers and retries that do not wait.</summary>
internal sealed class FaultClient(Uri url, ReadOptions options) : IDisposable
{
    /// <summary>Part of each secret.</summary>
    public const string Secret = "s3cret";

    private readonly ServiceRequestAdapter adapter = new(new Keys(url), url, readOptions: options);

    public EventsRequestBuilder Events => new SampleClient(adapter).Threats["1"];

    /// <summary>What a caller may set for a call: here, not to wait before a retry that names no time.</summary>
    public static void Configure<T>(RequestConfiguration<T> request)
        where T : class, new() =>
        request.Options.Add(new RetryOptions { Delay = TimeSpan.Zero });

    public void Dispose() => adapter.Dispose();

    private sealed class Keys(Uri url) : IAuthenticationProvider
    {
        private readonly TokenAuthenticationProvider token = new("ApiToken", Secret, url);

        public Task AuthenticateRequestAsync(RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
        {
            request.Headers.TryAdd("X-Api-Key", Secret);
            request.Headers.TryAdd("Cookie", "session=" + Secret);
            return token.AuthenticateRequestAsync(request, additionalAuthenticationContext, cancellationToken);
        }
    }
}
