using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>A request option by which <see cref="RedirectHandler"/> follows no redirect of the request.</summary>
internal sealed class NoRedirectsOption : IRequestOption
{
    private static readonly HttpRequestOptionsKey<IRequestOption> Key = new(typeof(NoRedirectsOption).FullName!);

    private NoRedirectsOption()
    {
    }

    public static NoRedirectsOption Instance { get; } = new();

    /// <summary>Whether a request has it.</summary>
    public static bool IsOf(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var option) && option is NoRedirectsOption;
}
