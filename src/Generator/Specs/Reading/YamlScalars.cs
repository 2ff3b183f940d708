using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Reading.Syntax;
using Kiln.Generator.Specs.Tree;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kiln.Generator.Specs.Reading;

/// <summary>Resolves YAML scalars: by the tag if there is one, by the core schema if the scalar is plain, otherwise as a string.</summary>
internal static class YamlScalars
{
    private const string CoreTags = "tag:yaml.org,2002:";

    public static SpecScalar Read(Scalar scalar, SpecSpan span, List<DiagnosticInfo> diagnostics)
    {
        var value = YamlStandIns.Show(scalar.Value);
        if (!scalar.Tag.IsEmpty && !scalar.Tag.IsNonSpecific)
            return ReadTagged(scalar.Tag.Value, value, span, diagnostics);
        // A scalar with the tag "!" is a string too.
        if (scalar.Style != ScalarStyle.Plain || scalar.Tag.IsNonSpecific)
            return new SpecScalar(span, ScalarKind.String, value);

        if (CoreSchema.IsNotFinite(value))
            diagnostics.Add(new DiagnosticInfo(SpecRules.NonFiniteNumber, span.Location, value));
        return Resolve(value, span);
    }

    private static SpecScalar Resolve(string value, SpecSpan span)
    {
        var (kind, text) = CoreSchema.Resolve(value);
        // Null is null where a string is required too.
        return kind is ScalarKind.Null or ScalarKind.String || text == value ? new SpecScalar(span, kind, text) : new RewrittenScalar(span, kind, text, value);
    }

    private static SpecScalar ReadTagged(string tag, string value, SpecSpan span, List<DiagnosticInfo> diagnostics)
    {
        var (kind, text) = CoreSchema.Resolve(value);
        ScalarKind? expected = tag switch
        {
            CoreTags + "null" => ScalarKind.Null,
            CoreTags + "bool" => ScalarKind.Boolean,
            CoreTags + "int" or CoreTags + "float" => ScalarKind.Number,
            CoreTags + "str" => ScalarKind.String,
            _ => null,
        };
        if (expected is { } known && known == kind)
            return new SpecScalar(span, kind, text);
        if (expected != ScalarKind.String)
            diagnostics.Add(new DiagnosticInfo(SpecRules.InapplicableTag, span.Location, tag, value));
        return new SpecScalar(span, ScalarKind.String, value);
    }
}
