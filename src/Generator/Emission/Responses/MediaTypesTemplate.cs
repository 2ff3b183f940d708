using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the constants of the media types between which callers choose.</summary>
internal static class MediaTypesTemplate
{
    public static string Write(MediaTypesShape mediaTypes) => Source.Of($$"""
        /// <summary>The media types that the methods that take one can ask for, where the document has them.</summary>
        {{Docs.TypeAttributes(mediaTypes.Doc)}}
        public static partial class {{mediaTypes.Name}}
        {
            {{Source.Members(mediaTypes.Constants.Select(Constant))}}
        }
        """);

    private static string Constant(MediaTypeShape constant) => $"{DocComment.Element("summary", DocComment.Code(constant.MediaType))}\npublic const string {constant.Name} = {CSharpText.Literal(constant.MediaType)};";
}
