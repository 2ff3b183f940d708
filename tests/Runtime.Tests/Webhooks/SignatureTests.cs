using System.Text;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Webhooks;

namespace Kiln.Runtime.Tests.Webhooks;

/// <summary>The signature of each scheme: the examples that its owner publishes, and what must be refused.</summary>
public sealed class SignatureTests
{
    private const string SlackBody =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private const string StandardKey = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly Dictionary<string, Example> Examples = new()
    {
        // Of GitHub's page "Validating webhook deliveries".
        ["github"] = new(WebhookSignature.GitHub, "It's a Secret to Everybody", "Hello, World!", 0, null, new()
        {
            ["X-Hub-Signature-256"] = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        }),
        // Of Slack's page "Verifying requests from Slack".
        ["slack"] = new(WebhookSignature.Slack, "8f742231b10e8888abcd99yyyzzz85a5", SlackBody, 1531420618, null, new()
        {
            ["X-Slack-Request-Timestamp"] = "1531420618",
            ["X-Slack-Signature"] = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        }),
        // Of the libraries of Standard Webhooks.
        ["standard"] = new(WebhookSignature.Standard, StandardKey, "{\"test\": 2432232314}", 1614265330, "msg_p5jXN8AQM9LWM0D4loKWxJek", new()
        {
            ["webhook-id"] = "msg_p5jXN8AQM9LWM0D4loKWxJek",
            ["webhook-timestamp"] = "1614265330",
            ["webhook-signature"] = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        }),
        // Stripe publishes no example with its key: computed by Python's hmac module as its page "Verify webhook signatures manually" says.
        ["stripe"] = new(WebhookSignature.Stripe, "whsec_test_secret", "{\"id\":\"evt_test_webhook\",\"object\":\"event\"}", 1492774577, null, new()
        {
            ["Stripe-Signature"] = "t=1492774577,v1=88a022085c6bdb887b02cb26ff76dd681234d9675c0f22844059f55552a8883a,v0=6ffbb59b2300aae63f272406069a9788598b792a944a07aba816edb039989a39",
        }),
    };

    public static TheoryData<string> Schemes() => [.. Examples.Keys];

