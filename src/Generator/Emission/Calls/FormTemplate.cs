using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes a multipart form.</summary>
internal static class FormTemplate
{
    public static string Write(FormShape form) => Source.Of($$"""
        {{Docs.Write(form.Doc, $"The multipart body{(form.Operation is { } operation ? $" of `{operation}`" : "")}. Null values are not sent.")}}
        {{Docs.TypeAttributes(form.Doc)}}
        public sealed partial class {{form.Name}} : MultipartForm
        {
            {{Source.Members(form.Fields.Select(Field))}}

            /// <inheritdoc/>
            protected override void AddTo(MultipartParts parts)
            {
                {{Source.Lines(form.Fields.Select(Add))}}
            }
        }
        """);

    private static string Field(FormFieldShape field)
    {
        var headers = field.Headers.Count == 0 ? null : $"Set the {(field.Headers.Count == 1 ? "header" : "headers")} {string.Join(", ", field.Headers.Select(h => $"`{h}`"))} of the part in `HeadersOf`.";
        return $"{Docs.WriteMember(field.Doc, $"`{field.WireName}`", headers)}\npublic {(field.IsRequired ? "required " : "")}{field.Type} {field.Name} {{ get; set; }}{(field.Initial is { } initial ? $" = {initial};" : "")}";
    }

    // parts.Add("photo", Photo, "image/png");
    private static string Add(FormFieldShape field)
    {
        var wire = field.Wire is null ? "" : $"{field.Wire}, ";
        var last = field switch
        {
            { Style: { } style } => $", ParameterStyle.{style}",
            { ContentType: { } contentType } => $", {CSharpText.Literal(contentType)}",
            _ => "",
        };
        return $"parts.{field.Method}({CSharpText.Literal(field.WireName)}, {wire}{field.Name}{last});";
    }
}
