using Kiln.Tool.Pinned;

namespace Kiln.Tool.Tests.Pinned;

public class NamingChoiceTests
{
    private const string Explore = "SdkSnapshots.Sdk#Threats.Item.Explore.Events.EventsRequestBuilder.g.verified.cs";

    [Fact]
    public void Verify_naming_puts_the_test_before_the_hint_name() =>
        Assert.Equal(Explore, new VerifyNaming("SdkSnapshots.Sdk").FileNameOf("Threats.Item.Explore.Events.EventsRequestBuilder.g.cs"));

    [Theory]
    [InlineData(Explore, "SdkSnapshots.Sdk")]
    [InlineData("T.Test_x=#1#A.g.verified.cs", "T.Test_x=#1")]
    [InlineData("SdkSnapshots.Sdk#A.g.received.cs", null)]
    [InlineData("SdkSnapshots.Sdk#.g.verified.cs", null)]
    [InlineData("SdkSnapshots.Sdk.verified.txt", null)]
    [InlineData("#A.g.verified.cs", null)]
    [InlineData("A.g.verified.cs", null)]
    [InlineData("A.g.cs", null)]
    public void A_file_name_tells_its_test(string fileName, string? test) => Assert.Equal(test, VerifyNaming.TestOf(fileName));

    [Fact]
    public void The_files_decide()
    {
        Assert.Equal(new PlainNaming(), Choose(null));
        Assert.Equal(new PlainNaming(), Choose(null, "README.md", "A.g.cs"));
        Assert.Equal(new VerifyNaming("SdkSnapshots.Sdk"), Choose(null, "SdkSnapshots.cs", Explore, Explore.Replace(".verified", ".received", StringComparison.Ordinal)));
    }

    [Fact]
    public void Files_that_do_not_agree_need_a_choice()
    {
        Assert.Contains("both plain names and those of the test SdkSnapshots.Sdk", Assert.Throws<KilnFailure>(() => Choose(null, Explore, "A.g.cs")).Message, StringComparison.Ordinal);
        Assert.Contains("several tests (A.B, SdkSnapshots.Sdk)", Assert.Throws<KilnFailure>(() => Choose(null, Explore, "A.B#C.g.verified.cs")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_wins()
    {
        Assert.Equal(new VerifyNaming("X"), Choose("X", Explore, "A.g.cs"));
        Assert.Equal(new PlainNaming(), Choose("", Explore, "A.g.cs"));
    }

    private static PinnedNaming Choose(string? prefix, params string[] fileNames) => NamingChoice.Of(prefix, fileNames, "pinned");
}
