using System.Runtime.CompilerServices;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

public sealed partial class WireFields<TModel>
{
    /// <summary>What Kiota's <see cref="IParsable.Serialize"/> asks for, so that the model can be written by any of its writers.</summary>
    /// <exception cref="ArgumentException">The model holds itself, or is nested too deeply, or the value has no form in JSON.</exception>
    public void Serialize(TModel model, ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        KiotaNesting.Enter();
        try
        {
            SerializeFields(model, writer);
        }
        finally
        {
            KiotaNesting.Leave();
        }
    }

    private void SerializeFields(TModel model, ISerializationWriter writer)
    {
        var kept = additionalData?.Invoke(model);
        var absent = AbsentOf(model);
        SerializeLeading(writer, model, kept);
        foreach (var field in fields)
        {
            var absence = AbsenceOf(absent, field, model);
            if (absence == Absence.Missing || (kept is not null && kept.ContainsKey(field.Name)))
                continue;
            if (absence == Absence.Null)
                writer.WriteNullValue(field.Name);
            else if (PreservedJsonOf(kept as PreservedData, field, model) is { } form)
                writer.WriteAdditionalData(new Dictionary<string, object> { [field.Name] = JsonElementText.Parse(JsonUnicode.Clean(form)) });
            else
                field.Write(writer, model);
        }
        extras?.Write(writer, model, name => kept?.ContainsKey(name) == true || IsWritten(name));
        if (kept is { Count: > 0 })
            writer.WriteAdditionalData(KiotaNesting.Writable(WithoutLeading(kept)));
    }

    internal void Write(WireWriter writer, TModel model)
    {
        var kept = additionalData?.Invoke(model);
        var written = writer.IsRequest ? Plan.Sent : Plan.Fields;
        var absent = AbsentOf(model);
        writer.WriteStartObject();
        if (leading.Length > 0 && (kept is { Count: > 0 } || extras is not null))
            WriteLeading(writer, model, kept);
        if (kept is { Count: > 0 })
        {
            WriteBeside(writer, model, written, kept, absent);
        }
        else if (absent is not null)
        {
            var forms = writer.IgnoresPreservedJson ? null : kept as PreservedData;
            foreach (var field in written)
                Write(writer, model, field, forms, absent);
            extras?.Write(writer, model, IsWritten);
        }
        else if (kept is PreservedData { HasPreservedJson: true } forms && !writer.IgnoresPreservedJson)
        {
            var bits = forms.Bits;
            foreach (var field in written)
            {
                if ((bits & field.Bit) == 0)
                    field.Write(writer, model);
                else
                    Write(writer, model, field, forms, null);
            }
            extras?.Write(writer, model, IsWritten);
        }
        else
        {
            foreach (var field in written)
                field.Write(writer, model);
            extras?.Write(writer, model, IsWritten);
        }
        writer.WriteEndObject();
    }

    // A method of its own, for what it captures would be made for each model.
    private void WriteBeside(WireWriter writer, TModel model, WireField<TModel>[] written, IDictionary<string, object> kept, AbsentFields? absent)
    {
        var keptData = kept as PreservedData;
        var forms = writer.IgnoresPreservedJson ? null : keptData;
        foreach (var field in written)
        {
            if (!kept.ContainsKey(field.Name))
                Write(writer, model, field, forms, absent);
        }
        extras?.Write(writer, model, name => kept.ContainsKey(name) || IsWritten(name));
        var leavesOut = written != Plan.Fields;
        foreach (var (name, value) in kept)
        {
            if (IsLeading(name) || (leavesOut && IsReadOnly(name)))
                continue;
            if (keptData?.NameOf(name) is { } member)
                writer.WriteName(member);
            else
                writer.WriteName(name);
            UntypedValueWriter.Write(writer, value);
        }
    }

    private static void Write(WireWriter writer, TModel model, WireField<TModel> field, PreservedData? forms, AbsentFields? absent)
    {
        var absence = AbsenceOf(absent, field, model);
        if (absence == Absence.Null)
            field.WriteNull(writer);
        else if (absence == Absence.Missing)
            return;
        else if (PreservedJsonOf(forms, field, model) is { } form)
            writer.WriteRaw(field.Member, form);
        else
            field.Write(writer, model);
    }

    private AbsentFields? AbsentOf(TModel model) => isWireModel ? Unsafe.As<WireModel>(model).Absent : null;

    /// <summary>How a field is written in place of its property, which has no value for it and was not changed.</summary>
    private static Absence AbsenceOf(AbsentFields? absent, WireField<TModel> field, TModel model)
    {
        var absence = absent?[field.Place] ?? Absence.None;
        return absence != Absence.None && field.IsInitial(model, absent!.InitialOf(field.Place)) ? absence : Absence.None;
    }

    /// <summary>The JSON that a field came as, where its property cannot give that back and was not changed since.</summary>
    private static byte[]? PreservedJsonOf(PreservedData? kept, WireField<TModel> field, TModel model) =>
        kept?.PreservedJsonOf(field, field.Bit) is { } form && field.IsUnchanged(form, model) ? form.Json : null;
}
