using Kiln.Generator.Api.Model;
using Kiln.Generator.Pipeline;

namespace Kiln.Generator.Tests.Api;

/// <summary>What is derived from the responses of an operation is kept with it.</summary>
public sealed class OperationTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        paths:
          /pets:
            get:
              responses:
                '200': { description: All, content: { application/json: { schema: { type: array, items: { type: string } } } } }
                '404': { description: None, content: { text/plain: { schema: { type: string } } } }
        """;

    [Fact]
    public void What_is_derived_is_kept()
    {
        var operation = Read();

        Assert.Same(operation.Answers, operation.Answers);
        Assert.Same(operation.Successes, operation.Successes);
        Assert.Equal("404", Assert.Single(operation.Errors).Status);
    }

    [Fact]
    public void A_copy_derives_it_from_its_own_responses()
    {
        var operation = Read();
        Assert.Equal("200", operation.Success!.Status);

        var copy = operation with { Responses = [operation.Responses[0] with { Status = "201" }] };

        Assert.Equal("201", copy.Success!.Status);
        Assert.Empty(copy.Errors);
        Assert.Equal("201", Assert.Single(copy.Answers.Primary!.Cases[0].Statuses));
        Assert.Equal("200", operation.Success.Status);
    }

    [Fact]
    public void Whether_it_was_derived_already_makes_no_difference_to_equality()
    {
        var (asked, other) = (Read(), Read());
        Assert.NotNull(asked.Answers.Primary);

        Assert.Equal(other, asked);
        Assert.Equal(other.GetHashCode(), asked.GetHashCode());
    }

    private static Operation Read() => Assert.Single(SdkPipeline.ReadApi(new("a.yaml", Document), TestContext.Current.CancellationToken).Value!.Operations);
}
