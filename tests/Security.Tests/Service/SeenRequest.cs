namespace Kiln.Security.Tests.Service;

/// <summary>All that a host sees of a request.</summary>
/// <param name="Path">The path.</param>
/// <param name="Text">The target, as it was sent and decoded, and the headers.</param>
/// <param name="HasCertificate">Whether the connection has a certificate of the client.</param>
internal sealed record SeenRequest(string Path, string Text, bool HasCertificate)
{
    public static async Task<SeenRequest> OfAsync(HttpContext context)
    {
        var request = context.Request;
        var texts = new[] { request.QueryString.Value!, Uri.UnescapeDataString(request.QueryString.Value!) }.Concat(request.Headers.Select(h => $"{h.Key}: {h.Value}"));
        return new(request.Path, string.Join('\n', texts), await context.Connection.GetClientCertificateAsync() is not null);
    }
}
