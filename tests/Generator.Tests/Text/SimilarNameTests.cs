using Kiln.Generator.Text;

namespace Kiln.Generator.Tests.Text;

public sealed class SimilarNameTests
{
    private static readonly string[] Types = ["string", "number", "integer", "boolean", "array", "object", "null", "file"];

    [Theory]
    [InlineData("int", "integer")]
    [InlineData("bool", "boolean")]
    [InlineData("String", "string")]
    [InlineData("sting", "string")]
    [InlineData("intger", "integer")]
    [InlineData("ojbect", "object")]
    [InlineData("Nmuber", "number")]
    [InlineData("date", null)]
    [InlineData("text", null)]
    [InlineData("", null)]
    [InlineData("in", null)]
    public void A_misspelled_or_abbreviated_name_is_found(string name, string? expected) => Assert.Equal(expected, SimilarName.Find(name, Types));

    [Theory]
    [InlineData("propertys", "properties")]
    [InlineData("Pett", "Pet")]
    [InlineData("idd", "id")]
    [InlineData("gett", "get")]
    [InlineData("querry", "query")]
    [InlineData("operation_id", "operationId")]
    [InlineData("DateTime", "date-time")]
    [InlineData("int46", "int64")]
    [InlineData("int32", "int64", false)]
    [InlineData("PetV1", "PetV2", false)]
    [InlineData("cat", "pet", false)]
    [InlineData("i", "id", false)]
    [InlineData("it", "id", true)]
    [InlineData("order", "border", true)]
    [InlineData("created", "deleted", false)]
    [InlineData("address", "process", false)]
    public void Two_names_are_similar_or_not(string name, string candidate, bool similar = true) =>
        Assert.Equal(similar ? candidate : null, SimilarName.Find(name, [candidate]));

    [Fact]
    public void The_most_similar_name_is_found_and_the_first_of_several()
    {
        Assert.Equal("names", SimilarName.Find("naems", ["name", "names"]));
        Assert.Equal("pat", SimilarName.Find("pot", ["pat", "pit"]));
        Assert.Equal("Pet", SimilarName.Find("pet", ["pets", "Pet"]));
    }

    [Fact]
    public void An_abbreviation_of_several_names_is_of_none() => Assert.Null(SimilarName.Find("max", ["maximum", "maxLength"]));

    [Fact]
    public void A_name_is_not_a_mistake_for_itself() => Assert.Null(SimilarName.Find("get", ["get"]));

    [Fact]
    public void Long_names_and_many_of_them_take_no_time()
    {
        var text = new string('a', 100_000);

        Assert.Null(SimilarName.Find(text, [text + "b"]));
        Assert.Null(SimilarName.Find("abc", Enumerable.Repeat(text, 1_000_000)));
    }

    [Fact]
    public void The_question_is_appended_to_a_message()
    {
        Assert.Equal("; did you mean 'integer'?", SimilarName.Question("int", Types));
        Assert.Equal("", SimilarName.Question("date", Types));
    }
}
