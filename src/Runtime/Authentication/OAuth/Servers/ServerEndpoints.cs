namespace Kiln.Runtime.Authentication;

/// <summary>The URLs of an authorization server, which are checked where they are used; null for what it does not have.</summary>
internal sealed record ServerEndpoints(Uri? Token, Uri? Authorization, Uri? DeviceAuthorization, Uri? Refresh = null, string? Issuer = null);

/// <summary>One of the endpoints.</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="In">Its URL among those of a server.</param>
internal sealed record ServerEndpoint(string Name, Func<ServerEndpoints, Uri?> In)
{
    public static ServerEndpoint Token { get; } = new("token endpoint", static all => all.Token);

    public static ServerEndpoint Authorization { get; } = new("authorization endpoint", static all => all.Authorization);

    public static ServerEndpoint DeviceAuthorization { get; } = new("device authorization endpoint", static all => all.DeviceAuthorization);

    public static ServerEndpoint Refresh { get; } = new("refresh endpoint", static all => all.Refresh ?? all.Token);
}
