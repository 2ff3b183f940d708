using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Running;

/// <summary>Properties with only one value, as a consumer uses them.</summary>
public sealed class ConstantPropertyTests
{
    [Fact]
    public void A_model_uses_its_constants_as_a_consumer_expects() => Assert.Equal(
        """
        new: {"object":"customer","version":2,"ratio":0.5,"live":false,"text":"a`b\"c\n<d>","kind":"person","named":"n","described":"d","chosen":"c","secret":"s","state":null,"tags":[],"note":7,"inner":{"type":"one"}}
        sent: {"object":"customer","version":2,"ratio":0.5,"text":"a`b\"c\n<d>","kind":"person","named":"n","described":"d","chosen":"c","secret":"s","state":null,"tags":[],"note":7,"inner":{"type":"one"}}
        types: String Int64 Double Boolean String Int64
        optional: s null null open {"secret":"s","mode":"on","status":"open","level":null}
        missing: {} False customer, reported: True, write-only: False
        after set: {"object":"customer"} True
        other: {"object":"account","version":3}
        null: {"object":null} customer
        converted: {"object":5} 5
        union: Card {"object":"card"} Bank {"object":"bank","iban":"x"}
        """.ReplaceLineEndings("\n"),
        SdkRun.Of(File.ReadAllText(Checkout.PathOf("tests", "Generator.Tests", "Scenarios", "ConstantProperties", "spec.yaml")), """
            var customer = new Customer { Tags = [], Inner = new() };
            var lines = new List<string> { "new: " + Json(customer), "sent: " + Sent(customer) };
            object[] values = [customer.Object, customer.Version, customer.Ratio, customer.Live, customer.Text, customer.Note];
            lines.Add("types: " + string.Join(" ", values.Select(v => v.GetType().Name)));

            lines.Add($"optional: {customer.Secret}{customer.State} {customer.Mode ?? "null"} {customer.Level?.ToString() ?? "null"} {customer.Status} " +
                Again<Customer>("{\"secret\":\"s\",\"mode\":\"on\",\"status\":\"open\",\"level\":null}"));

            var violations = new List<string>();
            var empty = Read<Customer>("{}", violations);
            lines.Add($"missing: {Json(empty)} {empty.IsSet(c => c.Object)} {empty.Object}, reported: {violations.Any(v => v.StartsWith("$.object"))}, write-only: {empty.IsSet(c => c.Secret)}");
            empty.Object = "customer";
            lines.Add($"after set: {Json(empty)} {empty.IsSet(c => c.Object)}");

            // A value that the document does not name is read as that of an enum is.
            var strict = new ReadOptions { Mode = ContractMode.Strict };
            Read(WireType.Model<Card>(), "{\"object\":\"other\"}", strict);
            lines.Add("other: " + Again<Customer>("{\"object\":\"account\",\"version\":3}"));
            lines.Add($"null: {Again<Customer>("{\"object\":null}")} {Read<Customer>("{\"object\":null}").Object}");
            lines.Add($"converted: {Again<Customer>("{\"object\":5}")} {Read<Customer>("{\"object\":5}").Object}");

            Source card = new Card(), bank = Read(WireType.Union<Source>(), "{\"object\":\"bank\",\"iban\":\"x\"}");
            lines.Add($"union: {card.Value.GetType().Name} {Write(WireType.Union<Source>(), card)} {bank.Value.GetType().Name} {Write(WireType.Union<Source>(), bank)}");
            return string.Join("\n", lines);
            """));
}
