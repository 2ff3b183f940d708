namespace Kiln.Security.Tests.Service;

/// <summary>What the service accepts. Characters that have a meaning in a URL or a header are among them.</summary>
internal static class Secrets
{
    public const string HeaderKey = "header-k3y+/=&;";

    public const string QueryKey = "query-k3y+/=&;%20 \u00fc";

    public const string AppToken = "app-t0ken+/=&";

    public const string VendorToken = "vendor-t0ken+/=";

    public const string UserName = "user";

    public const string Password = "p\u00e4ss:w0rd \u2713";

    public const string ClientId = "machine";

    public const string ClientSecret = "client-s3cret+/=&:";

    /// <summary>A client without a secret: an application on the user's machine.</summary>
    public const string PublicClientId = "app";
}