    public static TheoryData<string> TimedSchemes() => [.. Examples.Where(e => e.Value.Time > 0).Select(e => e.Key)];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void The_published_example_is_accepted(string scheme)
    {
        var example = Examples[scheme];
        example.Verify();
        example.Verify(keys: ["another key", example.Key], isBase64: scheme == "standard");
        example.Verify(headers: example.Headers.ToDictionary(h => h.Key.ToUpperInvariant(), h => h.Value));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void What_is_signed_here_is_accepted_and_equal_to_the_published_example(string scheme)
    {
        var example = Examples[scheme];
        var signed = example.Scheme.Sign(example.Bytes, example.Key, example.Id);

        example.Verify(headers: new(signed));
        foreach (var (name, value) in signed)
            Assert.StartsWith(value, example.Headers[name], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Any_changed_byte_of_the_body_is_refused(string scheme)
    {
        var example = Examples[scheme];
        for (var i = 0; i < example.Bytes.Length; i++)
        {
            var changed = example.Bytes.ToArray();
            changed[i] ^= 1;
            example.AssertRefused(body: changed);
        }
        example.AssertRefused(body: [.. example.Bytes, (byte)'\n']);
        example.AssertRefused(body: []);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Any_changed_character_of_a_header_is_refused(string scheme)
    {
        var example = Examples[scheme];
        foreach (var (name, value) in example.Headers)
        {
            // The entry of another version, which Stripe sends for tests, is ignored.
            var length = value.IndexOf(",v0=", StringComparison.Ordinal) is > 0 and var end ? end : value.Length;
            for (var i = 0; i < length; i++)
            {
                var changed = value[..i] + (char)(value[i] ^ 1) + value[(i + 1)..];
                example.AssertRefused(headers: new(example.Headers) { [name] = changed });
                if (i > 0 && !changed.Contains('='))
                    example.AssertRefused(headers: new(example.Headers) { [name] = value[..i] });
            }
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void A_missing_empty_or_duplicated_header_is_refused(string scheme)
    {
        var example = Examples[scheme];
        foreach (var (name, value) in example.Headers)
        {
            example.AssertRefused(headers: example.Headers.Where(h => h.Key != name).ToDictionary());
            foreach (var bad in new[] { "", " ", "=", ",", "v1=", "v1,", new string('a', 100_000), string.Join(",", Enumerable.Repeat("v1=00", 500)), "\ud800" })
                example.AssertRefused(headers: new(example.Headers) { [name] = bad });

            var twice = WebhookHeaders.Of(example.Headers.Append(new(name, value)));
            Assert.Throws<WebhookSignatureException>(() => example.Scheme.Verify(twice, example.Bytes, example.Key));
        }
        Assert.Throws<WebhookSignatureException>(() => example.Scheme.Verify(WebhookHeaders.Of(Array.Empty<KeyValuePair<string, string>>()), example.Bytes, example.Key));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Another_key_is_refused_and_an_empty_one_cannot_be_given(string scheme)
    {
        var example = Examples[scheme];
        var other = scheme == "standard" ? "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSx" : example.Key + "x";
        example.AssertRefused(keys: [other]);
        foreach (var empty in new[] { "", "  " })
            Assert.Throws<ArgumentException>(() => example.Verify(keys: [example.Key, empty]));
        Assert.Throws<ArgumentException>(() => example.Verify(keys: []));
        Assert.Throws<ArgumentException>(() => example.Verify(keys: [null!]));
    }

    [Theory]
    [MemberData(nameof(TimedSchemes))]
    public void A_time_within_five_minutes_before_and_after_is_accepted_and_any_other_refused(string scheme)
    {
        var example = Examples[scheme];
        foreach (var seconds in new[] { -300, -299, 0, 299, 300 })
            example.Verify(after: TimeSpan.FromSeconds(seconds));
        foreach (var seconds in new[] { -86_400, -301, 301, 86_400 })
            example.AssertRefused(after: TimeSpan.FromSeconds(seconds));
        example.AssertRefused(after: TimeSpan.FromSeconds(300) + TimeSpan.FromTicks(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.5")]
    [InlineData(" 1531420618")]
    [InlineData("99999999999999999999")]
    [InlineData("999999999999")]
    [InlineData("２")]
    public void A_signed_time_that_is_no_recent_time_is_refused(string timestamp)
    {
        // Signed by the real key: nothing but the time is wrong.
        var signed = new WebhookSignature("s") { IdHeader = "timestamp", Signed = "v0:{id}:{body}" }.Sign("body"u8, "key", id: timestamp.Length == 0 ? "-" : timestamp);
        var headers = WebhookHeaders.Of(new Dictionary<string, string> { ["X-Slack-Signature"] = "v0=" + signed["s"], ["X-Slack-Request-Timestamp"] = timestamp });

        Assert.Throws<WebhookSignatureException>(() => WebhookSignature.Slack.Verify(headers, "body"u8, "key"));
    }

    [Fact]
    public void All_refusals_have_the_same_message()
    {
        var slack = Examples["slack"];
        var messages = new[]
        {
            slack.AssertRefused(body: []),
            slack.AssertRefused(headers: []),
            slack.AssertRefused(keys: ["other"]),
            slack.AssertRefused(after: TimeSpan.FromDays(1)),
        };
        Assert.Single(messages.Select(m => m.ToString().Split('\n')[0]).Distinct());
        Assert.All(messages, m => Assert.Null(m.InnerException));
    }

    [Fact]
    public void One_of_several_signatures_in_the_header_is_enough()
    {
        var stripe = Examples["stripe"];
        stripe.Verify(headers: new() { ["Stripe-Signature"] = stripe.Headers["Stripe-Signature"].Replace(",v1=", $",v1={new string('0', 64)},v1=", StringComparison.Ordinal) });
        var standard = Examples["standard"];
        standard.Verify(headers: new(standard.Headers) { ["webhook-signature"] = "v1a,other " + standard.Headers["webhook-signature"] + " v1,AAAA" });
    }

    [Fact]
    public void A_second_time_in_the_header_is_refused()
    {
        var stripe = Examples["stripe"];
        stripe.AssertRefused(headers: new() { ["Stripe-Signature"] = "t=1," + stripe.Headers["Stripe-Signature"] });
    }

    [Fact]
    public void Any_other_scheme_of_the_kind_can_be_described()
    {
        var time = new ManualTime();
        var scheme = new WebhookSignature("X-Sig")
        {
            Algorithm = System.Security.Cryptography.HashAlgorithmName.SHA512,
            Encoding = WebhookSignatureEncoding.Base64,
            TimestampHeader = "X-Time",
            Signed = "{timestamp}\n{body}\n{timestamp}",
            Tolerance = Timeout.InfiniteTimeSpan,
            TimeProvider = time,
        };
        var headers = WebhookHeaders.Of(scheme.Sign("{}"u8, "key"));
        time.Advance(TimeSpan.FromDays(365));

        scheme.Verify(headers, "{}"u8, "key");
        Assert.Throws<WebhookSignatureException>(() => (scheme with { Tolerance = TimeSpan.FromDays(364) }).Verify(headers, "{}"u8, "key"));
        Assert.Equal(scheme, scheme with { Signed = "{timestamp}\n{body}\n{timestamp}" });
    }

    [Fact]
    public void A_scheme_that_would_prove_nothing_is_refused()
    {
        var headers = WebhookHeaders.Of(new Dictionary<string, string> { ["s"] = "00", ["t"] = "1" });
        foreach (var scheme in new WebhookSignature[]
        {
            new("s") { TimestampHeader = "t" },
            new("s") { Signed = "{timestamp}{body}" },
            new("s") { IdHeader = "t" },
            new("s") { Signed = "{id}{body}" },
            new("s") { TimestampPrefix = "t=", Signed = "{timestamp}{body}" },
        })
        {
            Assert.Throws<InvalidOperationException>(() => scheme.Verify(headers, [], "key"));
        }
        foreach (var signed in new[] { "", "body", "{body}{body}", "{Body}", "{body}{", "{body}{x}" })
            Assert.Throws<ArgumentException>(() => new WebhookSignature("s") { Signed = signed });
        Assert.Throws<ArgumentException>(() => new WebhookSignature("s") { Algorithm = System.Security.Cryptography.HashAlgorithmName.SHA1 });
        Assert.Throws<ArgumentException>(() => new WebhookSignature(""));
        Assert.Throws<ArgumentOutOfRangeException>(() => WebhookSignature.Slack with { Tolerance = TimeSpan.Zero });
    }

    [Fact]
    public void A_key_that_is_not_in_base_64_is_refused_without_being_shown()
    {
        var error = Assert.Throws<ArgumentException>(() => Examples["standard"].Verify(keys: ["whsec_not base 64!"]));
        Assert.DoesNotContain("not base 64!", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Examples["standard"].Verify(keys: ["whsec_"]));
        Assert.DoesNotContain("key", WebhookSignature.Standard.Sign("{}"u8, StandardKey, "id").Values);
    }

    private sealed record Example(WebhookSignature Scheme, string Key, string Body, long Time, string? Id, Dictionary<string, string> Headers)
    {
        public byte[] Bytes { get; } = Encoding.UTF8.GetBytes(Body);

        public WebhookSignature Scheme { get; } = Scheme with { TimeProvider = At(Time, TimeSpan.Zero) };

        public void Verify(byte[]? body = null, Dictionary<string, string>? headers = null, string[]? keys = null, TimeSpan after = default, bool isBase64 = false) =>
            (Scheme with { TimeProvider = At(Time, after) }).Verify(
                WebhookHeaders.Of(headers ?? Headers), body ?? Bytes, isBase64 ? [.. keys!.Select(k => k == Key ? k : Convert.ToBase64String(Encoding.UTF8.GetBytes(k)))] : keys ?? [Key]);

        public WebhookSignatureException AssertRefused(byte[]? body = null, Dictionary<string, string>? headers = null, string[]? keys = null, TimeSpan after = default) =>
            Assert.Throws<WebhookSignatureException>(() => Verify(body, headers, keys, after));

        private static ManualTime At(long seconds, TimeSpan after)
        {
            var time = new ManualTime();
            time.Advance(DateTimeOffset.FromUnixTimeSeconds(seconds) + after - time.GetUtcNow());
            return time;
        }
    }
}
