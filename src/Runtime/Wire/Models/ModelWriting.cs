namespace Kiln.Runtime.Wire;

/// <summary>Writes the object of a model: its fields by their groups, and what the document does not name.</summary>
internal static class ModelWriting
{
    public static void Write(WireWriter writer, WireModel model, FieldTable table)
    {
        writer.WriteStartObject();
        var outer = writer.Enter(model, table);
        if (model.Kept is null && model.Absent is null && table.IsInOrder && !(table.HasReadOnly && writer.IsRequest))
        {
            for (var group = 0; group < table.GroupStarts.Length - 1; group++)
                model.WriteFields(group, writer);
            table.Extras?.Write(writer, model, table.IsWritten);
        }
        else
        {
            WriteSelected(writer, model, table);
        }
        writer.Leave(outer);
        writer.WriteEndObject();
    }

    // The fields that are not written as their properties have them are looked at one by one; groups without any are written as always.
    private static void WriteSelected(WireWriter writer, WireModel model, FieldTable table)
    {
        var kept = model.Kept is { Count: > 0 } some ? some : null;
        var forms = writer.IgnoresPreservedJson ? null : model.Kept as PreservedData;
        var isPartial = table.HasReadOnly && writer.IsRequest;
        if (!table.IsInOrder || kept is not null)
            WriteLeading(writer, model, table, kept, forms, isPartial);

        var isSelective = !table.IsInOrder || isPartial || model.Absent is not null || forms is { HasPreservedJson: true } || HasField(table, kept);
        for (var group = 0; group < table.GroupStarts.Length - 1; group++)
        {
            if (isSelective && HasSelected(model, table, group, kept, forms, isPartial))
                WriteGroup(writer, model, table, group, kept, forms, isPartial);
            else
                writer.WriteGroup(model, table, group);
        }
        if (kept is null)
            table.Extras?.Write(writer, model, table.IsWritten);
        else
            WriteBeside(writer, model, table, kept, isPartial);
    }

    private static bool HasField(FieldTable table, IDictionary<string, object>? kept)
    {
        foreach (var name in kept?.Keys ?? [])
        {
            if (table.PlaceOf(name) >= 0)
                return true;
        }
        return false;
    }

    private static bool HasSelected(WireModel model, FieldTable table, int group, IDictionary<string, object>? kept, PreservedData? forms, bool isPartial)
    {
        for (var place = table.GroupStarts[group]; place < table.GroupStarts[group + 1]; place++)
        {
            var field = table.Fields[place];
            if ((forms is not null && (forms.Bits & field.Bit) != 0)
                || (isPartial && field.IsReadOnly)
                || (!table.IsInOrder && table.IsLeading(field.Name))
                || (model.Absent is { } absent && absent[place] != Absence.None)
                || (kept is not null && kept.ContainsKey(field.Name)))
                return true;
        }
        return false;
    }

    private static void WriteGroup(
        WireWriter writer, WireModel model, FieldTable table, int group, IDictionary<string, object>? kept, PreservedData? forms, bool isPartial)
    {
        var values = FieldCapture.OfGroup(model, table, group);
        for (var i = 0; i < values.Length; i++)
        {
            var field = table.Fields[table.GroupStarts[group] + i];
            if ((isPartial && field.IsReadOnly) || kept?.ContainsKey(field.Name) == true || (!table.IsInOrder && table.IsLeading(field.Name)))
                continue;
            WriteField(writer, model, table, field, values[i], forms);
        }
    }

    private static void WriteField(WireWriter writer, WireModel model, FieldTable table, WireField field, FieldValue value, PreservedData? forms)
    {
        var absence = ModelChanges.AbsenceOf(model, table, field.Place, value);
        if (absence == Absence.Missing)
            return;
        if (absence != Absence.Null && PreservedJsonOf(forms, field, value) is { } form)
        {
            writer.WriteRaw(field.Member, form);
        }
        else if (!value.IsNull)
        {
            writer.WriteName(field.Member);
            if (absence == Absence.Null)
                writer.WriteNullValue();
            else
                value.Write(writer);
        }
        else if (field.IsRequired || model.HasNull(field))
        {
            if (absence == Absence.None && writer.RefusesNull)
                CheckNull(writer, table, field);
            writer.WriteName(field.Member);
            writer.WriteNullValue();
        }
    }

    /// <summary>Refuses null in a field whose type has none.</summary>
    /// <exception cref="ArgumentException">The field must have a value.</exception>
    public static void CheckNull(WireWriter writer, FieldTable table, WireField field)
    {
        // Where a new model has no value either it would need another of its kind, without end.
        if (field.Presence == Presence.Required && !table.NeutralValue(field.Place).IsNull)
            throw writer.LackingValue(field.Name);
    }

    /// <summary>The JSON that a field came as, where its property cannot give that back and was not changed since.</summary>
    public static byte[]? PreservedJsonOf(PreservedData? kept, WireField field, FieldValue value) =>
        kept?.PreservedJsonOf(field, field.Bit) is { } form && value.IsUnchanged(form) ? form.Json : null;

    private static void WriteLeading(WireWriter writer, WireModel model, FieldTable table, IDictionary<string, object>? kept, PreservedData? forms, bool isPartial)
    {
        foreach (var name in table.LeadingNames)
        {
            if (isPartial && table.IsReadOnly(name))
                continue;
            if (kept is not null && kept.TryGetValue(name, out var value))
            {
                writer.WriteName(name);
                UntypedValueWriter.Write(writer, value);
            }
            else if (table.PlaceOf(name) is var place && place < 0)
            {
                table.Extras?.Write(writer, model, other => other != name);
            }
            else if (!table.IsInOrder)
            {
                WriteField(writer, model, table, table.Fields[place], FieldCapture.Of(model, table, place), forms);
            }
        }
    }

    private static void WriteBeside(WireWriter writer, WireModel model, FieldTable table, IDictionary<string, object> kept, bool isPartial)
    {
        var keptData = kept as PreservedData;
        table.Extras?.Write(writer, model, name => kept.ContainsKey(name) || table.IsWritten(name));
        foreach (var (name, value) in kept)
        {
            if (table.IsLeading(name) || (isPartial && table.IsReadOnly(name)))
                continue;
            if (keptData?.NameOf(name) is { } member)
                writer.WriteName(member);
            else
                writer.WriteName(name);
            UntypedValueWriter.Write(writer, value);
        }
    }
}
