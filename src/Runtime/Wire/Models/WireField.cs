using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>What the document says about a field's being there and being null.</summary>
internal enum Presence
{
    Required,
    RequiredNullable,
    Optional,
    OptionalNullable,
}

/// <summary>What of a field's JSON its property cannot give back.</summary>
internal enum ReadLoss
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Only how the value was written.</summary>
    Format,

    /// <summary>That it was null, which the document does not allow.</summary>
    Null,

    /// <summary>The value, or a part of it.</summary>
    Value,
}

/// <summary>One field of a model: its name on the wire, and how it gets in and out of the property.</summary>
internal abstract class WireField<TModel>(string name, Presence presence)
    where TModel : class, new()
{
    private AssignedFieldsAccessor<TModel>? assignedFields;
    private int setPlace;

    public string Name => name;

    /// <summary>A bit of its own among the first 64 fields, shared by those beyond.</summary>
    public ulong Bit { get; set; }

    /// <summary>Where the field stands among the model's, from 0.</summary>
    public int Place { get; set; }

    public bool IsRequired => presence is Presence.Required or Presence.RequiredNullable;

    /// <summary>The name as it is written in JSON: behind a comma, with its quotes and colon. The first of an object has no comma.</summary>
    public byte[] Member { get; } = Encoding.UTF8.GetBytes($",\"{JsonEncodedText.Encode(name, JsonText.WriterOptions.Encoder)}\":");

    protected bool AllowsNull => presence is Presence.RequiredNullable or Presence.OptionalNullable;

    /// <summary>What the property is got with: <c>m => m.Nick</c>.</summary>
    public string? Property { get; init; }

    /// <summary>Whether the field is read-only, so that requests do not include it.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>Whether the model remembers of this field that it was set to null.</summary>
    protected bool Remembers => assignedFields is not null;

    public abstract string Expected { get; }

    /// <summary>Lets the model remember whether the field was set, which null alone does not tell.</summary>
    /// <returns>Whether there is anything to remember: other fields are absent when they are null.</returns>
    public bool Remember(AssignedFieldsAccessor<TModel> fieldSet, int place)
    {
        if (presence != Presence.OptionalNullable)
            return false;
        (assignedFields, setPlace) = (fieldSet, place);
        return true;
    }

    /// <summary>Whether a request would hold the field, be it as null.</summary>
    public abstract bool IsSet(TModel model);

    /// <summary>Sets the field to the value that identifies what the model is, unless it has one, or cannot have this one.</summary>
    public abstract void Identify(TModel model, string text, bool isAbsent);

    /// <summary>Makes the field absent. False when it never is.</summary>
    public bool Unset(TModel model)
    {
        if (IsRequired)
            return false;
        Reset(model);
        return true;
    }

    /// <summary>Whether null is written where the property is null: it must be there, or somebody has set it.</summary>
    protected bool WritesNull(TModel model) => presence == Presence.RequiredNullable || (assignedFields is not null && assignedFields(model).Has(setPlace));

    protected void Forget(TModel model) => assignedFields?.Invoke(model).Remove(setPlace);

    /// <summary>Reads the value that the reader is at, and says what of its JSON the property could not take.</summary>
    public abstract ReadLoss Read(ref WireReader reader, TModel model);

    /// <summary>Whether the property still has the value that this JSON was read as.</summary>
    public abstract bool IsUnchanged(PreservedJson form, TModel model);

    /// <summary>The JSON that the property's value was just read from.</summary>
    public abstract PreservedJson PreservedJsonOf(ReadOnlySpan<byte> json, TModel model);

    /// <summary>Brings the property back to how a new model has it.</summary>
    public abstract void Reset(TModel model);

    /// <summary>The object that the property of a new model holds; null if it has none of its own, so that setting the property is the only way to change it.</summary>
    public abstract object? InitialOf(TModel model);

    /// <summary>Whether the property still is as a new model has it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="initial">What <see cref="InitialOf"/> was.</param>
    public abstract bool IsInitial(TModel model, object? initial);

    /// <summary>Writes null to JSON.</summary>
    public void WriteNull(WireWriter writer)
    {
        writer.WriteName(Member);
        writer.WriteNullValue();
    }

    /// <summary>Reads from Kiota's node, which is never null. False when the node holds something that the property cannot take.</summary>
    public abstract bool Read(IParseNode node, TModel model);

    public abstract void Write(WireWriter writer, TModel model);

    public abstract void Write(ISerializationWriter writer, TModel model);
}

