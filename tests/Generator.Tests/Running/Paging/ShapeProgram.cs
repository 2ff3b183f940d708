using System.Reflection;
using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Running.Paging;

/// <summary>A program that walks the pages of each shape through the SDK of <c>shapes.yaml</c>, which is made and compiled once.</summary>
internal static class ShapeProgram
{
    private const string Code = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Kiln.Runtime.Paging;
        using Kiln.Runtime.Requests;
        using Microsoft.Kiota.Abstractions.Authentication;
        using Sdk;
        using Sdk.Models;

        internal static class Program
        {
            // What it has read, and the token of the exception that ended it.
            public static async Task<(List<string> Ids, string? Token, string? Error)> RunAsync(string url, string shape, string reader, string? start, long maxItems)
            {
                using var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new Uri(url));
                var client = new ShapesClient(adapter);
                var ids = new List<string>();
                try
                {
                    await (shape switch
                    {
                        "/github" => Walk(client.Github.GetAllAsync(Configure), i => i.Id),
                        "/stripe" => Walk(client.Stripe.GetAllAsync(Configure), i => i.Id),
                        "/slack" => Walk(client.Slack.GetAllAsync(Configure), i => i.Id),
                        "/jira" => Walk(client.Jira.GetAllAsync(Configure), i => i.Id),
                        "/kubernetes" => Walk(client.Kubernetes.GetAllAsync(Configure), i => i.Id),
                        "/odata" => Walk(client.Odata.GetAllAsync(Configure), i => i.Id),
                        "/digitalocean" => Walk(client.Digitalocean.GetAllAsync(Configure), i => i.Id),
                        "/spotify" => Walk(client.Spotify.GetAllAsync(Configure), i => i.Id),
                        "/elasticsearch/search" => Walk(client.Elasticsearch.Search.PostAllAsync(new Search { Query = "q" }, Configure), i => i.Id),
                        "/elasticsearch/after" => Walk(client.Elasticsearch.After.PostAllAsync(new Search { Query = "q" }, Configure), i => i.Id),
                        "/google" => Walk(client.Google.GetAllAsync(Configure), i => i.Id),
                        "/google/search" => Walk(client.Google.Search.PostAllAsync(new() { Query = "q" }, Configure), i => i.Id),
                        "/spring" => Walk(client.Spring.GetAllAsync(Configure), i => i.Id),
                        "/numbers" => Walk(client.Numbers.GetAllAsync(Configure), i => i.Id),
                        "/gitlab" => Walk(client.Gitlab.GetAllAsync(Configure), i => i.Id),
                        "/large" => Walk(client.Large.GetAllAsync(Configure), i => i.Id),
                        "/empty" => Walk(client.Empty.GetAllAsync(Configure), i => i.Id),
                        _ => throw new ArgumentException(shape),
                    });
                }
                catch (Exception e)
                {
                    return (ids, e.GetResumeToken(), $"{e.GetType().Name}: {e.Message}");
                }
                return (ids, null, null);

                async Task Walk<TPage, TItem>(Pages<TPage, TItem> pages, Func<TItem, string?> id)
                {
                    if (start is not null)
                        pages = pages.StartAt(start);
                    if (maxItems > 0)
                        pages = pages.WithMaxItems(maxItems);
                    if (reader == "items")
                    {
                        await foreach (var item in pages)
                            ids.Add(id(item)!);
                    }
                    else if (reader == "json")
                    {
                        await foreach (var item in pages.AsJsonAsync())
                            ids.Add((item.TryGetProperty("id", out var value) ? value : item.GetProperty("_id")).GetString()!);
                    }
                    else
                    {
                        await foreach (var page in pages.ByPageAsync())
                            ids.AddRange(page.Items.Select(i => id(i)!));
                    }
                }
            }

            public static async Task<long> CountAsync(string url, string shape)
            {
                using var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new Uri(url));
                var client = new ShapesClient(adapter);
                return shape switch
                {
                    "/jira" => await client.Jira.CountAsync(),
                    "/digitalocean" => await client.Digitalocean.CountAsync(),
                    "/spring" => await client.Spring.CountAsync(),
                    "/gitlab" => await client.Gitlab.CountAsync(),
                    "/elasticsearch/search" => await client.Elasticsearch.Search.CountAsync(),
                    "/spotify" => await client.Spotify.GetAllAsync().GetTotalAsync(),
                    _ => await client.Github.GetAllAsync().GetTotalAsync(),
                };
            }

            private static void Configure<TQuery>(CallConfiguration<TQuery> request) where TQuery : class, new()
            {
                request.ExtraQuery.Add("filter", "a b");
                request.Headers.Add("X-Trace", "t");
            }
        }
        """;

    private static readonly Lazy<Type> Program = new(Make);

    public static Task<(List<string> Ids, string? Token, string? Error)> RunAsync(PageServer server, string shape, string reader, string? start = null, long maxItems = 0) =>
        (Task<(List<string>, string?, string?)>)Program.Value.GetMethod("RunAsync")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [server.Url, shape, reader, start, maxItems], null)!;

    public static Task<long> CountAsync(PageServer server, string shape) =>
        (Task<long>)Program.Value.GetMethod("CountAsync")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [server.Url, shape], null)!;

    private static Type Make()
    {
        var spec = File.ReadAllText(Checkout.PathOf("tests", "Generator.Tests", "Running", "Paging", "shapes.yaml"));
        var driver = SdkDriver.Run("spec.yaml", spec, "Sdk");
        Assert.DoesNotContain(driver.GetRunResult().Diagnostics, d => d.Severity >= DiagnosticSeverity.Warning);
        var sdk = SdkAssembly.Of(driver.GetRunResult().GeneratedTrees.Append(CSharpSyntaxTree.ParseText(Code, SdkCompilation.ParseOptions)));
        return sdk.Assembly.GetType("Program")!;
    }
}
