using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Chooses the runtime's <c>ParameterStyle</c> of a form's field.</summary>
internal static class FieldStyles
{
    /// <summary>The member; <see langword="null"/> where the field is written as one without an encoding.</summary>
    public static string? Of(PartEncoding encoding) => (encoding.Style, encoding.Explode) switch
    {
        ("deepObject", _) => "DeepObject",
        // Each item has a field of its own, so that nothing is between them.
        ("form" or "spaceDelimited" or "pipeDelimited", true) => "FormExploded",
        ("form", false) => "Form",
        ("spaceDelimited", false) => "SpaceDelimited",
        ("pipeDelimited", false) => "PipeDelimited",
        _ => encoding.ContentType is { } type && MediaTypes.KindOf(type) == BodyKind.Json ? "Json" : null,
    };
}
