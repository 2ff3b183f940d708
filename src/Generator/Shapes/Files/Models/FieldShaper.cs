using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Models;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the shapes of the properties of one model, in order.</summary>
/// <param name="types">Writes types for the model's file.</param>
/// <param name="isEndless">Whether a required field's empty value would need another of its own kind, without end.</param>
internal sealed class FieldShaper(TypeWriter types, Func<FieldPlan, bool> isEndless)
{
    private readonly HashSet<string> backings = new(["additionalData", "assignedFields"], StringComparer.Ordinal);
    private int remembered;
    private int place;

    public FieldShape Field(string name, FieldPlan field)
    {
        var type = types.Write(field.Type, field.IsNullable);
        var initial = DefaultExpression.Of(field.Property.Default, field.Type, type);
        return new(
            name,
            type,
            field.Property.WireName,
            types.Wire(field.Type),
            field.Presence.ToString(),
            Storage(name, field, place++, initial),
            field.Property.Access == PropertyAccess.ReadOnly,
            field.Property.Access == PropertyAccess.WriteOnly,
            new(field.Property.Description, null, field.Property.Deprecation, field.Property.Default?.Json));
    }

    /// <summary>The property for fields that the document does not name.</summary>
    public AdditionalPropertiesShape Extras(string name, AdditionalPropertiesPlan extras) => new(
        name,
        Backing(name),
        types.Write(new DictionaryType(extras.Values, extras.ValuesAreNullable)),
        types.Wire(extras.Values, extras.ValuesAreNullable),
        extras.AreOpen);

    private FieldStorage Storage(string name, FieldPlan field, int number, string? initial) => field.Presence switch
    {
        FieldPresence.Required when isEndless(field) => new PlainStorage("null!"),
        FieldPresence.Required when HasOwnEmptyValue(field.Type) => new PlainStorage(types.EmptyValue(field.Type)),
        FieldPresence.Required => new AssignedStorage(Backing(name), number, Constant(field) ?? initial ?? types.EmptyValue(field.Type)),
        FieldPresence.RequiredNullable => new AssignedStorage(Backing(name), number, ""),
        FieldPresence.OptionalNullable => new TrackedStorage(Backing(name), remembered++),
        FieldPresence.Defaulted => new DefaultedStorage(Backing(name), initial!),
        _ => new PlainStorage(""),
    };

    private static string? Constant(FieldPlan field) => field.Property.Constant is { } value ? ConstantExpression.Of(value, field.Type) : null;

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
