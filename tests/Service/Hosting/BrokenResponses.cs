using Microsoft.AspNetCore.Http.Features;

namespace Acme.Service.Hosting;

/// <summary>Breaks the connection of a response in the middle of its body, as networks do. What is asked for as a range arrives.</summary>
internal static class BrokenResponses
{
    /// <summary>Breaks the responses to paths that begin with <paramref name="prefix"/>.</summary>
    public static void UseBrokenResponses(this WebApplication app, string prefix, Received received) => app.Use(async (context, next) =>
    {
        var isPart = context.Request.Headers.Range.Count > 0;
        if (!context.Request.Path.StartsWithSegments(prefix) || isPart)
        {
            if (isPart)
                received.Note("range", context.Request.Headers.Range.ToString());
            await next(context);
            return;
        }
        var body = context.Features.Get<IHttpResponseBodyFeature>()!;
        using var whole = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(whole));
        await next(context);
        context.Features.Set(body);
        await body.Stream.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length / 2));
        await body.Stream.FlushAsync();
        throw new IOException("The connection breaks here.");
    });
}
