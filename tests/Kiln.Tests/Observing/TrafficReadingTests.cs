using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Json.Schema;
using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Observing.Traffic;

namespace Kiln.Tool.Tests.Observing;

/// <summary>Recordings as tools write them, and damaged ones: one bad entry does not stop the others.</summary>
public sealed class TrafficReadingTests : IDisposable
{
    private const string Url = "https://api.example.com/v1/pets/1";
    private static readonly string Spec = TrafficBench.Spec("{ type: object, required: [id], properties: { id: { type: integer } } }");
    private readonly TrafficBench bench = new();

    public void Dispose() => bench.Dispose();

    private static JsonObject Bad => TrafficBench.Entry(Url, "{}");

    private static JsonObject Coded(byte[] bytes, string? coding)
    {
        var entry = TrafficBench.Entry(Url, Convert.ToBase64String(bytes));
        entry["response"]!["content"]!["encoding"] = "base64";
        if (coding is not null)
            entry["response"]!["headers"]!.AsArray().Add(new JsonObject { ["name"] = "Content-Encoding", ["value"] = coding });
        return entry;
    }

    private static byte[] Compress(string text, Func<Stream, Stream> open)
    {
        using var bytes = new MemoryStream();
        using (var coded = open(bytes))
            coded.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    public static TheoryData<string, string> Codings => new()
    {
        { "plain", "" },
        { "gzip", "gzip" },
        { "deflate", "deflate" },
        { "raw", "deflate" },
        { "br", "br" },
        // Most tools record what the coding was taken from.
        { "plain", "gzip" },
        { "plain", "br" },
    };

    [Theory]
    [MemberData(nameof(Codings))]
    public void Decodes_bodies(string how, string header)
    {
        const string body = """{"id":"a"}""";
        var bytes = how switch
        {
            "gzip" => Compress(body, s => new GZipStream(s, CompressionLevel.Fastest)),
            "deflate" => Compress(body, s => new ZLibStream(s, CompressionLevel.Fastest)),
            "raw" => Compress(body, s => new DeflateStream(s, CompressionLevel.Fastest)),
            "br" => Compress(body, s => new BrotliStream(s, CompressionLevel.Fastest)),
            _ => Encoding.UTF8.GetBytes(body),
        };

        Assert.Equal(["type GET /pets/{id} 200.id $.id 1/1".Replace("200.", "200 .")], bench.Observe(Spec, TrafficBench.Har(Coded(bytes, header.Length > 0 ? header : null))).Select(TrafficBench.Short));
    }

    [Fact]
    public void A_body_that_grows_without_end_is_a_fault()
    {
        var bomb = Compress(new string(' ', BodyDecoder.MaxBytes + 1), s => new GZipStream(s, CompressionLevel.Fastest));

        Assert.Equal(["the body has more than 64 MB when it is decompressed"], Faults(TrafficBench.Har(Coded(bomb, "gzip"))));
    }

    public static TheoryData<string, string> Faulty => new()
    {
        { "1", "the entry is not an object" },
        { "null", "the entry is not an object" },
        { "{\"response\":{\"status\":200}}", "the entry has no request with a URL" },
        { "{\"request\":{\"url\":5}}", "the entry has no request with a URL" },
        { "{\"request\":{\"url\":\"https://[\"},\"response\":{\"status\":200}}", "the URL is not an absolute URL" },
        { "{\"request\":{\"url\":\"https://a/\"},\"response\":{\"status\":200,\"content\":{\"text\":\"%\",\"encoding\":\"base64\"}}}", "the body is not valid base64" },
        { "{\"request\":}", "the entry is not valid JSON" },
        { "{\"request\" {\"a\":[{}]}}", "the entry is not valid JSON" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_entry_is_told_with_its_place_and_does_not_hide_the_others(string entry, string reason)
    {
        var har = "{\"log\":{\"entries\":[\n" + Bad.ToJsonString() + ",\n" + entry + ",\n" + Bad.ToJsonString() + "]}}";

        var (findings, summary) = bench.Run(Spec, Encoding.UTF8.GetBytes(har));

        var fault = Assert.Single(summary.Faults);
        Assert.Equal((reason, 2L, 3), (fault.Reason, fault.First.Entry, fault.First.Line));
        Assert.Equal(["missing-property GET /pets/{id} 200 .id $.id 2/2", "unreadable-traffic traffic.har - 1/3"], findings.Select(TrafficBench.Short));
        Assert.Equal(FindingSeverity.Warning, findings[1].Severity);
    }

    [Theory]
    [InlineData("", "the file is not a HAR file: it has no array log.entries")]
    [InlineData("{}", "the file is not a HAR file: it has no array log.entries")]
    [InlineData("{\"log\":{\"entries\":{}}}", "the file is not a HAR file: it has no array log.entries")]
    [InlineData("{\"log\":{\"entries\":[", "the file ends within its JSON")]
    [InlineData("{\"log\":{\"entries\":[{\"a\":\"", "the file ends within this entry")]
    [InlineData("{\"log\":{\"entries\":[{\"a\":1]", "the brackets of this entry do not match; the file cannot be read any further")]
    public void A_file_that_is_no_whole_HAR_is_a_fault(string har, string reason) => Assert.Equal([reason], Faults(har));

    [Theory]
    [InlineData("\0\0\0", 3)]
    [InlineData("{\"log\":{\"entries\":[{\"request\":5}]}}", 3)]
    // Nothing is wrong with traffic of other hosts.
    [InlineData("{\"log\":{\"entries\":[{\"request\":{\"method\":\"GET\",\"url\":\"https://cdn.example.com/\"},\"response\":{\"status\":200}}]}}", 0)]
    public async Task A_recording_of_which_nothing_can_be_read_does_not_pass(string har, int exitCode)
    {
        bench.Bench.Write("pets.yaml", Spec);
        bench.Bench.Write("traffic.har", har);

        var run = await bench.Bench.RunAsync("observe", "pets.yaml", "traffic.har");

        Assert.Equal((exitCode, exitCode == 3), (run.ExitCode, run.Error.Contains("kiln: nothing could be read of the traffic.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Reads_what_browsers_and_proxies_write()
    {
        // Comments, fields of their own, numbers as texts, HTTP/2's pseudo headers, no list of headers, an entry of the cache, an aborted request, a WebSocket.
        var har = TrafficBench.Har(
            JsonNode.Parse("""{"_initiator":{"type":"script"},"comment":"a","request":{"method":"get","url":"URL","httpVersion":"h2","headers":[{"name":":authority","value":"x"}],"queryString":[]},"response":{"status":"200","content":{"size":-1,"mimeType":"application/json","text":"{}"}},"timings":{}}""".Replace("URL", Url)),
            JsonNode.Parse("""{"request":{"url":"URL"},"response":{"status":200,"content":{"size":0,"mimeType":"application/json"},"_fromCache":"disk"}}""".Replace("URL", Url)),
            JsonNode.Parse("""{"request":{"method":"GET","url":"URL"},"response":{"status":0,"_error":"net::ERR_ABORTED","content":{}}}""".Replace("URL", Url)),
            JsonNode.Parse("""{"request":{"method":"GET","url":"wss://api.example.com/v1/pets/1"},"response":{"status":101}}""".Replace("URL", Url)),
            JsonNode.Parse("""{"request":{"method":"GET","url":"https://cdn.example.com/app.js"},"response":{"status":200,"content":{"text":"x","mimeType":"text/javascript"}}}""".Replace("URL", Url)),
            JsonNode.Parse("""{"request":{"method":"OPTIONS","url":"URL"},"response":{"status":204}}""".Replace("URL", Url)));

        var (findings, summary) = bench.Run(Spec, Encoding.UTF8.GetBytes(har));

        Assert.Equal(["missing-property GET /pets/{id} 200 .id $.id 1/1"], findings.Select(TrafficBench.Short));
        Assert.Equal(
            [("OPTIONS requests", 1L), ("not HTTP", 1L), ("of other hosts", 1L), ("without a response", 1L)],
            summary.Ignored.Select(i => (i.Key, i.Value)).Order());
    }

    [Fact]
    public void Reads_files_in_other_encodings()
    {
        var har = TrafficBench.Har(Bad);
        byte[][] files =
        [
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(har)],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(har)],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(har)],
            Compress(har, s => new GZipStream(s, CompressionLevel.Fastest)),
        ];
        Assert.All(files, file => Assert.Equal(["missing-property GET /pets/{id} 200 .id $.id 1/1"], bench.Run(Spec, file).Findings.Select(TrafficBench.Short)));

        // What was read before a compressed file is damaged counts.
        var damaged = bench.Run(Spec, [.. Compress(TrafficBench.Har(Bad, Bad, Bad), s => new GZipStream(s, CompressionLevel.NoCompression))[..400]]);
        Assert.Contains(damaged.Summary.Faults, f => f.Reason is "the compressed file is damaged" or "the file ends within this entry");
    }

    [Fact]
    public void Reads_the_lines_of_a_recorder()
    {
        const string lines = """
            {"time":"2026-01-01T00:00:00Z","method":"GET","operation":"GET /pets/{petId}","status":200,"contentType":"application/json","body":{"id":"a"}}

            {"method":"GET","url":"https://api.example.com/v1/pets/1","status":200,"contentType":"application/json","bodyBase64":"e30="}
            {"method":"GET","operation":"getPet","status":200,"violations":[{"path":"$.id","expected":"an integer","found":"string \"22566\""}]}
            {"method":"GET","operation":"getPet","status":200,"violations":[{"path":"$.id","expected":"an integer","found":"nothing"},{"path":"$.id","expected":"an integer","found":"null"}]}
            {"method":"GET","operation":"getPet","status":200,"violations":[{"path":"$.id","expected":"an integer","found":"string"}]}
            {"method":"GET","status":200}
            {"method":"GET","operation":"other","status":200}
            {"method":"GET","operation":"getPet"}
            {"method":"GET","operat
            """;

        var (findings, summary) = bench.Run(Spec, Encoding.UTF8.GetBytes(lines), "traffic.jsonl");

        // A body, and a response of which only violations were recorded, are of groups of their own: the media type of the latter is not known.
        Assert.Equal(
            ["missing-property GET /pets/{id} 200 .id $.id 2/5", "null GET /pets/{id} 200 .id $.id 1/3", "type GET /pets/{id} 200 .id $.id 3/5"],
            findings.Where(f => f.Severity == FindingSeverity.Breaking).Select(TrafficBench.Short).Order());
        Assert.Equal(
            ["the document has no operation 'other'", "the line has no status code", "the line is not valid JSON"],
            summary.Faults.Select(f => f.Reason).Order());
        Assert.Equal(10, summary.Faults.Max(f => f.First.Line));
    }

    [Fact]
    public void A_line_that_is_too_large_is_a_fault_and_the_next_is_read()
    {
        TestForm.RequireFull();
        var lines = new string('x', TrafficLimits.MaxEntry + 1) + "\n" + """{"operation":"getPet","status":200,"contentType":"application/json","body":{}}""";

        var (findings, summary) = bench.Run(Spec, Encoding.UTF8.GetBytes(lines), "traffic.jsonl");

        Assert.Equal(["the line has more than 64 MB"], summary.Faults.Select(f => f.Reason));
        Assert.Contains("missing-property GET /pets/{id} 200 .id $.id 1/1", findings.Select(TrafficBench.Short));
    }

    [Theory]
    [InlineData("""{"time":"2026-01-01T00:00:00Z","method":"GET","operation":"GET /pets/{petId}","status":200,"contentType":"application/json","headers":{"a":"b","c":["d"]},"body":{"id":"a"}}""", true)]
    [InlineData("""{"method":"GET","url":"https://a.example/","status":200,"bodyBase64":"e30=","violations":[{"path":"$.id","expected":"an integer","found":"nothing"}]}""", true)]
    [InlineData("""{"method":"GET","url":"https://a.example/"}""", false)]
    [InlineData("""{"operation":"a","status":"200"}""", false)]
    [InlineData("""{"operation":"a","status":200,"violations":[{"found":"null"}]}""", false)]
    public void The_published_schema_describes_the_lines_of_a_recorder(string line, bool isValid)
    {
        var schema = JsonSchema.FromText(File.ReadAllText(Checkout.PathOf("docs", "schemas", "traffic.schema.json")));
        using var json = System.Text.Json.JsonDocument.Parse(line);

        Assert.Equal(isValid, schema.Evaluate(json.RootElement).IsValid);
    }

    [Fact]
    public void Reads_JSON_bodies()
    {
        Assert.Equal(["missing-property GET /pets/{id} 200 .id $.id 1/1"], bench.Observe(Spec, "{}", "pet.json", new("getPet", null)).Select(TrafficBench.Short));
        Assert.Equal(["undocumented-status GET /pets/{id} - 1/1"], bench.Observe(Spec, "[1]", "pet.json", new("get /pets/{x}", 404)).Select(TrafficBench.Short));
        Assert.Equal(["the file is neither a HAR file nor JSON lines; if it is a JSON body, say with --operation what it is of"], bench.Run(Spec, "{}"u8.ToArray(), "pet.json").Summary.Faults.Select(f => f.Reason));
        Assert.Equal(["the file is neither a HAR file nor JSON"], bench.Run(Spec, [0, 1, 2], "pet.json", new("getPet", null)).Summary.Faults.Select(f => f.Reason));
        Assert.Equal(["the file is empty"], bench.Run(Spec, [], "pet.json", new("getPet", null)).Summary.Faults.Select(f => f.Reason));
    }

    private List<string> Faults(string har) => bench.Run(Spec, Encoding.UTF8.GetBytes(har)).Summary.Faults.Select(f => f.Reason).ToList();
}
