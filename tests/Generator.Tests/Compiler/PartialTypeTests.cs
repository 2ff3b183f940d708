using System.Collections.Immutable;
using Kiln.Generator.Compiler.Partials;
using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Generator.Tests.Compiler;

/// <summary>A partial type of the project in a namespace of an SDK that extends no emitted type is reported, and nothing else is.</summary>
public sealed class PartialTypeTests
{
    private const string Spec = """
        openapi: 3.0.3
        info: { title: Shop, version: '1' }
        paths: { /orders: { get: { responses: { '200': { description: All., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } } } } }
        components:
          schemas:
            Order: { type: object, properties: { status: { type: string, enum: [open, closed] } } }
            Customer: { type: object, properties: { name: { type: string } } }
        """;

    [Theory]
    // The same last words, the same name in another namespace, a typing mistake, and nothing that is alike.
    [InlineData("namespace Shop.Models { partial struct ShopOrderStatus; }", "'ShopOrderStatus' is partial, but Kiln generates no type with this name in 'Shop.Models'; it may be called 'OrderStatus' now; rename it")]
    [InlineData("namespace Shop.Models { partial struct Status; }", "'Status' is partial, but Kiln generates no type with this name in 'Shop.Models'; it may be called 'OrderStatus' now; rename it")]
    [InlineData("namespace Shop.Models { partial class OrdersRequestBuilder; }", "'OrdersRequestBuilder' is partial, but Kiln generates no type with this name in 'Shop.Models'; it may be called 'Shop.Orders.OrdersRequestBuilder' now; rename it")]
    [InlineData("namespace Shop.Models { partial class Custommer; }", "'Custommer' is partial, but Kiln generates no type with this name in 'Shop.Models'; it may be called 'Customer' now; rename it")]
    [InlineData("namespace Shop.Models { partial class Invoice; }", "'Invoice' is partial, but Kiln generates no type with this name in 'Shop.Models'; rename it")]
    [InlineData("namespace Shop { partial class ShopClent; }", "'ShopClent' is partial, but Kiln generates no type with this name in 'Shop'; it may be called 'ShopClient' now; rename it")]
    public async Task A_part_of_nothing_is_reported_where_it_is_declared(string own, string message)
    {
        var found = await AnalyzeAsync(own);

        var only = Assert.Single(found);
        Assert.Equal(("KILN0211", DiagnosticSeverity.Warning), (only.Id, only.Severity));
        Assert.StartsWith(message, only.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("Own.cs", only.Location.GetLineSpan().Path);
    }

    [Theory]
    [InlineData("namespace Shop.Models { partial class Order { public bool IsOpen => true; } }")] // extends an emitted type
    [InlineData("namespace Shop.Models { partial class Own; partial class Own { } }")] // has parts of its own
    [InlineData("namespace Shop.Models { class Own; }")] // extends nothing
    [InlineData("namespace Shop.Models { partial class Order { partial class Nested; } }")]
    [InlineData("namespace Shop.Own { partial class Order; }")] // another namespace
    [InlineData("partial class Order;")]
    public async Task Other_types_are_not_reported(string own) => Assert.Empty(await AnalyzeAsync(own));

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string own)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var emitted = SdkDriver.Run("shop.yaml", Spec, "Shop").GetRunResult().GeneratedTrees;
        var compilation = SdkCompilation.Empty.AddSyntaxTrees([.. emitted, CSharpSyntaxTree.ParseText(own, SdkCompilation.ParseOptions, "Own.cs", cancellationToken: cancellationToken)]);
        return await compilation.WithAnalyzers([new PartialTypeAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellationToken);
    }
}
