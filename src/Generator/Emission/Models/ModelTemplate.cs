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
            {{Constructors(model)}}

            {{Source.Members([.. model.Fields.Skip(model.Inheritance?.InheritedFields ?? 0).Select(f => Property(f, Access(model))), Extras(model)])}}

            /// <inheritdoc/>
            public {{(IsDerived(model) ? "new " : "")}}static {{model.Name}} CreateFromDiscriminatorValue(IParseNode parseNode) => {{(IsIdentified(model) ? $"({model.Name})Fields.CreateModel(parseNode)" : model.HasRequiredMembers ? "new(parseNode)" : "new()")}};

            {{FieldAccessTemplate.Read(model)}}

            {{FieldAccessTemplate.Write(model)}}

            {{(IsDerived(model) ? "WireFields IWireModel.InstanceFields => Fields;" : "")}}

            {{Fields(model)}}
        }
        """);

    // A field of its own only where other members use it as well.
    private static string Fields(ModelShape model)
    {
        var table = FieldTableTemplate.Write(model, IsIdentified(model));
        return IsIdentified(model) || IsDerived(model)
            ? $"static WireFields IWireModel<{model.Name}>.Fields => Fields;\n\nprivate static readonly WireFields Fields = {table};"
            : $"static WireFields IWireModel<{model.Name}>.Fields {{ get; }} = {table};";
    }

    // Its class is told by a field, or tells one.
    private static bool IsIdentified(ModelShape model) => IsBase(model) || model.Inheritance is { Initial.Count: > 0 } || model.Fields.Any(f => f.IsInitial);

    private static bool IsBase(ModelShape model) => model.Inheritance is { IsBase: true };

    private static bool IsDerived(ModelShape model) => model.Inheritance is { Base: not null };

    private static string Access(ModelShape model) => IsBase(model) ? "private protected" : "private";

    // Reading sets what it finds, so that it has a constructor that asks for nothing.
    private static string Constructors(ModelShape model)
    {
        var initial = model.Inheritance?.Initial ?? [];
        var body = initial switch
        {
            { Count: 0 } => " { }",
            { Count: 1 } => $" => {Assignment(initial[0])}",
            _ => $"\n{{\n{string.Concat(initial.Items.Select(i => $"    {Assignment(i)}\n"))}}}",
        };
        var forCallers = initial.Count == 0 && !model.HasRequiredMembers ? ""
            : $"/// <summary>Initializes a new instance{(initial.Count > 0 ? " with the values that identify its class" : "")}.</summary>\npublic {model.Name}(){body}";
        return !model.HasRequiredMembers ? forCallers
            : $"{forCallers}\n\n[SetsRequiredMembers]\ninternal {model.Name}(IParseNode parseNode){(model.Inheritance is { BaseHasRequiredMembers: true } ? " : base(parseNode)" : "")}{body}";
    }

    private static string Assignment(InitialShape initial) => $"{initial.Property} = {initial.Value};";

    private static string Property(FieldShape field, string access)
    {
        var remark = field switch
        {
            { IsReadOnly: true } => "Read-only: it is not sent in requests.",
            { IsWriteOnly: true } => "Write-only: it is not included in responses.",
            _ => null,
        };
        var doc = Docs.WriteMember(field.Doc, $"`{field.WireName}`", remark);
        var property = $"{doc}\npublic {(field.IsRequiredMember ? "required " : "")}{field.Type} {field.Name}";
        return field.Storage switch
        {
            AssignedStorage { Backing: var backing, Place: var place, Initial: var initial } =>
                $"{property} {{ get => {backing}; set => AssignRequired(ref {Own(backing)}, value, {place}); }}\n{access} {field.Type} {backing}{(initial.Length > 0 ? $" = {initial}" : "")};",
            TrackedStorage { Backing: var backing, Place: var place } =>
                $"{property} {{ get => {backing}; set => AssignNullable(ref {Own(backing)}, value, {place}); }}\n{access} {field.Type} {backing};",
            DefaultedStorage { Backing: var backing, Default: var value } =>
                $"{property} {{ get => {backing} ?? {value}; set => {Own(backing)} = value; }}\n{access} {field.Type}? {backing};",
            PlainStorage { Initial: { Length: > 0 } initial } => $"{property} {{ get; set; }} = {initial};",
            _ => $"{property} {{ get; set; }}",
        };
    }

    private static string Extras(ModelShape model) =>
        model.Extras is { } extras && model.Inheritance is not { BaseHasExtras: true } ? Extras(extras, Access(model)) : "";

    private static string Extras(AdditionalPropertiesShape extras, string access) => $$"""
        /// <summary>Gets or sets the additional properties. Those of another type are in <see cref="WireModel.AdditionalData"/>.</summary>
        public {{extras.Type}} {{extras.Name}} { get => {{extras.Backing}} ??= []; set => {{extras.Backing}} = value; }
        {{access}} {{extras.Type}}? {{extras.Backing}};
        """.Replace("\r\n", "\n");

    // In a setter the name means what is set.
    private static string Own(string backing) => backing is "@value" ? "this.value" : backing;
}
