using Kiln.Generator.Diagnostics;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Scenarios;

namespace Kiln.Generator.Tests.Naming.Pins;

/// <summary>An overlay that pins all names changes nothing of what is emitted.</summary>
public sealed class PinTests
{
    [Theory]
    [MemberData(nameof(ScenarioSdk.Names), MemberType = typeof(ScenarioSdk))]
    public void Pins_change_nothing_of_a_scenario(string name) =>
        AssertPinsChangeNothing(PinnedDocument.OfScenario(name));

    [Theory]
    [MemberData(nameof(PublicDocuments.Documents), MemberType = typeof(PublicDocuments))]
    public void Pins_change_nothing_of_a_public_document(string? document)
    {
        Assert.SkipWhen(document is null, PublicDocuments.Absent);
        PublicDocuments.SkipLarge(document!);

        AssertPinsChangeNothing(PinnedDocument.OfPublic(document!));
    }

    private static void AssertPinsChangeNothing(PinnedDocument document)
    {
        var without = document.Generate();
        if (without.HasErrors)
            return;
        var overlay = document.WritePins();

        var with = document.Generate(overlay);

        Assert.Equal("", string.Join("\n", with.Diagnostics.Items.Except(without.Diagnostics.Items)));
        Assert.Equal("", string.Join("\n", without.Files.Items.Except(with.Files.Items).Select(f => f.HintName)));
        Assert.Equal("", string.Join("\n", with.Files.Items.Except(without.Files.Items).Select(f => f.HintName)));
        Assert.Equal(overlay, document.WritePins(overlay));
    }
}
