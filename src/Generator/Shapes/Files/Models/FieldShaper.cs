using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Models;
using Kiln.Generator.Shapes.Types.Values;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the shapes of the properties of one model, in order.</summary>
/// <param name="types">Writes types for the model's file.</param>
/// <param name="plan">The model.</param>
/// <param name="cycles">Tells whether a required field's empty value would need another of its own kind, without end.</param>
/// <param name="required">Tells what a caller has to set.</param>
/// <param name="isSent">Whether requests may have the model, so that its setters remember what was set.</param>
internal sealed class FieldShaper(TypeWriter types, ModelPlan plan, RequiredCycles cycles, RequiredMembers required, bool isSent)
{
    /// <summary>What writes the types of the fields to come: inherited ones stand in another file, which has the usings for them.</summary>
    public TypeWriter Types { get; set; } = types;

    // The parameters of a model's methods would hide fields that are called like them; within a property, C# 14 reads "field" as a keyword.
    private readonly HashSet<string> backings = new(StringComparer.Ordinal) { "field", "group", "reader", "writer" };
    private int optional;
    private int place;

    public FieldShape Field(string name, FieldPlan field)
    {
        var type = Types.Write(field.Type, field.IsNullable);
        var initial = DefaultExpression.Of(field.Property.Default, field.Type, type);
        return new(
            name,
            type,
            field.Property.WireName,
            Access(field.Type),
            (field.Presence == FieldPresence.Defaulted ? FieldPresence.Optional : field.Presence).ToString(),
            Storage(name, field, initial),
            field.Property.Access == PropertyAccess.ReadOnly,
            field.Property.Access == PropertyAccess.WriteOnly,
            new(field.Property.Description, null, field.Property.Deprecation, field.Property.Default?.Json, ShownConstant(field)) { Limits = DocShape.LimitsOf(field.Property.Limits, field.Type) })
        {
            HasNullValue = field.Type is PrimitiveType { Primitive: var primitive } && primitive == Primitives.Json,
            IsNullableValue = field.Type.IsValueType && field.Presence != FieldPresence.Required,
            IsInitial = RequestConstant(field) is not null,
            IsRequiredMember = required.Contains(plan, field),
        };
    }

    /// <summary>The property for fields that the document does not name.</summary>
    public AdditionalPropertiesShape Extras(string name, AdditionalPropertiesPlan extras) => new(
        name,
        Backing(name),
        Types.Write(new DictionaryType(extras.Values, extras.ValuesAreNullable)),
        Types.Wire(extras.Values, extras.ValuesAreNullable),
        extras.AreOpen);

    // The frequent types have methods of their own.
    private FieldAccessShape Access(CSharpType type) => type switch
    {
        PrimitiveType { Primitive.Wire: "String" or "Boolean" or "Int32" or "Int64" or "Double" or "DateTime" } primitive => new(primitive.Primitive.Wire, "", ""),
        ModelType => new("Model", Types.Write(type), ""),
        EnumType { IsText: true } => new("Enum", Types.Write(type), ""),
        _ => new("Value", "", Types.Wire(type)),
    };

    private FieldStorage Storage(string name, FieldPlan field, string? initial)
    {
        var number = place++;
        if (field.Presence is FieldPresence.Required or FieldPresence.RequiredNullable)
            return Required(name, field, number, initial);
        var optionalNumber = optional++;
        return field.Presence switch
        {
            FieldPresence.OptionalNullable when isSent => new TrackedStorage(Backing(name), optionalNumber),
            FieldPresence.Defaulted => new DefaultedStorage(Backing(name), initial!),
            _ => new PlainStorage(RequestConstant(field) ?? ""),
        };
    }

    private FieldStorage Required(string name, FieldPlan field, int number, string? initial)
    {
        if (cycles.IsEndless(plan, field))
            return new PlainStorage("null!");
        var first = field.Presence == FieldPresence.RequiredNullable ? "" : field.Constant ?? initial ?? EmptyValue(field.Type);
        var isTracked = isSent && (field.Presence == FieldPresence.RequiredNullable || !HasOwnEmptyValue(field.Type));
        return isTracked ? new AssignedStorage(Backing(name), number, first) : new PlainStorage(first);
    }

    // The constructor of a model with required members that sets them all: a part of the class may have others with one parameter.
    private string EmptyValue(CSharpType type) =>
        type is ModelType model && required.HasAny(model.Name) ? "new(default(IParseNode)!)" : Types.EmptyValue(type);

    // What requests require and responses do not have.
    private static string? RequestConstant(FieldPlan field) =>
        field is { Presence: FieldPresence.Optional, Property: { Access: PropertyAccess.WriteOnly, IsRequired: true } } ? field.Constant : null;

    // The default of an optional property is its only value, and many descriptions say "Always `customer`" themselves.
    private static string? ShownConstant(FieldPlan field)
    {
        if (field.Presence == FieldPresence.Defaulted || field.Constant is null || field.Property.Constant is not { } value || Says(field.Property.Description, value))
            return null;
        return field.Type is PrimitiveType { Primitive.CSharp: "string" } or EnumType { IsText: true } ? CSharpText.Literal(value) : value;
    }

    private static bool Says(string? description, string value) =>
        description is not null && (description.Contains($"`{value}`") || description.Contains($"`\"{value}\"`"));

    // An object that each model has for itself: that the property was set is seen by its holding another.
    private static bool HasOwnEmptyValue(CSharpType type) => type is { IsValueType: false } and not PrimitiveType { Primitive.CSharp: "string" or "byte[]" };

    // Names of other scripts have no case, so that the field would be called like its property.
    private string Backing(string name)
    {
        var backing = Identifiers.Camel(name);
        while (backing == name || !backings.Add(backing))
            backing = "_" + backing.TrimStart('@');
        return backing;
    }
}
