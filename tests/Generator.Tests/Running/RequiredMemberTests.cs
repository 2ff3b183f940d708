using System.Globalization;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Scenarios;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Running;

/// <summary>What a document requires of a request does not compile without it, and is not sent as null.</summary>
public sealed class RequiredMemberTests
{
    private const string Order = """
        new Order
        {
            Name = "n", Placed = default, Address = new() { Street = "s" }, Lines = [new() { Sku = "1" }], Payment = new Card { Number = "4" },
            Present = new Voucher { To = "t", Amount = 1 }, Note = null, Secret = "x",
        }
        """;

    [Theory]
    [InlineData("new Order()", "Order.Address Order.Lines Order.Name Order.Note Order.Payment Order.Placed Order.Present Order.Secret")]
    [InlineData("new Address()", "Address.Street")]
    [InlineData("new OrderLinesItem { Gone = new() }", "Address.Street OrderLinesItem.Sku")]
    [InlineData("new Card()", "Card.Number")]
    [InlineData("new Present()", "Present.To")]
    [InlineData("new Voucher { Amount = 1 }", "Present.To")]
    [InlineData("new Voucher()", "Present.To Voucher.Amount")]
    [InlineData("new Parcel()", "Present.To")]
    [InlineData("new Parcel { To = \"x\" }", "")]
    [InlineData("new Change()", "")]
    [InlineData("new ChangeAddress()", "")]
    [InlineData("new Receipt()", "")]
    public void A_new_object_does_not_compile_without(string made, string members)
    {
        var code = $"#nullable enable\nusing Scenario.Models; class C {{ object M() => {made}; }}";
        var consumer = CSharpSyntaxTree.ParseText(code, SdkCompilation.ParseOptions, cancellationToken: TestContext.Current.CancellationToken);

        var errors = SdkCompilation.Compile([.. ScenarioSdk.Of("RequiredMembers").Driver.GetRunResult().GeneratedTrees, consumer], TestContext.Current.CancellationToken);

        Assert.All(errors, e => Assert.Equal("CS9035", e.Id));
        Assert.Equal(members, string.Join(" ", errors.Select(e => e.GetMessage(CultureInfo.InvariantCulture).Split('\'')[1]).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void What_is_known_is_sent_without_being_set() => Assert.Equal(
        """{"object":"order","name":"n","currency":"EUR","placed":"0001-01-01","address":{"street":"s"},"lines":[{"sku":"1"}],"payment":{"method":"Card","number":"4"},"present":{"kind":"Voucher","to":"t","amount":1},"note":null,"secret":"x","legacy":"","next":null}""",
        Run($"return Sent({Order});"));

    [Theory]
    [InlineData("order.Name = null!", "$.name")]
    [InlineData("order.Address.Street = null!", "$.address.street")]
    [InlineData("order.Address.AdditionalProperties[\"a b\"] = new() { Street = null! }", "$.address['a b'].street")]
    [InlineData("order.Address.AdditionalProperties[\"\\u00e9\\\"\"] = null!", "$.address['é\"']")]
    [InlineData("order.Lines = null!", "$.lines")]
    [InlineData("order.Lines = [order.Lines[0], new() { Sku = null! }]", "$.lines[1].sku")]
    [InlineData("order.Lines = [order.Lines[0], null!, order.Lines[0]]", "$.lines[1]")]
    [InlineData("order.Lines[0].Gone = new() { Street = null! }", "$.lines[0].gone.street")]
    [InlineData("order.Payment = new Card { Number = null! }", "$.payment.number")]
    [InlineData("order.Present = new Voucher { To = null!, Amount = 1 }", "$.present.to")]
    [InlineData("order.AdditionalData[\"list\"] = new object[] { 1, \"]}\" }; order.Name = null!", "$.name")]
    public void Null_is_refused_before_anything_is_sent(string change, string path) => Assert.Equal($"{path} is null, and must have a value. Nothing was sent.", Run($$"""
        var order = {{Order}};
        {{change}};
        try { return Sent(order); } catch (ArgumentException e) { return e.Message; }
        """));

    [Fact]
    public void What_was_read_without_a_value_is_sent_as_it_came() => Assert.Equal("""{"name":null,"lines":[{}]}""", Run(
        """return Sent(Read<Order>("{\"name\":null,\"lines\":[{}]}"));"""));

    [Fact]
    public void Null_removes_a_property_in_a_merge_patch() => Assert.Equal("""{"name":null,"address":{"city":null}}""", Run("""
        var request = new RequestInformation();
        request.SetJsonContent(WireType.Model<Change>(), new Change { Name = null!, Address = new() { City = null! } }, "application/merge-patch+json");
        return new StreamReader(request.Content).ReadToEnd();
        """));

    [Fact]
    public void Null_is_written_where_nothing_is_sent() => Assert.Equal("""{"street":null}""", Run("return Json(new Address { Street = null! });"));

    [Fact]
    public void Kiota_makes_models_without_setting_anything() => Assert.Equal("Order Receipt Address", Run("""
        return $"{Order.CreateFromDiscriminatorValue(null!).GetType().Name} {Receipt.CreateFromDiscriminatorValue(null!).GetType().Name} {Address.CreateFromDiscriminatorValue(null!).GetType().Name}";
        """));

    [Fact]
    public void A_part_of_a_model_has_members_and_constructors_of_its_own()
    {
        const string Parts = """
            #nullable enable
            namespace Sdk.Models
            {
                using System.Diagnostics.CodeAnalysis;

                public partial class Address
                {
                    [SetsRequiredMembers]
                    internal Address(string street) => Street = street;

                    internal bool IsKnown => Street.Length > 0;
                }

                public sealed partial class Voucher
                {
                    [SetsRequiredMembers]
                    internal Voucher(string to, long amount) : this() => (To, Amount) = (to, amount);
                }
            }
            """;
        var driver = SdkDriver.Run("spec.yaml", Spec, "Sdk");
        var consumer = "#nullable enable\nusing Sdk.Models; class C { object M() => new Order { " +
            "Name = \"\", Placed = default, Address = new(\"s\"), Lines = [], Payment = new Bank { Iban = \"\" }, Present = new Voucher(\"t\", 1), Note = null, Secret = null }; }";

        Assert.Empty(SdkCompilation.Compile(
            [.. driver.GetRunResult().GeneratedTrees, .. new[] { Parts, consumer }.Select(t => CSharpSyntaxTree.ParseText(t, SdkCompilation.ParseOptions))],
            TestContext.Current.CancellationToken));
    }

    private static string Spec { get; } = File.ReadAllText(Checkout.PathOf("tests", "Generator.Tests", "Scenarios", "RequiredMembers", "spec.yaml"));

    private static string Run(string lines) => SdkRun.Of(Spec, lines);
}
