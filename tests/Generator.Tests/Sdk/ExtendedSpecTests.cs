using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Sdk;

/// <summary>The SDK is extended by editing the document, with no line of C# written for it.</summary>
public sealed class ExtendedSpecTests
{
    private const string Timeline = """
          /web/api/v2.1/threats/{threat_id}/timeline:
            get:
              summary: What happened around one threat.
              parameters:
                - { name: threat_id, in: path, required: true, schema: { type: string } }
                - { name: limit, in: query, schema: { type: integer, format: int32 } }
                - { name: query, in: query, schema: { type: string } }
                - { name: accountIds, in: query, style: form, explode: false, schema: { type: array, items: { type: string } } }
              responses:
                '200':
                  description: The timeline.
                  content:
                    application/json:
                      schema: { type: object, properties: { data: { type: array, items: { type: object, properties: { primaryDescription: { type: string } } } } } }

        """;

    // What a person would write who uses the new operation beside the old one.
    private const string Use = """
        using System.Threading.Tasks;
        using SentinelOne.ThreatEvents;

        static class Use
        {
            static async Task<string?> First(ThreatEventsClient client)
            {
                await foreach (var e in client.Threats["1"].Explore.Events.GetAllAsync())
                    return e.ProcessName;

                var timeline = await client.Threats["1"].Timeline.GetAsync(r => { r.QueryParameters.Limit = 5; r.QueryParameters.AccountIds = ["1", "2"]; });
                return timeline.Data?[0].PrimaryDescription;
            }
        }
        """;

    [Fact]
    public void A_second_operation_stands_beside_the_first_and_moves_nothing()
    {
        var token = TestContext.Current.CancellationToken;
        var spec = Repository.ThreatEventsSpec.Replace("\npaths:\n", "\npaths:\n" + Timeline, StringComparison.Ordinal);

        var driver = SdkDriver.Run("threat-events.openapi.yaml", spec, "SentinelOne.ThreatEvents", "ThreatEventsClient");

        var trees = driver.GetRunResult().GeneratedTrees;
        var use = CSharpSyntaxTree.ParseText(Use, SdkCompilation.ParseOptions, cancellationToken: token);
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile([.. trees, use], token)));
        var before = SdkDriver.Run("threat-events.openapi.yaml", Repository.ThreatEventsSpec, "SentinelOne.ThreatEvents", "ThreatEventsClient").GetRunResult().GeneratedTrees;
        Assert.Equal(
            ["Models.TimelineResponse.g.cs", "Models.TimelineResponseDataItem.g.cs", "Threats.Item.Timeline.TimelineQuery.g.cs", "Threats.Item.Timeline.TimelineRequestBuilder.g.cs"],
            Names(trees).Except(Names(before)).Order(StringComparer.Ordinal));
        Assert.Empty(Names(before).Except(Names(trees)));
    }

    private static IEnumerable<string> Names(IEnumerable<Microsoft.CodeAnalysis.SyntaxTree> trees) => trees.Select(t => Path.GetFileName(t.FilePath));
}
