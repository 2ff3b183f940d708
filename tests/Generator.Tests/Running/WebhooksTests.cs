using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Scenarios;

namespace Kiln.Generator.Tests.Running;

/// <summary>Webhooks and callbacks, read by the class that is made for them.</summary>
public sealed class WebhooksTests
{
    private static string Scenario { get; } = ScenarioSdk.Read("Webhooks");

    [Fact]
    public void A_signed_webhook_is_verified_and_read_as_its_model() => Assert.Equal("7, 7, OrderPaid, 7, refused", Run("""
        var body = Encoding.UTF8.GetBytes("{\"type\":\"order.paid\",\"data\":{\"id\":7}}");
        var key = "whsec_" + Convert.ToBase64String(Encoding.UTF8.GetBytes("a key"));
        var headers = WebhookHeaders.Of(OrdersWebhooks.Signature.Sign(body, key, id: "m1"));
        var any = OrdersWebhooks.Read(headers, body, [key]);
        var texts = new List<object>
        {
            OrdersWebhooks.ReadOrderPaid(headers, body, [key]).Data.Id,
            OrdersWebhooks.ReadOrderPaidUnverified(body).Data.Id,
            any.Value.GetType().Name,
            any.AsOrderPaid!.Data.Id,
        };
        body[0] = (byte)' ';
        try { texts.Add(OrdersWebhooks.ReadOrderPaid(headers, body, [key])); } catch (WebhookSignatureException) { texts.Add("refused"); }
        return string.Join(", ", texts);
        """));

    [Fact]
    public void Each_has_the_signature_that_is_nearest_to_it() => Assert.Equal("webhook-signature, 5 min; X-Signature, 1 min; a,b; null", Run("""
        var body = Encoding.UTF8.GetBytes("[\"a\",\"b\"]");
        var headers = WebhookHeaders.Of(OrdersWebhooks.EndedSignature.Sign(body, "key"));
        var ended = OrdersWebhooks.ReadEnded(headers, body, ["key"])!;
        string Show(WebhookSignature s) => $"{s.Header}, {s.Tolerance.TotalMinutes} min";
        return $"{Show(OrdersWebhooks.Signature)}; {Show(OrdersWebhooks.EndedSignature)}; {string.Join(',', ended)}; {OrdersWebhooks.ReadEndedUnverified(Encoding.UTF8.GetBytes("null"))?.ToString() ?? "null"}";
        """));

    [Fact]
    public void Headers_and_callbacks_are_typed() => Assert.Equal("0f8fad5b-d9cb-469f-a165-70867728950e, 1.5, True", Run("""
        var headers = WebhookHeaders.Of(new Dictionary<string, string> { ["x-delivery"] = "0f8fad5b-d9cb-469f-a165-70867728950e" });
        var none = WebhookHeaders.Of(new Dictionary<string, string>());
        var data = OrdersWebhooks.ReadCreateStreamOnDataUnverified(Encoding.UTF8.GetBytes("{\"value\":1.5}"));
        return $"{OrdersWebhooks.ReadOrderPaidHeaders(headers).XDelivery}, {data.Value}, {OrdersWebhooks.ReadOrderPaidHeaders(none).XDelivery is null}";
        """));

    [Fact]
    public void A_body_that_breaks_the_contract_is_reported_or_thrown() => Assert.Equal("$.data.id; $.data.id; $", Run("""
        var seen = new List<ContractViolation>();
        var body = Encoding.UTF8.GetBytes("{\"type\":\"order.paid\",\"data\":{\"id\":\"x\"}}");
        OrdersWebhooks.ReadOrderPaidUnverified(body, new ReadOptions { OnViolation = seen.Add });
        string? Thrown(byte[] json, ReadOptions? options) { try { OrdersWebhooks.ReadOrderPaidUnverified(json, options); return "none"; } catch (WebhookPayloadException e) { return e.Path; } }
        return $"{seen.Single().Path}; {Thrown(body, new ReadOptions { Mode = ContractMode.Strict })}; {Thrown("[]"u8.ToArray(), null)}";
        """));

    [Theory]
    [InlineData("openapi: 3.0.4\ninfo: {title: T, version: '1'}\npaths: {}\nx-webhooks: {newPet: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}, responses: {'200': {description: d}}}}}", "ReadNewPet")]
    [InlineData("openapi: 3.1.0\ninfo: {title: T, version: '1'}\nwebhooks: {newPet: {x-kiln-name: ignored, post: {x-kiln-name: arrived, requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}}}}", "ReadArrived")]
    [InlineData("openapi: 3.1.0\ninfo: {title: T, version: '1'}\nwebhooks: {new: {$ref: '#/components/pathItems/New'}}\ncomponents: {pathItems: {New: {post: {requestBody: {$ref: '#/components/requestBodies/B'}}}}, requestBodies: {B: {content: {application/cloudevents+json: {schema: {type: object, properties: {name: {type: string}}}}}}}}", "ReadNew")]
    public void Webhooks_of_each_form_are_read(string spec, string method) =>
        Assert.Equal("Rex", SdkRun.Of(spec, $"return Sdk.TWebhooks.{method}(Encoding.UTF8.GetBytes(\"{{\\\"name\\\":\\\"Rex\\\"}}\")).Name;"));

