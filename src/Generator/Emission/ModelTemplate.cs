using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes a model.</summary>
internal static class ModelTemplate
{
    public static string Write(ModelShape model) => Source.Of($$"""
        {{Docs.Write(model.Doc, $"Represents {Docs.WithArticle(model.Name)} object.")}}
        {{Docs.TypeAttributes(model.Doc)}}
        public {{(IsBase(model) ? "" : "sealed ")}}partial class {{model.Name}} : {{model.Inheritance?.Base ?? "WireModel"}}, IWireModel<{{model.Name}}>
        {
            {{(HasTrackedFields(model) && model.Inheritance is not { IsBaseTracking: true } ? $"{Access(model)} AssignedFields assignedFields;" : "")}}

            {{Constructor(model)}}

            {{Source.Members([.. model.Fields.Skip(model.Inheritance?.InheritedFields ?? 0).Select(f => Property(f, Access(model))), Extras(model)])}}

            /// <summary>Creates an instance for deserialization.</summary>
            public {{(IsDerived(model) ? "new " : "")}}static {{model.Name}} CreateFromDiscriminatorValue(IParseNode parseNode) => {{(IsBase(model) || model.Inheritance is { Initial.Count: > 0 } ? "Fields.CreateModel(parseNode)" : "new()")}};

            {{(IsDerived(model) ? "WireFields IWireModel.InstanceFields => Fields;" : "")}}

            static WireFields<{{model.Name}}> IWireModel<{{model.Name}}>.Fields => Fields;

            private static readonly WireFields<{{model.Name}}> Fields = WireFields<{{model.Name}}>.Create({{(HasTrackedFields(model) ? "static m => ref m.assignedFields" : "")}}){{Fields(model) + Leading(model) + Derived(model)}};
        }
        """);

    private static bool IsBase(ModelShape model) => model.Inheritance is { IsBase: true };

    private static bool IsDerived(ModelShape model) => model.Inheritance is { Base: not null };

    private static string Access(ModelShape model) => IsBase(model) ? "private protected" : "private";

    private static string Constructor(ModelShape model) => (model.Inheritance?.Initial ?? []) switch
    {
        { Count: 0 } => "",
        { Count: 1 } single => $"{ConstructorDoc}\npublic {model.Name}() => {Assignment(single[0])}",
        var all => $"{ConstructorDoc}\npublic {model.Name}()\n{{\n{string.Concat(all.Items.Select(i => $"    {Assignment(i)}\n"))}}}",
    };

    private const string ConstructorDoc = "/// <summary>Initializes a new instance with the values that identify its class.</summary>";

    private static string Assignment(InitialShape initial) => $"{initial.Property} = {initial.Value};";

    // .First("petType")
    private static string Leading(ModelShape model) =>
        model.Leading.Count > 0 ? $"\n    .First({string.Join(", ", model.Leading.Select(CSharpText.Literal))})" : "";

    // .Discriminator("petType").Derived<Cat>("cat")
    private static string Derived(ModelShape model) => IsBase(model)
        ? $"\n    .Discriminator({CSharpText.Literal(model.Inheritance!.Discriminator)})" +
          string.Concat(model.Inheritance.Derived.Select(d => $"\n    .Derived<{d.Type}>({string.Join(", ", d.Values.Select(CSharpText.Literal))})")) +
          (model.Inheritance.DefaultDerived is { } other ? $"\n    .DefaultDerived<{other}>()" : "")
        : "";

    private static string Property(FieldShape field, string access)
    {
        var remark = field switch
        {
            { IsReadOnly: true } => "Read-only: it is not sent in requests.",
            { IsWriteOnly: true } => "Write-only: it is not included in responses.",
            _ => null,
        };
        var doc = Docs.WriteMember(field.Doc, $"Gets or sets the property `{field.WireName}`.", remark);
        return field.Storage switch
        {
            AssignedStorage { Backing: var backing, Place: var place, Initial: var initial } =>
                $"{doc}\npublic {field.Type} {field.Name} {{ get => {backing}; set => AssignField(ref {Own(backing)}, value, {place}); }}\n{access} {field.Type} {backing}{(initial.Length > 0 ? $" = {initial}" : "")};",
            TrackedStorage { Backing: var backing, Place: var place } =>
                $"{doc}\npublic {field.Type} {field.Name} {{ get => {backing}; set => assignedFields.Assign(ref {Own(backing)}, value, {place}); }}\n{access} {field.Type} {backing};",
            DefaultedStorage { Backing: var backing, Default: var value } =>
                $"{doc}\npublic {field.Type} {field.Name} {{ get => {backing} ?? {value}; set => {Own(backing)} = value; }}\n{access} {field.Type}? {backing};",
            PlainStorage { Initial: { Length: > 0 } initial } => $"{doc}\npublic {field.Type} {field.Name} {{ get; set; }} = {initial};",
            _ => $"{doc}\npublic {field.Type} {field.Name} {{ get; set; }}",
        };
    }

    private static string Extras(ModelShape model) =>
        model.Extras is { } extras && model.Inheritance is not { BaseHasExtras: true } ? Extras(extras, Access(model)) : "";

    private static string Extras(AdditionalPropertiesShape extras, string access) => $$"""
        /// <summary>Gets or sets the additional properties. Those of another type are in <see cref="WireModel.AdditionalData"/>.</summary>
        public {{extras.Type}} {{extras.Name}} { get => {{extras.Backing}} ??= []; set => {{extras.Backing}} = value; }
        {{access}} {{extras.Type}}? {{extras.Backing}};
        """.Replace("\r\n", "\n");

    // .AdditionalProperties(WireType.Int32, static m => m.additionalProperties, static m => m.AdditionalProperties)
    private static string ExtrasField(AdditionalPropertiesShape extras) =>
        $"\n    .{(extras.AreOpen ? "PatternProperties" : "AdditionalProperties")}({extras.Wire}, static m => m.{extras.Backing}, static m => m.{extras.Name})";

    // In a setter the name means what is set.
    private static string Own(string backing) => backing is "@value" ? "this.value" : backing;

    private static bool HasTrackedFields(ModelShape model) => model.Fields.Any(f => f.Storage is TrackedStorage);

    // .Required("id", WireType.String, static m => m.Id, static (m, v) => m.Id = v).ReadOnly()
    private static string Fields(ModelShape model) => string.Concat(model.Fields.Select(f =>
    {
        var member = f.Storage switch
        {
            AssignedStorage { Backing: var backing } => backing,
            DefaultedStorage { Backing: var backing } => backing,
            _ => f.Name,
        };
        return $"\n    .{f.Presence}({CSharpText.Literal(f.WireName)}, {f.Wire}, static m => m.{member}, static (m, v) => m.{member} = v){(f.IsReadOnly ? ".ReadOnly()" : "")}";
    })) + (model.Extras is { } extras ? ExtrasField(extras) : "");
}
