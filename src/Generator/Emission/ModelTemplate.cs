using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes a model.</summary>
internal static class ModelTemplate
{
    public static string Write(ModelShape model) => Source.Of($$"""
        {{Docs.WriteMember(model.Doc)}}
        public sealed partial class {{model.Name}} : IWireModel<{{model.Name}}>, IAdditionalDataHolder
        {
            private IDictionary<string, object>? additionalData;
            {{(Remembers(model) ? "private FieldSet setFields;" : "")}}

            {{Source.Members([.. model.Fields.Select(Property), model.Extras is { } extras ? Extras(extras) : ""])}}

            /// <summary>The fields that the document does not name, as they came: each value is a <see cref="System.Text.Json.JsonElement"/>.</summary>
            public IDictionary<string, object> AdditionalData
            {
                get => additionalData ??= new Dictionary<string, object>();
                set => additionalData = value;
            }

            /// <summary>Makes an empty one for Kiota to fill.</summary>
            public static {{model.Name}} CreateFromDiscriminatorValue(IParseNode parseNode) => new();

            /// <inheritdoc/>
            public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => Fields.Deserializers(this);

            /// <inheritdoc/>
            public void Serialize(ISerializationWriter writer) => Fields.Serialize(this, writer);

            static WireFields<{{model.Name}}> IWireModel<{{model.Name}}>.Fields => Fields;

            private static readonly WireFields<{{model.Name}}> Fields = new WireFields<{{model.Name}}>(m => m.additionalData{{(Remembers(model) ? ", m => ref m.setFields" : "")}}){{Fields(model)}};
        }
        """);

    private static string Property(FieldShape field)
    {
        var doc = Docs.WriteMember(field.Doc);
        return field.Storage switch
        {
            RememberedStorage { Backing: var backing, Place: var place } =>
                $"{doc}\npublic {field.Type} {field.Name} {{ get => {backing}; set => setFields.Set(ref {Own(backing)}, value, {place}); }}\nprivate {field.Type} {backing};",
            DefaultedStorage { Backing: var backing, Default: var value } =>
                $"{doc}\npublic {field.Type} {field.Name} {{ get => {backing} ?? {value}; set => {Own(backing)} = value; }}\nprivate {field.Type}? {backing};",
            PlainStorage { Initial: { Length: > 0 } initial } => $"{doc}\npublic {field.Type} {field.Name} {{ get; set; }} = {initial};",
            _ => $"{doc}\npublic {field.Type} {field.Name} {{ get; set; }}",
        };
    }

    private static string Extras(ExtrasShape extras) => $$"""
        /// <summary>The fields that the document does not name, but gives a type. One that does not fit stands in <see cref="AdditionalData"/>.</summary>
        public {{extras.Type}} {{extras.Name}} { get => {{extras.Backing}} ??= []; set => {{extras.Backing}} = value; }
        private {{extras.Type}}? {{extras.Backing}};
        """.Replace("\r\n", "\n");

    private static string ExtrasField(ExtrasShape extras) =>
        $"\n    .{(extras.AreOpen ? "OpenExtras" : "Extras")}({extras.Wire}, m => m.{extras.Backing}, m => m.{extras.Name})";

    // In a setter the name means what is set.
    private static string Own(string backing) => backing is "@value" ? "this.value" : backing;

    private static bool Remembers(ModelShape model) => model.Fields.Any(f => f.Storage is RememberedStorage);

    private static string Fields(ModelShape model) => string.Concat(model.Fields.Select(f =>
    {
        var member = f.Storage is DefaultedStorage { Backing: var backing } ? backing : f.Name;
        return $"\n    .{f.Presence}({CSharpText.Literal(f.WireName)}, {f.Wire}, m => m.{member}, (m, v) => m.{member} = v){(f.IsReadOnly ? ".ReadOnly()" : "")}";
    })) + (model.Extras is { } extras ? ExtrasField(extras) : "");
}
