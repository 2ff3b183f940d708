using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Compiler;

/// <summary>What the compiler says of documents that are wrong: an error at its line and column, and a build that fails.</summary>
public sealed class BadDocumentTests
{
    private const string Head = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n";

    public static TheoryData<string, string, int, int> Documents() => new()
    {
        { "", "KILN0020", 1, 1 },
        { "a: [", "KILN0001", 1, 4 },
        { "{ \"openapi\": ", "KILN0001", 1, 1 },
        { "title: T\npaths: {}", "KILN0022", 1, 1 },
        { "openapi: 4.0.0\npaths: {}", "KILN0023", 1, 10 },
        { Head + "paths: {}\npaths: {}", "KILN0003", 4, 1 },
        { Head + "paths: { /a: { get: { responses: { '200': { $ref: '#/components/responses/None' } } } } }", "KILN0025", 3, 51 },
        {
            Head + "paths:\n  /a:\n    get:\n      x-kiln-paging: { cursor: c, nextCursor: /n, items: /i }\n      responses: { '200': { description: x, content: { application/json: { schema: { type: object } } } } }",
            "KILN0109", 6, 32
        },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Is_an_error_where_it_is_wrong_and_fails_the_build(string spec, string id, int line, int column)
    {
        var driver = SdkDriver.Run("bad.yaml", spec);

        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        var error = Assert.Single(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(1));
        Assert.Equal((id, "bad.yaml", line, column), Describe(error));

        var build = SdkCompilation.Compile(driver, TestContext.Current.CancellationToken);
        Assert.Contains(build, d => d.Id == "CS1029" && d.GetMessage().Contains(id, StringComparison.Ordinal) && d.GetMessage().Contains($"line {line}", StringComparison.Ordinal));
    }

    [Fact]
    public void Does_not_take_the_other_documents_with_it()
    {
        var driver = SdkDriver
            .Create(
                ("bad.yaml", "a: [", SdkDriver.Metadata("Bad")),
                ("good.yaml", Head + "paths: {}", SdkDriver.Metadata("Good", "GoodClient")))
            .RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken);

        Assert.Contains(driver.GetRunResult().Results.Single().GeneratedSources, s => s.HintName == "Good-GoodClient.g.cs");
        Assert.Contains(driver.GetRunResult().Diagnostics, d => d.Id == "KILN0001");
    }

    [Fact]
    public void Two_documents_in_one_namespace_are_an_error_on_the_second()
    {
        var driver = SdkDriver
            .Create(
                ("one.yaml", Head + "paths: {}", SdkDriver.Metadata("Same")),
                ("two.yaml", Head + "paths: {}", SdkDriver.Metadata("Same")))
            .RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken);

        Assert.Equal(("KILN0200", "two.yaml", 1, 1), Describe(Assert.Single(driver.GetRunResult().Diagnostics)));
    }

    [Fact]
    public void Namespaces_that_differ_in_case_only_are_one()
    {
        var driver = SdkDriver
            .Create(
                ("one.yaml", Head + "paths: {}", SdkDriver.Metadata("Same")),
                ("two.yaml", Head + "paths: {}", SdkDriver.Metadata("SAME")))
            .RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken);

        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        Assert.Equal(("KILN0200", "two.yaml", 1, 1), Describe(Assert.Single(driver.GetRunResult().Diagnostics)));
    }

    [Fact]
    public void Two_documents_of_one_title_are_an_error_on_the_second()
    {
        var driver = SdkDriver
            .Create(
                ("one.yaml", Head + "paths: {}", SdkDriver.Metadata()),
                ("two.yaml", Head + "paths: {}", SdkDriver.Metadata()))
            .RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken);

        Assert.Equal(("KILN0200", "two.yaml", 1, 1), Describe(Assert.Single(driver.GetRunResult().Diagnostics)));
    }

    [Theory]
    [InlineData("my-shop", "ShopClient")]
    [InlineData("Shop.", "ShopClient")]
    [InlineData("Shop; class X {}", "ShopClient")]
    [InlineData("Shop", "Shop.Client")]
    [InlineData("Shop", "class")]
    [InlineData("Shop", "\"../..\r\n#error")]
    public void A_name_that_is_none_in_CSharp_is_an_error(string @namespace, string client)
    {
        var driver = SdkDriver.Run("shop.yaml", Head + "paths: {}", @namespace, client);

        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.Equal(("KILN0201", "shop.yaml", 1, 1), Describe(Assert.Single(result.Diagnostics)));
        Assert.Contains(SdkCompilation.Compile(driver, TestContext.Current.CancellationToken), d => d.Id == "CS1029");
    }

    [Fact]
    public void A_file_that_is_no_OpenApiSdk_is_left_alone()
    {
        var driver = SdkDriver
            .Create(("notes.yaml", "a: [", new Dictionary<string, string>()))
            .RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken);

        Assert.Empty(driver.GetRunResult().Diagnostics);
        Assert.Empty(driver.GetRunResult().GeneratedTrees);
    }

    private static (string, string, int, int) Describe(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return (diagnostic.Id, place.Path, place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1);
    }
}
