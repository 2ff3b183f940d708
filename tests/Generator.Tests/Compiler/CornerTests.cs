using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Compiler;

/// <summary>Small documents in which two things meet that rarely do: what they become compiles, and means what the document says.</summary>
public sealed class CornerTests
{
    [Fact]
    public void A_count_can_be_asked_for_where_the_document_says_how()
    {
        Assert.Contains("GetAllAsync(configure).GetTotalAsync(cancellationToken)", Emit(Paging("total: /total", "total: { type: integer }")));
        Assert.Contains("GetAllAsync(configure).GetTotalAsync(cancellationToken)", Emit(Paging("total: /total, pageSize: limit", "total: { type: integer }", countOnly: "")));
        Assert.DoesNotContain("GetTotalAsync", Emit(Paging("total: /total", "total: { type: integer }", countOnly: "")));
    }

    [Fact]
    public void A_page_size_whose_schema_stands_elsewhere_has_its_maximum()
    {
        var code = Emit(Paging("pageSize: limit, total: /total", "total: { type: integer }"));

        Assert.Contains("PageSize = new(\"limit\", 500)", code);
    }

    [Fact]
    public void Items_that_may_be_null()
    {
        var code = Emit(Paging("total: /total", "total: { type: integer }", nullableItems: true));

        Assert.Contains("Pages<Page, string?> GetAllAsync(", code);
    }

    [Fact]
    public void A_schema_called_like_the_builder_of_a_path()
    {
        var code = Emit("""
              /shops: { get: { responses: { '200': { description: x, content: { application/json: { schema: { $ref: '#/components/schemas/Shop' } } } } } } }
              /shops/pets: { get: { responses: { '204': { description: x } } } }
            components:
              schemas:
                Shop: { type: object, properties: { id: { type: string } } }
                PetsRequestBuilder: { type: object, properties: { id: { type: string } } }
            """);

        Assert.Contains("PetsRequestBuilder Pets => new(RequestAdapter);", code);
    }

    [Fact]
    public void A_required_parameter_called_like_a_value_of_the_path()
    {
        var code = Emit("""
              /pets/{id}:
                get:
                  parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: id, in: query, required: true, schema: { type: string } }]
                  responses: { '204': { description: x } }
            """);

        Assert.Contains("UrlFor($\"/pets/{id}\").AppendQuery(\"id\", WireType.String, RequireArgument(idQuery))", code);
    }

    [Fact]
    public void A_path_called_like_the_models_namespace_but_for_case()
    {
        Emit("""
              /moDELS: { get: { responses: { '204': { description: x } } } }
              /x: { get: { responses: { '200': { description: x, content: { application/json: { schema: { $ref: '#/components/schemas/ModelsRequestBuilder' } } } } } } }
            components: { schemas: { ModelsRequestBuilder: { type: object, properties: { id: { type: string } } }, MoDELSRequestBuilder: { type: object, properties: { id: { type: string } } } } }
            """);
    }

    [Fact]
    public void An_object_in_an_object_is_told_of_even_where_the_first_is_one_by_its_parts()
    {
        var driver = SdkDriver.Run("spec.yaml", Head + """
              /x:
                get:
                  parameters: [{ name: f, in: query, schema: { allOf: [{ type: object, properties: { a: { type: string } } }, { type: object, properties: { b: { type: object, properties: { c: { type: string } } } } }] } }]
                  responses: { '204': { description: x } }
            """);

        Assert.Equal(["KILN0106"], driver.GetRunResult().Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Pages_of_an_answer_that_is_not_the_one_that_is_read_are_an_error_of_the_document()
    {
        var driver = SdkDriver.Run("spec.yaml", Head + """
              /logs:
                get:
                  parameters: [{ name: after, in: query, schema: { type: string } }]
                  x-kiln-paging: { cursor: after, nextCursor: /next, items: /lines }
                  responses:
                    '200': { description: x, content: { text/plain: { schema: { type: string } } } }
                    '201': { description: x, content: { application/json: { schema: { type: object, properties: { next: { type: string }, lines: { type: array, items: { type: string } } } } } } }
            """);

        Assert.Contains(driver.GetRunResult().Diagnostics, d => d.Id == "KILN0109");
    }

    private const string Head = "openapi: 3.0.3\ninfo: { title: Corner, version: '1' }\npaths:\n";

    private static string Emit(string rest)
    {
        var driver = SdkDriver.Run("spec.yaml", Head + rest);
        var result = driver.GetRunResult();

        Assert.Null(result.Results.Single().Exception);
        Assert.DoesNotContain(result.Diagnostics, d => d.Id == "KILN0999");
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken)));
        return string.Join("\n", result.GeneratedTrees);
    }

    private static string Paging(string keys, string fields, string required = "next", bool nullableItems = false, string countOnly = "countOnly: onlyCount,") => $$"""
          /logs:
            get:
              parameters:
                - { name: after, in: query, schema: { type: string } }
                - { name: limit, in: query, schema: { $ref: '#/components/schemas/Limit' } }
                - { name: onlyCount, in: query, schema: { type: boolean } }
              x-kiln-paging: { cursor: after, nextCursor: /next, items: /lines, {{countOnly}} {{keys}} }
              responses:
                '200': { description: x, content: { application/json: { schema: { $ref: '#/components/schemas/Page' } } } }
        components:
          schemas:
            Limit: { type: integer, maximum: 500 }
            Page:
              type: object
              required: [{{required}}]
              properties: { next: { type: string }, lines: { type: array, items: { type: string, nullable: {{(nullableItems ? "true" : "false")}} } }, {{fields}} }
        """;
}
