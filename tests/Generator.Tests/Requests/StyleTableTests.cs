using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Requests.Calling;
using Kiln.Generator.Tests.Requests.Document;
using Kiln.Generator.Tests.Requests.Sending;
using Kiln.Generator.Tests.RoundTrip;
using Kiln.Runtime.Requests;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Generator.Tests.Requests;

/// <summary>
/// The public documents that were written to try the styles of parameters get exactly the URIs, headers and cookies of the table "Style Examples" (OpenAPI 3.1.1), to the character.
/// </summary>
public sealed class StyleTableTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("oapi-codegen__parameters-roundtrip.yaml", Roundtrip)]
    [InlineData("readmeio__31-parameters-style.json", Styles)]
    [InlineData("ogen__autorest-url-multi-collectionFormat.json", Multi)]
    public async Task Sends_what_the_table_says(string document, string expected)
    {
        Assert.SkipWhen(PublicDocuments.Folder is null, PublicDocuments.Absent);
        using var sdk = Sdk(document);

        var sent = await SentBy(sdk, document);

        output.WriteLine(sent);
        Assert.Equal(expected, sent, ignoreLineEndingDifferences: true);
    }

    // {param*}, {.param} and {;id*} are placeholders of RFC 6570. In OpenAPI all that stands between the braces is the name ("Path Templating"), so that the parameter "param" has none: the
    // document is at fault, and is told twice for each path, of the placeholder without a parameter and of the parameter without a placeholder.
    [Fact]
    public void Tells_of_the_placeholders_of_RFC_6570()
    {
        Assert.SkipWhen(PublicDocuments.Folder is null, PublicDocuments.Absent);
        using var sdk = Sdk("oapi-codegen__parameters-roundtrip.yaml");

        var told = sdk.SpecDiagnostics.Where(d => d.Rule.Id is "KILN0031" or "KILN0032").Select(d => (d.Rule.Id, Path: d.Arguments[1])).ToList();

        string[] paths = [.. RawOperations.Of(Raw("oapi-codegen__parameters-roundtrip.yaml").Root).Select(o => o.Path).Where(HasOperator)];
        Assert.NotEmpty(paths);
        Assert.Equal(paths.SelectMany(p => new[] { ("KILN0031", p), ("KILN0032", p) }).Order(), told.Order());
    }

    private static CompiledSdk Sdk(string document) => new(document, PublicDocuments.Read(document), TestContext.Current.CancellationToken);

    private static RawDocument Raw(string document) => new(document, PublicDocuments.Read);

    private static bool HasOperator(string path) => path.Contains("{.") || path.Contains("{;") || path.Contains("*}");

    // A line for each operation without a body: its path, and how it was sent.
    private static async Task<string> SentBy(CompiledSdk sdk, string document)
    {
        await using var server = new LoopbackServer();
        using var http = new HttpClient(new ToLoopback(server.Address));
        using var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), server.Address, http);
        var operations = RawOperations.Of(Raw(document).Root);
        var lines = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var request in FoundBuilder.In(sdk.Assembly!, adapter).SelectMany(FoundRequest.Of))
        {
            var operation = request.OperationIn(operations)!;
            if (operation.Bodies.Count > 0 || HasOperator(operation.Path))
                continue;
            var values = operation.Parameters.Select(p => (p, Value: ValueOf(operation, p))).Where(p => p.Value is not null).ToDictionary(p => p.p, p => p.Value!);
            await new Call(request, operation).Send(sdk.Assembly!, adapter, new Meaning(values, null, null));
            lines.Add($"{operation.Path} {operation.Method}", Line(operation, server.Take()!));
        }
        return string.Join('\n', lines.Select(l => $"{l.Key}: {l.Value}"));
    }

    private static string Line(RawOperation operation, Decoding.RawRequest sent)
    {
        var line = new StringBuilder(sent.Target);
        foreach (var header in operation.Parameters.Where(p => p.In == Place.Header).Select(p => p.Name).Concat(operation.Parameters.Any(p => p.In == Place.Cookie) ? ["Cookie"] : []))
            line.Append($"\n    {header}: {sent.Header(header)}");
        return line.ToString();
    }

    // What the documents that say it name in their descriptions, and otherwise the values of the table, as far as the schema allows them.
    private static JsonNode? ValueOf(RawOperation operation, RawParameter parameter) => operation.Path switch
    {
        "/queries/array/multi/string/null" => null,
        "/queries/array/multi/string/empty" => new JsonArray(),
        "/queries/array/multi/string/valid" => new JsonArray("ArrayQuery1", "begin!*'();:@ &=+$,/?#[]end", ""),
        _ => ValueOf(parameter.Schema!.Value),
    };

    private static JsonNode ValueOf(RawNode schema) => schema.TextOf("type") switch
    {
        _ when schema["properties"] is { } properties => new JsonObject(properties.Entries.Select((p, i) => KeyValuePair.Create(p.Key, (JsonNode?)(p.Value.TextOf("type") == "string" ? $"{(i + 1) * 100}" : ValueOf(p.Value))))),
        "array" => schema["items"]!.Value.TextOf("type") == "integer" ? new JsonArray(3, 4, 5) : new JsonArray("blue", "black", "brown"),
        "integer" => schema["enum"] is { } @enum ? JsonNode.Parse(@enum.Items.First().Json.GetRawText())! : 5,
        "boolean" => true,
        _ => "blue",
    };

    private const string Roundtrip = """
        /contentObject/{param} GET: /contentObject/%7B%22Object%22%3A%7B%22role%22%3A%22100%22%2C%22firstName%22%3A%22200%22%7D%2C%22Id%22%3A5%2C%22IsAdmin%22%3Atrue%7D
        /cookie GET: /cookie
            Cookie: p=5; ep=5; ea=3; ea=4; ea=5; a=3,4,5; role=100; firstName=200; o=role,100,firstName,200; co={%22Object%22:{%22role%22:%22100%22%2C%22firstName%22:%22200%22}%2C%22Id%22:5%2C%22IsAdmin%22:true}; 1s=blue
        /enums GET: /enums?enumPathParam=100
        /header GET: /header
            X-Primitive: 5
            X-Primitive-Exploded: 5
            X-Array-Exploded: 3,4,5
            X-Array: 3,4,5
            X-Object-Exploded: role=100,firstName=200
            X-Object: role,100,firstName,200
            X-Complex-Object: {"Object":{"role":"100","firstName":"200"},"Id":5,"IsAdmin":true}
            X-Pass-Through: blue
            1-Starting-With-Number: blue
        /passThrough/{param} GET: /passThrough/blue
        /queryDeepObject GET: /queryDeepObject?deepObj%5BObject%5D%5Brole%5D=100&deepObj%5BObject%5D%5BfirstName%5D=200&deepObj%5BId%5D=5&deepObj%5BIsAdmin%5D=true
        /queryDelimited GET: /queryDelimited?sa=3%204%205&pa=3%7C4%7C5
        /queryForm GET: /queryForm?ea=3&ea=4&ea=5&a=3,4,5&role=100&firstName=200&o=role,100,firstName,200&ep=5&p=5&ps=blue&co=%7B%22Object%22%3A%7B%22role%22%3A%22100%22%2C%22firstName%22%3A%22200%22%7D%2C%22Id%22%3A5%2C%22IsAdmin%22%3Atrue%7D&1s=blue
        /simpleExplodePrimitive/{param} GET: /simpleExplodePrimitive/5
        /simpleNoExplodeArray/{param} GET: /simpleNoExplodeArray/3,4,5
        /simpleNoExplodeObject/{param} GET: /simpleNoExplodeObject/role,100,firstName,200
        /simplePrimitive/{param} GET: /simplePrimitive/5
        /simpleString/{param} GET: /simpleString/blue
        /startingWithNumber/{1param} GET: /startingWithNumber/blue
        """;

    private const string Styles = """
        /anything/headers GET: /anything/headers
            primitive: blue
            array: blue,black,brown
            object: name,100,description,200
        /anything/headers/simple GET: /anything/headers/simple
            primitive: blue
            array: blue,black,brown
            object: name,100,description,200
        /anything/headers/simple POST: /anything/headers/simple
            primitive: blue
            array: blue,black,brown
            object: name=100,description=200
        /anything/path/label/{primitive}/{array}/{object} GET: /anything/path/label/.blue/.blue,black,brown/.name,100,description,200
        /anything/path/label/{primitive}/{array}/{object} POST: /anything/path/label/.blue/.blue.black.brown/.name=100.description=200
        /anything/path/matrix/{primitive}/{array}/{object} GET: /anything/path/matrix/;primitive=blue/;array=blue,black,brown/;object=name,100,description,200
        /anything/path/matrix/{primitive}/{array}/{object} POST: /anything/path/matrix/;primitive=blue/;array=blue;array=black;array=brown/;name=100;description=200
        /anything/path/simple/{primitive}/{array}/{object} GET: /anything/path/simple/blue/blue,black,brown/name,100,description,200
        /anything/path/simple/{primitive}/{array}/{object} POST: /anything/path/simple/blue/blue,black,brown/name=100,description=200
        /anything/path/{primitive}/{array}/{object} GET: /anything/path/blue/blue,black,brown/name,100,description,200
        /anything/query GET: /anything/query?primitive=blue&array=blue&array=black&array=brown&name=100&description=200
        /anything/query/deepObject GET: /anything/query/deepObject?object%5Bname%5D=100&object%5Bdescription%5D=200
        /anything/query/form GET: /anything/query/form?primitive=blue&array=blue,black,brown&object=name,100,description,200
        /anything/query/form POST: /anything/query/form?primitive=blue&array=blue&array=black&array=brown&name=100&description=200
        /anything/query/pipeDelimited GET: /anything/query/pipeDelimited?array=blue%7Cblack%7Cbrown&object=name%7C100%7Cdescription%7C200
        /anything/query/spaceDelimited GET: /anything/query/spaceDelimited?array=blue%20black%20brown&object=name%20100%20description%20200
        /cookies GET: /cookies
            Cookie: primitive=blue; array=blue; array=black; array=brown; name=100; description=200
        /cookies#formExploded GET: /cookies
            Cookie: primitive=blue; array=blue; array=black; array=brown; name=100; description=200
        /cookies#formNonExploded GET: /cookies
            Cookie: primitive=blue; array=blue,black,brown; object=name,100,description,200
        """;

    private const string Multi = """
        /queries/array/multi/string/empty GET: /queries/array/multi/string/empty
        /queries/array/multi/string/null GET: /queries/array/multi/string/null
        /queries/array/multi/string/valid GET: /queries/array/multi/string/valid?arrayQuery=ArrayQuery1&arrayQuery=begin%21%2A%27%28%29%3B%3A%40%20%26%3D%2B%24%2C%2F%3F%23%5B%5Dend&arrayQuery=
        """;
}
