using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Naming.Pins;

/// <summary>The names of what is around a call: the classes of forms and header parameters, and the methods of credentials and servers.</summary>
public sealed class CallPinTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [{ url: 'https://eu.test', description: Europe }, { url: 'https://us.test', description: America }]
        security: [{ api_key: [] }]
        paths:
          /photos:
            post:
              operationId: addPhoto
              parameters: [{ name: X-Trace, in: header, schema: { type: string } }]
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema: { type: object, properties: { photo_file: { type: string, format: binary }, size: { type: string, enum: [small, large] } } }
              responses: { '204': { description: Added. } }
          /albums:
            put:
              operationId: makeAlbum
              responses:
                '200': { description: The album., content: { application/json: { schema: { type: integer } } } }
                '202': { description: Later., content: { application/json: { schema: { type: string } } } }
        components:
          securitySchemes: { api_key: { type: apiKey, in: header, name: X-Key } }
        """;

    [Fact]
    public void Each_is_pinned_where_the_document_has_it()
    {
        var pins = new PinnedDocument("spec.yaml", Spec).Pins();

        Assert.Equal(
            [
                "$.components.securitySchemes.api_key x-kiln-name: ApiKey",
                "$.paths['/albums'].put x-kiln-result-name: MakeAlbumResult",
                "$.paths['/photos'].post x-kiln-header-parameters-name: AddPhotoHeaderParameters",
                "$.paths['/photos'].post.parameters[?@.name=='X-Trace' && @.in=='header'] x-kiln-name: XTrace",
                "$.paths['/photos'].post.requestBody.content['multipart/form-data'].schema x-kiln-property-names: PhotoFile",
                "$.paths['/photos'].post.requestBody.content['multipart/form-data'].schema x-kiln-type-name: AddPhotoForm",
                "$.paths['/photos'].post.requestBody.content['multipart/form-data'].schema.properties.size x-kiln-type-name: AddPhotoFormSize",
                "$.servers[?@.url=='https://eu.test'] x-kiln-name: Europe",
                "$.servers[?@.url=='https://us.test'] x-kiln-name: America",
            ],
            pins.Pins.Where(p => p.Key != "x-kiln-path-prefix").Select(p => $"{p.Target} {p.Key}: {p.Name}"));
        Assert.Empty(pins.Open);
    }

    [Fact]
    public void Each_is_what_the_document_says()
    {
        var spec = Spec
            .Replace("operationId: addPhoto", "x-kiln-header-parameters-name: Traces", StringComparison.Ordinal)
            .Replace("operationId: makeAlbum", "x-kiln-result-name: Making", StringComparison.Ordinal)
            .Replace("schema: { type: object,", "schema: { type: object, x-kiln-type-name: Album, x-kiln-property-names: { photo_file: Picture },", StringComparison.Ordinal)
            .Replace("in: header, name: X-Key", "in: header, name: X-Key, x-kiln-name: Secret", StringComparison.Ordinal)
            .Replace("description: Europe", "description: Europe, x-kiln-name: Home", StringComparison.Ordinal);

        Assert.Equal("True", SdkRun.Of(spec, """
            var client = new Sdk.ShopClient(Sdk.ShopServer.Home(), Sdk.ShopCredential.Secret("k"));
            var request = client.Photos.ToPostRequestInformation(new Album { Picture = Kiln.Runtime.Requests.Bodies.FilePart.FromBytes(default, "a") }, r =>
            {
                Sdk.Photos.Traces traces = r.HeaderParameters;
                traces.XTrace = "1";
            });
            return request.Headers["X-Trace"].Single() == "1" && new Making(202, accepted: "later").Match(album => "album", later => later) == "later";
            """));
    }

    [Fact]
    public void The_server_of_a_document_of_version_2_has_no_place_and_needs_none() => Assert.Empty(new PinnedDocument("spec.yaml", """
        swagger: '2.0'
        info: { title: Shop, version: '1' }
        host: shop.test
        paths: { /pets: { get: { responses: { '204': { description: d } } } } }
        """).Pins().Open);
}