/// <summary>The reading that all fields share; the classes below say what null means to their properties.</summary>
internal abstract class WireField<TModel, TValue>(string name, Presence presence, WireType<TValue> type) : WireField<TModel>(name, presence)
    where TModel : class, new()
{
    public sealed override string Expected => type.Expected;

    protected WireType<TValue> Type => type;

    public override ReadLoss Read(ref WireReader reader, TModel model)
    {
        if (reader.IsNull && TakesNull)
        {
            // The property is null already: a model's are when it is made, and after an equal name before.
            if (!AllowsNull)
            {
                reader.Context.CheckPage(PageFault.Null, IsRequired, "a required property is null", reader.ByteOffset);
                reader.Report(type.Expected);
                return ReadLoss.Null;
            }
            if (Remembers)
                SetNull(model);
            return ReadLoss.None;
        }

        var context = reader.Context;
        var (losses, forms) = (context.Losses, context.FormatChanges);
        if (!type.TryRead(ref reader, out var value))
        {
            if (context.HasPageRequirements)
                context.CheckPage(PageFault.Lost, IsRequired, $"expected {type.Expected}, found {reader.Found()}", reader.ByteOffset);
            reader.Report(type.Expected);
            reader.Skip();
            return ReadLoss.Value;
        }

        Set(model, value);
        var rest = context.Losses != losses ? ReadLoss.Value : context.FormatChanges != forms ? ReadLoss.Format : ReadLoss.None;
        (context.Losses, context.FormatChanges) = (losses, forms); // the caller keeps this field's JSON, so what holds this model has lost nothing
        return rest;
    }

    public sealed override PreservedJson PreservedJsonOf(ReadOnlySpan<byte> json, TModel model) =>
        IsPlainValue && TryGet(model, out var value) ? new PreservedJson<TValue>(this, Bit, json.ToArray(), value) : new PreservedJson(this, Bit, json.ToArray());

    // A list may change without becoming another; a number may not.
    protected static bool IsPlainValue => !RuntimeHelpers.IsReferenceOrContainsReferences<TValue>();

    public sealed override bool IsUnchanged(PreservedJson form, TModel model)
    {
        if (!TryGet(model, out var value))
            return false;
        if (IsPlainValue && form is PreservedJson<TValue> { Value: var was })
            return was is DateTimeOffset before && value is DateTimeOffset after ? before.EqualsExact(after) : EqualityComparer<TValue>.Default.Equals(was, value);

        using var read = new WireWriter { IgnoresPreservedJson = true };
        type.Write(read, WireJson.ReadToCompare(type, form.Json));
        using var now = new WireWriter { IgnoresPreservedJson = true };
        type.Write(now, value);
        return read.Written.SequenceEqual(now.Written);
    }

    public sealed override void Identify(TModel model, string text, bool isAbsent)
    {
        var isSet = TryGet(model, out var value) ? !IsRequired || !IsEmpty(value) : Remembers && IsSet(model);
        if ((!isSet || isAbsent) && Type.TryParse(text, out var identity))
            Set(model, identity);
    }

    // What a required property is until it is set.
    private bool IsEmpty(TValue value)
    {
        var comparer = EqualityComparer<TValue>.Default;
        return comparer.Equals(value, default) || (Type.TryParse("", out var empty) && comparer.Equals(value, empty));
    }

    public sealed override bool Read(IParseNode node, TModel model)
    {
        if (!type.TryRead(node, out var value))
            return false;
        Set(model, value);
        return true;
    }

    /// <summary>Whether JSON null leaves the property as it is, and is not a value like others to the type.</summary>
    protected virtual bool TakesNull => true;

    protected abstract void Set(TModel model, TValue value);

    /// <summary>Sets null as a caller does, so that the model remembers it.</summary>
    protected abstract void SetNull(TModel model);

    /// <summary>The property's value, unless it is null.</summary>
    protected abstract bool TryGet(TModel model, [MaybeNullWhen(false)] out TValue value);
}
