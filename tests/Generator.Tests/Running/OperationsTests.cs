using Kiln.Generator.Pipeline;
using Kiln.Generator.Pipeline.Pins;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Corpus;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Running.Answers;
using Kiln.Generator.Tests.Scenarios;

namespace Kiln.Generator.Tests.Running;

/// <summary>The methods of all operations in one class, called over a socket.</summary>
public sealed class OperationsTests
{
    // By the document's ids, for two public documents with many, and one in several files with other names.
    private static readonly string[] Documents = ["swagger-api__petstore-3.0.4.yaml", "ogen__2ch-unicode.yaml", "slack__web-2.0.json"];

    private static readonly (string Expression, string Request, string Result)[] Calls =
    [
        ("(await all.GetDogsItemAsync(7)).Name", "GET /dogs/7", "Rex"),
        ("(await all.GetDogsItemWithResponseAsync(7)).Headers.ETag", "GET /dogs/7", "\"1\""),
        ("(await all.AddDogAsync(new() { Name = \"Max\" })).Name", "POST /dogs", "Rex"),
        ("(await all.GetDogsAsync(r => r.QueryParameters.After = \"a b\")).Total", "GET /dogs?after=a%20b", "3"),
        ("(await all.GetDogsCountAsync())", "GET /dogs?countOnly=true", "3"),
        ("(await StatusOf(all.GetDogsItemStreamAsync(7, Sdk.KennelMediaTypes.ImagePng)))", "GET /dogs/7", "200"),
        ("(await all.ReadFileAsync(\"a\", \"b/c\")).Count", "GET /files/a/b%2Fc", "3"),
    ];

    [Fact]
    public async Task A_method_calls_the_operation_with_the_values_of_its_path()
    {
        await using var server = new RawServer("200 OK\nContent-Type: application/json\nETag: \"1\"\n\n{\"name\":\"Rex\",\"total\":3,\"dogs\":[]}");

        var texts = string.Join(", ", Calls.Select(c => $"Convert.ToString({c.Expression}, System.Globalization.CultureInfo.InvariantCulture)"));
        var results = Call(server, $$"""
            using var cancelled = new System.Threading.CancellationTokenSource();
            cancelled.Cancel();
            var isCancelled = false;
            try { await all.GetDogsItemAsync(7, cancellationToken: cancelled.Token); } catch (OperationCanceledException) { isCancelled = true; }
            async Task<int> StatusOf(Task<Kiln.Runtime.Responses.ResponseStream> body) { await using var read = await body; return read.StatusCode; }
            return string.Join('\n', (string?[])[{{texts}}, isCancelled.ToString()]);
            """);

        Assert.Equal([.. Calls.Select(c => c.Result), "True"], results.Split('\n'));
        Assert.Equal(Calls.Select(c => c.Request + " HTTP/1.1"), server.Requests.Select(r => r.Split("\r\n")[0]));
    }

    [Fact]
    public void Each_method_of_a_builder_has_one_that_takes_the_values_of_the_path_first()
    {
        var sdk = ScenarioSdk.Of("Operations").Assembly!;
        var facade = sdk.GetType("Scenario.KennelOperations")!.GetMethods().Where(m => m.DeclaringType!.Name == "KennelOperations").ToList();
        var builders = sdk.GetTypes().Where(t => t.Name.EndsWith("RequestBuilder", StringComparison.Ordinal) || t.Name == "KennelClient").ToList();
        var own = builders.SelectMany(b => b.GetMethods().Where(m => m.DeclaringType == b && m.Name.EndsWith("Async", StringComparison.Ordinal))).ToList();

        Assert.Equal(own.Count, facade.Count);
        Assert.Equal(own.Select(m => m.ReturnType.ToString()).Order(StringComparer.Ordinal), facade.Select(m => m.ReturnType.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_emitted_without_the_option_and_no_other_name_changes_with_it()
    {
        var spec = ScenarioSdk.Read("Operations");
        var without = Files(SdkDriver.Run("spec.yaml", spec, "Sdk"));
        var with = Files(OperationsSdk.Run(spec));

        Assert.DoesNotContain(without.Keys, f => f.StartsWith("KennelOperations", StringComparison.Ordinal));
        Assert.Equal(["KennelClient.g.cs", "KennelOperations.Dogs.g.cs", "KennelOperations.Files.g.cs", "KennelOperations.Operations.g.cs", "KennelOperations.g.cs"],
            with.Where(f => without.GetValueOrDefault(f.Key) != f.Value).Select(f => f.Key).Order(StringComparer.Ordinal));

        static Dictionary<string, string> Files(Microsoft.CodeAnalysis.GeneratorDriver driver) =>
            driver.GetRunResult().GeneratedTrees.ToDictionary(t => Path.GetFileName(t.FilePath), t => t.ToString(), StringComparer.Ordinal);
    }

    [Fact]
    public void Names_are_listed_and_pinned()
    {
        var source = SpecSource.Of(new SpecText("spec.yaml", ScenarioSdk.Read("Operations")), CancellationToken.None);
        var names = SdkPipeline.ReadNames(source, new SdkOptions("Sdk") { Operations = true }, CancellationToken.None).Value!;
        var pins = PinPlanner.Plan(names, SpecReader.ReadAssembled(source, CancellationToken.None)!).Pins;

        Assert.Equal(
            Expected,
            pins.Where(p => p.Key == "x-kiln-operation-name").Select(p => p.Name).OrderBy(n => Array.IndexOf(Expected, n)));
    }

    [Theory]
    [MemberData(nameof(Public))]
    public void A_public_document_compiles_with_the_option(string? document)
    {
        Assert.SkipWhen(document is null, PublicDocuments.Absent);

        using var sdk = new RoundTrip.CompiledSdk(document!, PublicDocuments.Read(document!), TestContext.Current.CancellationToken, hasOperations: true);

        Assert.Equal("", sdk.CompilerMessages);
        Assert.Contains(sdk.Driver.GetRunResult().GeneratedTrees, t => Path.GetFileName(t.FilePath).EndsWith("Operations.g.cs", StringComparison.Ordinal));
    }

    public static TheoryData<string?> Public() => PublicDocuments.Folder is null ? new TheoryData<string?>((string?)null) : [.. Documents.Where(d => TestForm.IsFull || !d.StartsWith("slack", StringComparison.Ordinal))];

    private static readonly string[] Expected = ["ServiceInfo", "GetDogs", "AddDog", "RemoveDog", "GetDogsItem", "HeadDogsItem", "GetBarks", "Operate"];

    private static string Call(RawServer server, string statements) => SdkRun.Of(OperationsSdk.Run(ScenarioSdk.Read("Operations")), $$"""
        return Task.Run<object?>(async () =>
        {
            var all = new Sdk.KennelClient(new Uri("{{server.Url}}")).AllOperations;
            {{statements}}
        }).Result;
        """);
}