    [Fact]
    public void The_class_is_left_out_by_an_option()
    {
        var metadata = new Dictionary<string, string>(SdkDriver.Metadata("Sdk")) { ["Webhooks"] = "false" };
        var files = SdkDriver.Create(("spec.yaml", Scenario, metadata)).RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken).GetRunResult().GeneratedTrees.Select(t => Path.GetFileName(t.FilePath)).ToList();

        Assert.Contains("OrdersClient.g.cs", files);
        Assert.DoesNotContain(files, f => f.Contains("Webhook", StringComparison.Ordinal) || f.Contains("Payload", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("paypal", "'paypal' is not one of its schemes (github, stripe, slack, standard); describe another by an object")]
    [InlineData("[stripe]", "it must be the name of a scheme or an object")]
    [InlineData("{scheme: paypal}", "'paypal' is not one of its schemes (github, stripe, slack, standard); describe another by an object")]
    [InlineData("{}", "'header' is missing, the name of the header with the signature")]
    [InlineData("{header: 'a b'}", "'header' must be the name of a header")]
    [InlineData("{header: A, secret: k}", "'secret' is not one of its keys (algorithm, encoding, header, idHeader, keyPrefix, keys, prefix, scheme, separator, signed, timestampHeader, timestampPrefix, tolerance)")]
    [InlineData("{header: A, signed: body}", "'signed' must have '{body}' once, and beside it only '{timestamp}', '{id}' and other text")]
    [InlineData("{header: A, signed: '{body}{x}'}", "'signed' must have '{body}' once, and beside it only '{timestamp}', '{id}' and other text")]
    [InlineData("{header: A, timestampHeader: B}", "the time must be both read ('timestampHeader' or 'timestampPrefix') and signed ('{timestamp}' in 'signed'), or neither")]
    [InlineData("{header: A, signed: '{id}{body}'}", "the identifier must be both read ('idHeader') and signed ('{id}' in 'signed'), or neither")]
    [InlineData("{header: A, timestampPrefix: t=, signed: '{timestamp}{body}'}", "'timestampPrefix' needs 'separator', the character between the time and the signature")]
    [InlineData("{scheme: stripe, timestampHeader: B}", "the time is either in a header of its own ('timestampHeader') or beside the signature ('timestampPrefix')")]
    [InlineData("{header: A, separator: ', '}", "'separator' must be one character")]
    [InlineData("{header: A, algorithm: sha1}", "'algorithm' must be 'sha256', 'sha384' or 'sha512'")]
    [InlineData("{header: A, encoding: binary}", "'encoding' must be 'hex' or 'base64'")]
    [InlineData("{header: A, keys: hex}", "'keys' must be 'text' or 'base64'")]
    [InlineData("{scheme: stripe, tolerance: 0}", "'tolerance' must be a positive number of seconds")]
    [InlineData("{scheme: stripe, tolerance: [1]}", "'tolerance' must be a string or a number")]
    public void A_signature_that_proves_nothing_is_an_error(string value, string message)
    {
        var spec = $"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\nwebhooks: {{}}\nx-kiln-webhook-signature: {value}";
        var told = SdkPipeline.ReadApi(new SpecText("a.yaml", spec), TestContext.Current.CancellationToken).Diagnostics.Items;

        Assert.Equal(["x-kiln-webhook-signature: " + message], told.Where(d => d.Rule.Id == "KILN0215").Select(d => d.Message));
        Assert.All(told, d => Assert.Equal(4, d.Location.Line));
    }

    [Fact]
    public void Each_setting_of_a_signature_is_that_of_the_runtime() => Assert.Equal(
        "Sig ; t= v= Id {id}|{timestamp}|{body} Base64 SHA512 True k_ 00:01:00",
        SdkRun.Of(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            x-kiln-webhook-signature: {header: Sig, separator: ;, timestampPrefix: t=, prefix: v=, idHeader: Id, signed: '{id}|{timestamp}|{body}', encoding: base64, algorithm: sha512, keys: base64, keyPrefix: k_, tolerance: 60}
            webhooks: {a: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}}}}
            """,
            """
            var s = Sdk.TWebhooks.Signature;
            return string.Join(' ', s.Header, s.Separator, s.TimestampPrefix, s.Prefix, s.IdHeader, s.Signed, s.Encoding, s.Algorithm.Name, s.HasBase64Keys, s.KeyPrefix, s.Tolerance);
            """));

    private static string Run(string statements) => SdkRun.Of(Scenario, statements, "using Sdk; using Kiln.Runtime.Webhooks;");
}
