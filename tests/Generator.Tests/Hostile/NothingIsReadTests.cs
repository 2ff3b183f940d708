using System.Net;
using System.Net.Sockets;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Input;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Hostile;

/// <summary>A document says where things are in many ways, and none of them opens a connection or a file.</summary>
public sealed class NothingIsReadTests : IDisposable
{
    private const string Secret = "secretField";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly string file = Path.Combine(Path.GetTempPath(), $"kiln-secret-{Guid.NewGuid():n}.json");

    public NothingIsReadTests()
    {
        listener.Start();
        File.WriteAllText(file, $$"""{"type":"object","properties":{"{{Secret}}":{"type":"string"} },"a":{"type":"object","properties":{"{{Secret}}":{"type":"string"} } } }""");
    }

    private string Address => $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/a.json";

    public void Dispose()
    {
        listener.Dispose();
        File.Delete(file);
    }

    public static TheoryData<string> References() =>
    [
        "ADDRESS", "ADDRESS#/a", "//localhost:1/a.json", "file://FILE", "file://localhostFILE#/a", "FILE", "FILE#/a", "NAME", "./NAME", "../NAME#/a", "/etc/passwd", "file:///etc/passwd",
        "\\\\localhost\\share\\a.json", "//localhost/share/a.json", "C:\\\\a.json", "%2Fetc%2Fpasswd", "jar:file:///a.jar!/b", "data:application/json,{}",
    ];

    [Theory]
    [MemberData(nameof(References))]
    public void A_reference_leads_to_nothing_but_the_files_that_are_given(string reference)
    {
        // The document stands beside the file, as far as its path tells.
        var driver = SdkDriver.Run(Path.Combine(Path.GetTempPath(), "openapi.yaml"), Filled($$"""
            openapi: 3.1.0
            paths:
              /a: { $ref: 'REFERENCE' }
              /b: { get: { parameters: [{ $ref: 'REFERENCE' }], responses: { '200': { $ref: 'REFERENCE' }, '201': { content: { text/json: { schema: { $ref: 'REFERENCE' } } } } } } }
            components:
              schemas: { A: { $ref: 'REFERENCE' }, B: { discriminator: { propertyName: p, mapping: { x: 'REFERENCE' } } } }
              examples: { E: { $ref: 'REFERENCE' } }
              securitySchemes: { S: { $ref: 'REFERENCE' } }
            """.Replace("REFERENCE", reference, StringComparison.Ordinal)));

        Assert.Contains(driver.GetRunResult().Diagnostics, d => d.Severity == DiagnosticSeverity.Error && d.Id is "KILN0025" or "KILN0026");
        AssertNothingWasRead(driver);
    }

    [Fact]
    public void No_other_text_is_an_address_to_read()
    {
        var driver = SdkDriver.Run("openapi.yaml", Filled("""
            openapi: 3.2.0
            $self: ADDRESS
            jsonSchemaDialect: ADDRESS
            info: { title: T, description: '<!DOCTYPE x [<!ENTITY e SYSTEM "file://FILE">]><x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="ADDRESS"/>&e;</x>', termsOfService: ADDRESS, license: { url: ADDRESS } }
            externalDocs: { url: ADDRESS }
            extends: ADDRESS
            x-include: ADDRESS
            servers: [{ url: ADDRESS }]
            paths:
              /a:
                get:
                  externalDocs: { url: ADDRESS }
                  responses:
                    '200':
                      description: '<include file="FILE" path="//x"/>'
                      content: { text/json: { schema: { $ref: '#/components/schemas/A' }, examples: { e: { externalValue: ADDRESS }, f: { externalValue: 'file://FILE' } } } }
                      links: { l: { operationRef: 'ADDRESS#/paths' } }
            components:
              schemas:
                A: { $schema: ADDRESS, $id: ADDRESS, $vocabulary: { ADDRESS: true }, xml: { namespace: ADDRESS }, description: '<inheritdoc cref="M:System.IO.File.ReadAllText"/>', properties: { a: { type: string, default: 'file://FILE' } } }
              securitySchemes:
                o: { type: openIdConnect, openIdConnectUrl: ADDRESS }
                p: { type: oauth2, flows: { clientCredentials: { tokenUrl: ADDRESS, refreshUrl: ADDRESS, scopes: {} } } }
            """));

        Assert.DoesNotContain(driver.GetRunResult().Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken)));
        AssertNothingWasRead(driver);
    }

    [Theory]
    [InlineData("!!python/object/apply:os.system ['touch /tmp/x']")]
    [InlineData("!include FILE")]
    [InlineData("!!net:System.IO.FileStream,mscorlib { path: FILE }")]
    [InlineData("!<ADDRESS> x")]
    public void A_tag_of_YAML_makes_nothing(string value)
    {
        var driver = SdkDriver.Run("openapi.yaml", Filled($"openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{}}\nx-a:\n  {value}\n"));

        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        AssertNothingWasRead(driver);
    }

    [Fact]
    public void An_overlay_reads_nothing_either()
    {
        var read = Sources.Told(
            [
                ("openapi.yaml", "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}"),
                ("over.yaml", Filled("overlay: 1.0.0\ninfo: {title: O, version: '1'}\nextends: ADDRESS\nactions: [{target: $, update: {components: {schemas: {A: {$ref: 'ADDRESS'}, B: {$ref: 'file://FILE'}}}}}]")),
            ],
            overlays: ["over.yaml"]).ToList();

        Assert.Contains(read, told => told.EndsWith("KILN0026", StringComparison.Ordinal));
        Assert.False(listener.Pending());
    }

    private string Filled(string text) => text
        .Replace("ADDRESS", Address, StringComparison.Ordinal)
        .Replace("FILE", file, StringComparison.Ordinal)
        .Replace("NAME", Path.GetFileName(file), StringComparison.Ordinal);

    private void AssertNothingWasRead(GeneratorDriver driver)
    {
        Assert.False(listener.Pending());
        Assert.DoesNotContain(driver.GetRunResult().GeneratedTrees, t => t.ToString().Contains(Secret, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(driver.GetRunResult().Diagnostics, d => d.ToString().Contains(Secret, StringComparison.Ordinal));
    }
}
