using System.Text.Json.Nodes;

namespace SentinelOne.ThreatEvents.Tests.Spec;

/// <summary>The event's fields in the document, against the action's list.</summary>
public class FieldTests
{
    private static readonly JsonObject Properties = SpecDocument.Event["properties"]!.AsObject();

    /// <summary>Evidence for "required" is both: the vendor's word, and a value in every recorded event.</summary>
    private static readonly string[] Required =
    [
        .. from field in ActionPage.Fields
           where field.IsVendorRequired && ActionPage.ExampleEvents.All(e => e[field.Name] is not null)
           select field.Name,
    ];

    [Fact]
    public void The_list_is_whole()
    {
        Assert.Equal(93, ActionPage.Fields.Length);
        Assert.Equal(89, ActionPage.Fields.Count(f => f.IsOnPage));
        Assert.Equal(18, Required.Length);
    }

    [Fact]
    public void No_field_is_missing_and_none_is_made_up() =>
        Assert.Equal(ActionPage.Fields.Select(f => f.Name), Properties.Select(p => p.Key));

    [Fact]
    public void Each_field_has_the_vendor_s_type() =>
        Assert.Equal(
            ActionPage.Fields.Select(f => (f.Name, f.VendorType)),
            Properties.Select(p => (p.Key, SpecDocument.TypeOf(p.Value!))));

    [Fact]
    public void Each_field_has_the_vendor_s_values() =>
        Assert.Equal(
            ActionPage.Fields.Select(f => (f.Name, string.Join('|', f.Enum))),
            Properties.Select(p => (p.Key, string.Join('|', SpecDocument.Texts(SpecDocument.Resolve(p.Value!)["enum"])))));

    [Fact]
    public void Required_is_what_the_evidence_supports() =>
        Assert.Equal(Required, SpecDocument.Texts(SpecDocument.Event["required"]));

    [Fact]
    public void Every_other_field_is_nullable_and_no_required_one_is() =>
        Assert.Equal(
            ActionPage.Fields.Select(f => f.Name).Except(Required),
            Properties.Where(p => p.Value!["nullable"]?.GetValue<bool>() is true).Select(p => p.Key));

    [Fact]
    public void Each_field_has_a_sentence_of_its_own()
    {
        var sentences = Properties.Select(p => p.Value!["description"]?.GetValue<string>()).ToList();

        Assert.All(sentences, s => Assert.Matches(@"^[A-Z][^\n]+\.$", s));
        Assert.Equal(sentences, sentences.Distinct(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_sentence_never_stands_beside_a_bare_reference() =>
        Assert.All(Properties, p => Assert.False(p.Value!.AsObject().ContainsKey("$ref"), $"3.0 ignores what stands beside $ref: {p.Key}"));
}
