using Kiln.Generator.Changes.CSharp.Comparing;
using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Emission;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;

namespace Kiln.Generator.Tests.Changes.CSharp;

/// <summary>The SDK of a small document, and of the same one with an edit.</summary>
internal static class EditedSdk
{
    public const string Document =
        """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [ { url: https://shop.example } ]
        security: [ { key: [] } ]
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
                - { name: limit, in: query, schema: { type: integer } }
                - { name: tenant, in: query, required: true, schema: { type: string } }
              responses:
                '200': { description: Pets., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } }
            post:
              operationId: addPet
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
              responses:
                '201': { description: Added., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                '409': { description: Conflict., content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
          /pets/{petId}:
            delete:
              operationId: removePet
              parameters: [ { name: petId, in: path, required: true, schema: { type: integer } } ]
              responses: { '204': { description: Removed. } }
        components:
          securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
          schemas:
            Pet:
              type: object
              required: [ id, name ]
              properties:
                id: { type: integer, readOnly: true }
                name: { type: string }
                tag: { type: string }
                age: { type: integer, format: int32 }
                status: { $ref: '#/components/schemas/Status' }
                owner: { type: object, properties: { email: { type: string } } }
                extra: { $ref: '#/components/schemas/Extra' }
            Status: { type: string, enum: [ free, sold ] }
            Extra: { oneOf: [ { type: string }, { $ref: '#/components/schemas/Note' } ] }
            Note: { type: object, properties: { text: { type: string } } }
            Problem: { type: object, properties: { code: { type: string } } }
        """;

    /// <summary>The document with one text in the place of another, which must be there.</summary>
    public static string Edited(string before, string after)
    {
        Assert.Contains(before, Document, StringComparison.Ordinal);
        return Document.Replace(before, after, StringComparison.Ordinal);
    }

    public static IReadOnlyList<SourceFile> Files(string document)
    {
        var sdk = SdkPipeline.Generate(new("shop.yaml", document), Options, TestContext.Current.CancellationToken);
        Assert.False(sdk.HasErrors, string.Join("\n", sdk.Diagnostics));
        return sdk.Files;
    }

    public static SdkOptions Options => new("Shop") { Operations = true };

    /// <summary>What changes of the SDK from one document to another, one line each.</summary>
    public static IEnumerable<string> Changes(string old, string current) => SurfaceComparer.Compare(Files(old), Files(current)).Select(Line);

    /// <example><c>changed Shop.Models.Pet.Name: Type SourceBreaking, BinaryBreaking</c></example>
    public static string Line(MemberChange change) =>
        $"{change.Kind.ToString().ToLowerInvariant()} {(change.Kind == MemberChangeKind.Renamed ? $"{change.OldName} -> {change.NewName}" : change.Name)}: {string.Join("; ", change.Details.Select(d => $"{d.Aspect} {d.Effects}"))}";
}
