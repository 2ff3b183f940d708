namespace Kiln.Generator.Tests.Changes.CSharp;

public sealed class SurfaceComparerTests(ITestOutputHelper output)
{
    public static TheoryData<string, string> All => new()
    {
        { "tag: { type: string }", "tag: { type: integer }" },
        { "tag: { type: string }", "tag: { type: string, maxLength: 3, description: A tag. }" },
        { "tag: { type: string }", "tag: { type: string, deprecated: true }" },
        { "tag: { type: string }", "tag: { type: string, default: none }" },
        { "        tag: { type: string }\n", "" },
        { "        tag: { type: string }\n", "        kind: { type: string }\n        tag: { type: string }\n" },
        { "        tag: { type: string }", "        tag: { type: string, x-kiln-name: Label }" },
        { "[ id, name ]", "[ id ]" },
        { "[ id, name ]", "[ name ]" },
        { "[ id, name ]", "[ id, name, tag ]" },
        { "[ id, name ]", "[ id, name, age ]" },
        { "[ id, name ]", "[ ]" },
        { "[ free, sold ]", "[ free ]" },
        { "[ free, sold ]", "[ free, held, sold ]" },
        { "type: string, enum: [ free, sold ]", "type: string" },
        { "[ { type: string }, {", "[ { type: string }, { type: integer }, {" },
        { "[ { type: string }, {", "[ { type: integer }, {" },
        { "name: limit, in: query", "name: max, in: query" },
        { "name: limit, in: query,", "name: limit, in: query, required: true," },
        { "name: tenant, in: query, required: true", "name: tenant, in: query" },
        { "name: tenant, in: query, required: true", "name: owner, in: query, required: true" },
        { "petId", "id" },
        { "operationId: listPets", "operationId: findPets" },
        { "https://shop.example", "https://shop2.example" },
        { "X-Key", "X-Api-Key" },
        { "security: [ { key: [] } ]", "security: []" },
        { "'201'", "'200'" },
        { "'204': { description: Removed. }", "'204': { description: Removed. }, '200': { description: Pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }" },
        { "'204': { description: Removed. }", "'200': { description: Pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }" },
        { "/pets/{petId}", "/animals/{petId}" },
        { "schemas/Pet'", "schemas/Pet '" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Edits(string before, string after)
    {
        if (before == "schemas/Pet'")
        {
            output.WriteLine(EditedSdk.Changes(EditedSdk.Document, EditedSdk.Document.Replace("schemas/Pet'", "schemas/Animal'").Replace("    Pet:", "    Animal:")));
            return;
        }
        output.WriteLine(before + "  =>  " + after + "\n" + EditedSdk.Changes(EditedSdk.Document, EditedSdk.Edited(before, after)));
    }
}
