using Kiln.Generator.Api.Model;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.PagingContracts;

/// <summary>What is inferred of the pages of operations for which a document says nothing, and where nothing is.</summary>
public sealed class InferenceTests
{
    private const string Once = "paths: {/a: {get: {parameters: [{name: cursor, in: query, schema: {type: string}}], responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {next_cursor: {type: string}, data: {type: array, items: {type: object}}}}}}}}}}}";

    private const string Head = "openapi: 3.0.4\ninfo: {title: T, version: '1'}\n";

    public static TheoryData<string> Inferred => [.. InferenceCases.Inferred.Select(o => o.Name)];

    public static TheoryData<string> Open => [.. InferenceCases.Open.Select(o => o.Name)];

    [Theory]
    [MemberData(nameof(Inferred))]
    public void Infers(string name)
    {
        var operation = InferenceCases.Inferred.Single(o => o.Name == name);

        var (read, told) = Read(PagedOperation.Document(operation));

        Assert.Equal([operation.Expected], told);
        Assert.True(read.Paging is { IsInferred: true });
    }

    [Theory]
    [MemberData(nameof(Open))]
    public void Infers_nothing(string name)
    {
        var (read, told) = Read(PagedOperation.Document(InferenceCases.Open.Single(o => o.Name == name)));

        Assert.Empty(told);
        Assert.Null(read.Paging);
    }

    [Theory]
    [MemberData(nameof(Inferred))]
    public void What_is_told_can_be_written_down(string name)
    {
        var operation = InferenceCases.Inferred.Single(o => o.Name == name);
        var terms = operation.Expected[(operation.Expected.IndexOf(": ", StringComparison.Ordinal) + 2)..];

        var (inferred, _) = Read(PagedOperation.Document(operation));
        var (read, told) = Read(PagedOperation.Document(operation with { Keys = [.. operation.Keys, $"x-kiln-paging: {terms}"] }));

        Assert.Empty(told);
        Assert.Equal(inferred.Paging! with { IsInferred = false }, read.Paging);
    }

    [Fact]
    public void The_methods_are_those_of_a_declared_contract()
    {
        var sdk = LoadedSdk.Of(PagedOperation.Document(InferenceCases.Inferred));

        Assert.All(InferenceCases.Inferred, o =>
        {
            var (read, _) = Read(PagedOperation.Document(o));
            Assert.NotNull(read.Paging);
        });
        var builders = sdk.Type("TClient").Assembly.GetTypes().Where(t => t.Name.EndsWith("RequestBuilder", StringComparison.Ordinal) && t.GetMethods().Any(m => m.Name is "GetAllAsync" or "PostAllAsync"));
        Assert.Equal(InferenceCases.Inferred.Count, builders.Count());
    }

    /// <summary>Their pages are read over a socket in <c>Running/Paging</c>, by the contracts that the document declares.</summary>
    [Fact]
    public void In_the_shapes_of_well_known_services_what_is_inferred_is_what_is_declared()
    {
        var document = File.ReadAllText(Checkout.PathOf("tests", "Generator.Tests", "Running", "Paging", "shapes.yaml"));
        var silent = string.Join('\n', document.Split('\n').Where(l => !l.Contains("x-kiln-paging", StringComparison.Ordinal)));

        var declared = Ways(document);
        var inferred = Ways(silent);

        string[] known = ["/github", "/google", "/google/search", "/jira", "/kubernetes", "/odata", "/slack", "/stripe", "/digitalocean"];
        Assert.Equal(known.Order(StringComparer.Ordinal), inferred.Keys.Where(p => inferred[p] == declared[p]).Order(StringComparer.Ordinal));
        // GitLab's page numbers are read as such, and not as the next one that a header has.
        Assert.Equal(["/gitlab"], inferred.Keys.Where(p => inferred[p] != declared[p]));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("true", true)]
    [InlineData("False", false)]
    public void An_item_can_switch_it_off(string? metadata, bool isInferred)
    {
        var item = new Dictionary<string, string>(SdkDriver.Metadata("Sdk"));
        if (metadata is not null)
            item["InferPaging"] = metadata;

        var driver = SdkDriver.Create(("spec.yaml", Head + Once, item)).RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken);

        Assert.Equal(isInferred, driver.GetRunResult().GeneratedTrees.Any(t => t.ToString().Contains("GetAllAsync", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_is_inferred_where_it_is_switched_off()
    {
        var source = SpecSource.Of(new("a.yaml", Head + Once), TestContext.Current.CancellationToken);

        var on = SdkPipeline.ReadApiFrom(source, TestContext.Current.CancellationToken);
        var off = SdkPipeline.ReadApiFrom(source with { InfersPaging = false }, TestContext.Current.CancellationToken);

        Assert.NotNull(on.Value!.Operations[0].Paging);
        Assert.Null(off.Value!.Operations[0].Paging);
        Assert.Equal("KILN0178", Assert.Single(on.Diagnostics.Items.Except(off.Diagnostics)).Rule.Id);
    }

    private static Dictionary<string, (PagingKind, PageInput?, PageOutput?, FieldPath, FieldPath?, int)> Ways(string document) =>
        SdkPipeline.ReadApi(new SpecText("a.yaml", document), TestContext.Current.CancellationToken).Value!.Operations
            .Where(o => o.Paging is not null)
            .ToDictionary(o => o.Path, o => (o.Paging!.Kind, o.Paging.Input, o.Paging.Next, o.Paging.Items, o.Paging.LastItemKey, o.Paging.FirstPage));

    private static (Operation Operation, IReadOnlyList<string> Told) Read(string document)
    {
        var api = SdkPipeline.ReadApi(new SpecText("a.yaml", document), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(api.Diagnostics.Items, d => d.Rule.Severity == DiagnosticLevel.Error);
        return (Assert.Single(api.Value!.Operations), [.. api.Diagnostics.Items.Where(d => d.Rule.Id == "KILN0178").Select(d => $"{d.Arguments[0]}, {d.Arguments[1]}: {d.Arguments[2]}")]);
    }
}
