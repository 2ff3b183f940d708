namespace Kiln.Generator.Tests.Changes.CSharp;

public sealed class SurfaceComparerTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("tag: { type: string }", "tag: { type: integer }")]
    [InlineData("tag: { type: string }", "tag: { type: string, maxLength: 3, description: A tag. }")]
    [InlineData("tag: { type: string }", "tag: { type: string, deprecated: true }")]
    [InlineData("tag: { type: string }", "tag: { type: string, default: none }")]
    [InlineData("        tag: { type: string }\n", "")]
    [InlineData("        tag: { type: string }\n", "        kind: { type: string }\n        tag: { type: string }\n")]
    [InlineData("        tag: { type: string }", "        tag: { type: string, x-kiln-name: Label }")]
    [InlineData("[ id, name ]", "[ id ]")]
    [InlineData("[ id, name ]", "[ name ]")]
    [InlineData("[ id, name ]", "[ id, name, tag ]")]
    [InlineData("[ id, name ]", "[ id, name, age ]")]
    [InlineData("[ id, name ]", "[ ]")]
    [InlineData("[ free, sold ]", "[ free ]")]
    [InlineData("[ free, sold ]", "[ free, held, sold ]")]
    [InlineData("type: string, enum: [ free, sold ]", "type: string")]
    [InlineData("[ { type: string }, {", "[ { type: string }, { type: integer }, {")]
    [InlineData("[ { type: string }, {", "[ { type: integer }, {")]
    [InlineData("name: limit, in: query", "name: max, in: query")]
    [InlineData("name: limit, in: query,", "name: limit, in: query, required: true,")]
    [InlineData("name: tenant, in: query, required: true", "name: tenant, in: query")]
    [InlineData("name: tenant, in: query, required: true", "name: owner, in: query, required: true")]
    [InlineData("petId", "id")]
    [InlineData("operationId: listPets", "operationId: findPets")]
    [InlineData("https://shop.example", "https://shop2.example")]
    [InlineData("X-Key", "X-Api-Key")]
    [InlineData("security: [ { key: [] } ]", "security: []")]
    [InlineData("'201'", "'200'")]
    [InlineData("'204': { description: Removed. }", "'204': { description: Removed. }, '200': { description: Pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }")]
    [InlineData("'204': { description: Removed. }", "'200': { description: Pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }")]
    [InlineData("/pets/{petId}", "/animals/{petId}")]
    [InlineData("schemas/Pet'", "schemas/Pet '")]
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
