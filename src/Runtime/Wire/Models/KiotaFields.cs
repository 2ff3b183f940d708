using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>Reads and writes the fields of a model through Kiota's parse nodes and writers, of whatever format.</summary>
internal static class KiotaFields
{
    /// <summary>What Kiota's <see cref="IParsable.GetFieldDeserializers"/> asks for, so that the model can be read by any of its parse nodes.</summary>
    public static IDictionary<string, Action<IParseNode>> GetDeserializers(WireModel model)
    {
        var table = model.InstanceFields.Table;
        var deserializers = new Dictionary<string, Action<IParseNode>>(table.Fields.Length);
        foreach (var field in table.Fields)
        {
            // Kiota calls those of the properties that are present, and says nothing of the others. It says nothing of null either, which may well be meant.
            if (field.Presence == Presence.Required)
                ModelChanges.AddAbsent(model, table, field.Place, Absence.Missing);
            deserializers[field.Name] = node =>
            {
                model.Absent?.Remove(field.Place);
                if (!ModelChanges.Read(model, table, field.Place, node) && KiotaNodes.TryGetElement(node, out var element))
                    ModelReading.PreservedOf(model)[field.Name] = element;
            };
        }
        return deserializers;
    }

    /// <summary>What Kiota's <see cref="IParsable.Serialize"/> asks for, so that the model can be written by any of its writers.</summary>
    /// <exception cref="ArgumentException">The model holds itself, or is nested too deeply, or the value has no form in JSON.</exception>
    public static void Serialize(WireModel model, ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        KiotaNesting.Enter();
        try
        {
            SerializeFields(model, model.InstanceFields.Table, writer);
        }
        finally
        {
            KiotaNesting.Leave();
        }
    }

    private static void SerializeFields(WireModel model, FieldTable table, ISerializationWriter writer)
    {
        var kept = model.Kept;
        var values = FieldCapture.All(model, table);
        SerializeLeading(writer, model, table, kept);
        foreach (var place in table.Leading)
            Serialize(writer, model, table, table.Fields[place], values[place], kept);
        foreach (var field in table.Fields)
        {
            if (!table.IsLeading(field.Name))
                Serialize(writer, model, table, field, values[field.Place], kept);
        }
        table.Extras?.Write(writer, model, name => kept?.ContainsKey(name) == true || table.IsWritten(name));
        if (kept is { Count: > 0 })
            writer.WriteAdditionalData(KiotaNesting.Writable(WithoutLeading(table, kept)));
    }

    private static void Serialize(ISerializationWriter writer, WireModel model, FieldTable table, WireField field, FieldValue value, IDictionary<string, object>? kept)
    {
        var absence = ModelChanges.AbsenceOf(model, table, field.Place, value);
        if (absence == Absence.Missing || (kept is not null && kept.ContainsKey(field.Name)))
            return;
        if (absence == Absence.Null)
            writer.WriteNullValue(field.Name);
        else if (ModelWriting.PreservedJsonOf(kept as PreservedData, field, value) is { } form)
            writer.WriteAdditionalData(new Dictionary<string, object> { [field.Name] = JsonElementText.Parse(JsonUnicode.Clean(form)) });
        else if (!value.IsNull)
            value.Write(writer, field.Name);
        else if (field.IsRequired || model.HasNull(field))
            writer.WriteNullValue(field.Name);
    }

    // Those that are not the value of a property.
    private static void SerializeLeading(ISerializationWriter writer, WireModel model, FieldTable table, IDictionary<string, object>? kept)
    {
        foreach (var name in table.LeadingNames)
        {
            if (kept is not null && kept.TryGetValue(name, out var value))
                writer.WriteAdditionalData(KiotaNesting.Writable(new Dictionary<string, object> { [name] = value }));
            else if (table.PlaceOf(name) < 0)
                table.Extras?.Write(writer, model, other => other != name);
        }
    }

    private static IDictionary<string, object> WithoutLeading(FieldTable table, IDictionary<string, object> kept) =>
        table.LeadingNames.IsEmpty ? kept : kept.Where(e => !table.IsLeading(e.Key)).ToDictionary(e => e.Key, e => e.Value);
}
