using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>Changes of single fields that are not read from JSON, and questions about them.</summary>
internal static class ModelChanges
{
    /// <summary>Brings a property back to how a new model has it.</summary>
    public static void Reset(WireModel model, FieldTable table, int place)
    {
        var field = table.Fields[place];
        Assign(model, place, field.IsRequired ? new(table.NewValue(place)) : FieldSource.Null);
        model.RemoveNull(field);
    }

    /// <summary>Reads a field from Kiota's node, which is never null. False when the node holds something that the property cannot take.</summary>
    public static bool Read(WireModel model, FieldTable table, int place, IParseNode node)
    {
        var source = new FieldSource(node);
        Assign(model, place, source);
        if (source.IsRefused)
            Reset(model, table, place);
        return !source.IsRefused;
    }

    /// <summary>How a field is written in place of its property, which has no value for it and was not changed.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">Its fields.</param>
    /// <param name="place">The field.</param>
    /// <param name="value">The value of the property, if it was got already.</param>
    public static Absence AbsenceOf(WireModel model, FieldTable table, int place, FieldValue? value = null)
    {
        if (model.Absent is not { } absent || absent[place] is var absence && absence == Absence.None)
            return Absence.None;
        return (value ?? FieldCapture.Of(model, table, place)).IsInitial(table.NeutralValue(place), absent.InitialOf(place)) ? absence : Absence.None;
    }

    /// <summary>Notes that a required field has no value.</summary>
    public static void AddAbsent(WireModel model, FieldTable table, int place, Absence absence)
    {
        var initial = table.NeutralValue(place).IsChangeable ? FieldCapture.Of(model, table, place).Object : null;
        model.AddAbsent(place, absence, initial);
    }

    /// <summary>Whether the field of a property is set; <see langword="null"/> when the property is not a field's.</summary>
    public static bool? IsSet(WireModel model, string property)
    {
        var table = model.InstanceFields.Table;
        if (table.FieldOf(property) is not { } field)
            return null;
        if (model.Kept?.ContainsKey(field.Name) == true)
            return true;
        return AbsenceOf(model, table, field.Place) switch
        {
            Absence.Null => true,
            Absence.Missing => false,
            _ => field.IsRequired || model.HasNull(field) || !FieldCapture.Of(model, table, field.Place).IsNull,
        };
    }

    /// <summary>Makes the field of a property absent. False when it cannot be, or the property is not known.</summary>
    public static bool Unset(WireModel model, string property)
    {
        var table = model.InstanceFields.Table;
        if (table.FieldOf(property) is not { IsRequired: false } field)
            return false;
        Reset(model, table, field.Place);
        model.Kept?.Remove(field.Name);
        return true;
    }

    /// <summary>Gives the field that identifies what a model is its value, unless it has one.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">The field, which the document need not declare.</param>
    /// <param name="text">The value; of a number or boolean, its JSON.</param>
    public static void Identify(WireModel model, string name, string text)
    {
        if (model.Kept?.ContainsKey(name) == true)
            return;
        var table = model.InstanceFields.Table;
        if (table.PlaceOf(name) is var place && place >= 0)
            Identify(model, table, place, text);
        else if (table.Extras?.TryAdd(model, name, text) != true)
            model.AdditionalData[name] = text;
    }

    /// <summary>Makes absent what a new model says of its class: a model that is read has only what was received.</summary>
    public static void Unidentify(WireModel model, FieldTable table)
    {
        foreach (var place in table.Identifying)
            Reset(model, table, place);
    }

    private static void Identify(WireModel model, FieldTable table, int place, string text)
    {
        var field = table.Fields[place];
        var value = FieldCapture.Of(model, table, place);
        var isSet = value.IsNull ? field.Presence == Presence.OptionalNullable && model.HasNull(field) : !field.IsRequired || !value.IsEmpty;

        // What was missing is not what a caller has set, though a new model has a value there.
        if ((!isSet || AbsenceOf(model, table, place, value) != Absence.None) && value.Parse(text) is { } identity)
            Assign(model, place, new(identity));
        model.Absent?.Remove(place);
    }

    private static void Assign(WireModel model, int place, FieldSource source)
    {
        var reader = new WireReader(source);
        model.ReadField(place, ref reader);
    }
}
