using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Shapes.Clients;

/// <summary>The servers to which the requests of single operations go.</summary>
internal static class OperationServers
{
    /// <summary>The URL of an operation's own server; <see langword="null"/> if its requests go to the client's.</summary>
    public static string? Of(Operation operation, ApiModel api)
    {
        if (operation.Servers.Count == 0)
            return null;
        var own = operation.Servers[0];
        return api.Servers.Count > 0 && (own.Template, own.Variables) == (api.Servers[0].Template, api.Servers[0].Variables) ? null
            : own.DefaultUrl == api.ServerUrl ? null
            : own.DefaultUrl;
    }

    /// <summary>All of them, each once.</summary>
    public static IEnumerable<string> All(ApiModel api) => api.Operations.Select(o => Of(o, api)).OfType<string>().Distinct(StringComparer.Ordinal);
}
