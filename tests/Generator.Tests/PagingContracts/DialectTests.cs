using Kiln.Generator.Api.Model;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.PagingContracts;

/// <summary>The extensions by which other tools describe pages: each is read as the <c>x-kiln-paging</c> that says the same, or reported with the reason.</summary>
public sealed class DialectTests
{
    public static TheoryData<string> Forms => [.. DialectCases.Read.Select(o => o.Name)];

    public static TheoryData<string> Others => [.. DialectCases.NotRead.Select(o => o.Name)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Is_read_as_what_says_the_same(string name)
    {
        var operation = DialectCases.Read.Single(o => o.Name == name);
        var same = operation with { Keys = [.. operation.Keys.Where(k => !k.Contains("pag", StringComparison.Ordinal) || k.StartsWith("requestBody", StringComparison.Ordinal)), $"x-kiln-paging: {(operation.Expected.Length == 0 ? "false" : operation.Expected)}"] };

        var (read, told) = Read(PagedOperation.Document(operation));
        var (expected, _) = Read(PagedOperation.Document(same));

        Assert.Empty(told);
        Assert.Equal(expected.Paging, read.Paging);
        Assert.Equal(operation.Expected.Length == 0, read.Paging is null);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Is_reported_with_the_reason(string name)
    {
        var operation = DialectCases.NotRead.Single(o => o.Name == name);

        var (read, told) = Read(PagedOperation.Document(operation));

        // Nothing is inferred instead: the document says that it is otherwise.
        Assert.Null(read.Paging);
        Assert.Equal([$"KILN0167 {operation.Expected}"], told);
    }

    [Fact]
    public void An_operation_behind_the_link_must_be_a_GET()
    {
        const string Items = "{ $ref: '#/components/schemas/Items' }";
        var list = new PagedOperation("list", "/a", "", InferenceCases.Object($"value: {Items}, nextLink: {{ type: string }}")) { Keys = ["x-ms-pageable: { nextLinkName: nextLink, operationName: more }"] };
        var more = new PagedOperation("more", "/b", "", "{ type: string }") { Method = "post", Keys = ["operationId: more"] };

        var api = SdkPipeline.ReadApi(new SpecText("a.yaml", PagedOperation.Document(list, more)), TestContext.Current.CancellationToken);

        Assert.Contains("the operation 'more' is a POST", Assert.Single(api.Diagnostics.Items, d => d.Rule.Id == "KILN0167").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void True_stands_for_the_extension_of_the_document()
    {
        var operation = new PagedOperation("a", "/a", "after", InferenceCases.Object("data: { $ref: '#/components/schemas/Items' }, next: { type: string }")) { Keys = ["x-fern-pagination: true"] };
        var document = PagedOperation.Document(operation) + "\nx-fern-pagination: { cursor: $request.after, next_cursor: $response.next, results: $response.data }\n";

        var (read, told) = Read(document);

        Assert.Empty(told);
        Assert.Equal(new PageInput("after"), read.Paging!.Input);
    }

    [Fact]
    public void An_own_contract_wins()
    {
        var operation = new PagedOperation("a", "/a", "after other", InferenceCases.Object("data: { $ref: '#/components/schemas/Items' }, next: { type: string }"))
        {
            Keys = ["x-ms-pageable: { nextLinkName: next }", "x-kiln-paging: { cursor: other, nextCursor: /next, items: /data }"],
        };

        var (read, told) = Read(PagedOperation.Document(operation));

        Assert.Empty(told);
        Assert.Equal(new PageInput("other"), read.Paging!.Input);
    }

    [Fact]
    public void All_of_them_compile() => LoadedSdk.Of(PagedOperation.Document(DialectCases.Read));

    private static (Operation Operation, IReadOnlyList<string> Told) Read(string document)
    {
        var api = SdkPipeline.ReadApi(new SpecText("a.yaml", document), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(api.Diagnostics.Items, d => d.Rule.Severity == DiagnosticLevel.Error);
        return (Assert.Single(api.Value!.Operations), [.. api.Diagnostics.Items.Where(d => d.Rule.Id is "KILN0167" or "KILN0178").Select(d => $"{d.Rule.Id} {d.Arguments[1]}")]);
    }
}
