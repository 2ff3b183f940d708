using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

public sealed partial class WireFields<TModel>
{
    private string[] leading = [];

    /// <summary>
    /// Sets the fields that are written before all others, wherever they were added: discriminators, which some services refuse in any other place. The document
    /// need not declare them; such a field is in the additional data.
    /// </summary>
    /// <param name="names">Their names, in the order in which they are written.</param>
    public WireFields<TModel> First(params string[] names)
    {
        leading = names;
        var place = 0;
        foreach (var name in names)
        {
            if (fields.FindIndex(f => f.Name == name) is var index && index < 0)
                continue;
            var field = fields[index];
            fields.RemoveAt(index);
            fields.Insert(place++, field);
        }
        return this;
    }

    internal override void Identify(object model, string name, string text)
    {
        var identified = (TModel)model;
        var kept = additionalData?.Invoke(identified);
        if (kept?.ContainsKey(name) == true)
            return;
        if (fields.Find(f => f.Name == name) is { } field)
        {
            // What was missing is not what a caller has set, though a new model has a value there.
            var absent = AbsentOf(identified);
            field.Identify(identified, text, isAbsent: AbsenceOf(absent, field, identified) != Absence.None);
            absent?.Remove(field.Place);
        }
        else if (extras?.TryAdd(identified, name, text) != true && identified is IAdditionalDataHolder holder)
            holder.AdditionalData[name] = text;
    }

    /// <summary>Makes absent what a new model says of its class: a model that is read has only what was received.</summary>
    internal override void Unidentify(object model)
    {
        foreach (var field in Plan.Identifying)
            field.Reset((TModel)model);
    }

    private bool IsLeading(string name) => leading.Length > 0 && Array.IndexOf(leading, name) >= 0;

    // Those that are not the value of a property.
    private void WriteLeading(WireWriter writer, TModel model, IDictionary<string, object>? kept)
    {
        foreach (var name in leading)
        {
            if (writer.IsRequest && IsReadOnly(name))
                continue;
            if (kept is not null && kept.TryGetValue(name, out var value))
            {
                writer.WriteName(name);
                UntypedValueWriter.Write(writer, value);
            }
            else if (PlaceOf(name) < 0)
            {
                extras?.Write(writer, model, other => other != name);
            }
        }
    }

    private void SerializeLeading(ISerializationWriter writer, TModel model, IDictionary<string, object>? kept)
    {
        foreach (var name in leading)
        {
            if (kept is not null && kept.TryGetValue(name, out var value))
                writer.WriteAdditionalData(KiotaNesting.Writable(new Dictionary<string, object> { [name] = value }));
            else if (PlaceOf(name) < 0)
                extras?.Write(writer, model, other => other != name);
        }
    }

    private IDictionary<string, object> WithoutLeading(IDictionary<string, object> kept) =>
        leading.Length == 0 ? kept : kept.Where(e => !IsLeading(e.Key)).ToDictionary(e => e.Key, e => e.Value);
}
