using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes a model.</summary>
internal static class ModelTemplate
{
    public static string Write(ModelShape model) => Source.Of($$"""
        {{Docs.Write(model.Doc)}}
        public sealed partial class {{model.Name}} : IWireModel<{{model.Name}}>, IAdditionalDataHolder
        {
            private IDictionary<string, object>? additionalData;

            {{Source.Members(model.Fields.Select(Property))}}

            /// <summary>The fields that the document does not name, as they came: each value is a <see cref="System.Text.Json.JsonElement"/>.</summary>
            public IDictionary<string, object> AdditionalData
            {
                get => additionalData ??= new Dictionary<string, object>();
                set => additionalData = value;
            }

            /// <summary>Makes an empty one for Kiota to fill.</summary>
            /// <param name="parseNode">What will be read.</param>
            public static {{model.Name}} CreateFromDiscriminatorValue(IParseNode parseNode) => new();

            /// <summary>How each field is read through Kiota.</summary>
            public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => Fields.Deserializers(this);

            /// <summary>Writes all fields through Kiota.</summary>
            /// <param name="writer">Where they are written.</param>
            public void Serialize(ISerializationWriter writer) => Fields.Serialize(this, writer);

            static WireFields<{{model.Name}}> IWireModel<{{model.Name}}>.Fields => Fields;

            private static readonly WireFields<{{model.Name}}> Fields = new WireFields<{{model.Name}}>(m => m.additionalData){{Fields(model)}};
        }
        """);

    private static string Property(FieldShape field)
    {
        var neutral = field.Neutral.Length == 0 ? "" : $" = {field.Neutral};";
        return $"{Docs.Write(field.Doc)}\npublic {field.Type} {field.Name} {{ get; set; }}{neutral}";
    }

    private static string Fields(ModelShape model) => string.Concat(model.Fields.Select(f =>
        $"\n    .{f.Presence}({CSharpText.Literal(f.WireName)}, {f.Wire}, m => m.{f.Name}, (m, v) => m.{f.Name} = v)"));
}
