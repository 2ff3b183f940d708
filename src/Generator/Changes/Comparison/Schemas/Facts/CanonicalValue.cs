using Kiln.Generator.Changes.Comparison.Values;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Facts;

/// <summary>Values of a schema as they are compared, and as they are told.</summary>
internal static class CanonicalValue
{
    private const int MaxShown = 100;

    /// <summary>The value as JSON with sorted keys.</summary>
    public static string Of(SpecNode node) => CanonicalJson.Of(node);

    /// <summary>A number without insignificant digits.</summary>
    public static string Number(decimal value) => CanonicalJson.Number(value);

    /// <summary>A value as it is told to people: a string without quotes, and nothing longer than a line.</summary>
    public static string Shown(SpecNode node)
    {
        var text = node switch
        {
            SpecScalar { Kind: ScalarKind.String } scalar => scalar.Text,
            SpecScalar scalar => CanonicalJson.Scalar(scalar),
            _ => SpecJson.Write(node),
        };
        return Shorten(text);
    }

    public static string Shorten(string text) => ShortText.Of(text, MaxShown);
}
