using Microsoft.AspNetCore.Http;

namespace ThreatEvents.EmbeddedConsole;

/// <summary>
/// The response headers that the vendor's answers carry. Kestrel adds <c>Date</c> and <c>Transfer-Encoding</c>, and a
/// page adds <c>Content-Encoding</c> when it is compressed.
/// </summary>
internal static class AnswerHeaders
{
    private static readonly string ContentSecurityPolicy = string.Join(" ; ",
    [
        "default-src 'self'",
        "connect-src 'self' cdn.pendo.io app.pendo.io *.pendo.io data.pendo.io *.storage.googleapis.com sentry.io *.sentry.io *.google-analytics.com *.gstatic.com unpkg.com cdn.auth0.com wss://*.sentinelone.net https://www.googletagmanager.com https://cdnjs.cloudflare.com data:",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' cdn.pendo.io app.pendo.io pendo-io-static.storage.googleapis.com cdn.pendo.io *.storage.googleapis.com data.pendo.io https://www.google-analytics.com https://www.googletagmanager.com https://unpkg.com https://cdnjs.cloudflare.com",
        "img-src 'self' data: https://www.google-analytics.com cdn.pendo.io app.pendo.io *.sentinelone.com *.storage.googleapis.com data.pendo.io",
        "style-src 'self' 'unsafe-inline' app.pendo.io cdn.pendo.io *.storage.googleapis.com https://fonts.googleapis.com https://cdnjs.cloudflare.com",
        "font-src 'self' data: https://fonts.gstatic.com https://cdn.auth0.com",
        "frame-src 'self' blob: https://receptive.io https://*.pendo.io https://pendo-io-extensions.storage.googleapis.com/ https://*.youtube.com",
        "frame-ancestors 'self' app.pendo.io",
        "object-src 'none'",
    ]);

    public static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.Server = "nginx";
        headers.ContentType = "application/json";
        headers.Connection = "keep-alive";
        headers["X-RQID"] = Guid.NewGuid().ToString();
        headers.AccessControlAllowOrigin = $"{context.Request.Scheme}://{context.Request.Host}";
        headers.AccessControlAllowCredentials = "true";
        headers.Vary = "Origin";
        headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        headers.XFrameOptions = "SAMEORIGIN";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.CacheControl = "no-store";
        headers.Pragma = "no-cache";
        headers.Expires = "-1";
    }
}
