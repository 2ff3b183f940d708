using System.Text;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>The fields of some model.</summary>
public abstract class WireFields
{
    private protected WireFields()
    {
    }

    /// <summary>The fields' names on the wire, in the document's order.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    internal abstract void ReadAny(ref WireReader reader, object model);

    internal abstract void WriteAny(WireWriter writer, object model);
}

/// <summary>
/// The fields of a model, said once: reading, writing and Kiota's two methods all follow from them. Built up in a static field and never
/// changed after its first use, from when on all threads may share it.
/// </summary>
/// <remarks>
/// While reading, of equal names the last counts. A value that the property cannot take is kept as a <see cref="JsonElement"/> under the
/// field's name in the additional data, and what stands there under a field's name is written in place of the property.
/// </remarks>
/// <typeparam name="TModel">The model.</typeparam>
public sealed partial class WireFields<TModel> : WireFields
    where TModel : class, new()
{
    private readonly Func<TModel, IDictionary<string, object>?>? additionalData;
    private readonly List<WireField<TModel>> fields = [];
    private ReadPlan? plan;

    /// <summary>Begins a model without additional data: fields that the document does not name are skipped.</summary>
    public WireFields()
    {
    }

    /// <summary>Begins a model that keeps what the document does not name; it implements <see cref="IAdditionalDataHolder"/>.</summary>
    /// <param name="additionalData">Gets the dictionary if there is one already, and does not make one.</param>
    public WireFields(Func<TModel, IDictionary<string, object>?> additionalData) => this.additionalData = additionalData;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [.. fields.Select(f => f.Name)];

    /// <summary>Adds a field that must be there and must not be null. If it is not so, the property keeps its neutral value.</summary>
    public WireFields<TModel> Required<TValue>(string name, WireType<TValue> type, Func<TModel, TValue> get, Action<TModel, TValue> set) =>
        Add(ReferenceEquals(type, WireType.Text)
            ? new RequiredTextField<TModel>(name, (Func<TModel, string>)(object)get, (Action<TModel, string>)(object)set)
            : new PlainField<TModel, TValue>(name, Presence.Required, type, get, set));

    /// <summary>Adds a field that must be there and may be null. Null is written as null.</summary>
    public WireFields<TModel> RequiredNullable<TValue>(string name, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set)
        where TValue : class => Add(Reference(name, Presence.RequiredNullable, type, get, set));

    /// <inheritdoc cref="RequiredNullable{TValue}(string, WireType{TValue}, Func{TModel, TValue}, Action{TModel, TValue})"/>
    public WireFields<TModel> RequiredNullable<TValue>(string name, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set)
        where TValue : struct => Add(new NullableField<TModel, TValue>(name, Presence.RequiredNullable, type, get, set));

    /// <summary>Adds a field that may be missing, but must not be null; null is read as missing and reported. Null is not written.</summary>
    public WireFields<TModel> Optional<TValue>(string name, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set)
        where TValue : class => Add(Reference(name, Presence.Optional, type, get, set));

    /// <inheritdoc cref="Optional{TValue}(string, WireType{TValue}, Func{TModel, TValue}, Action{TModel, TValue})"/>
    public WireFields<TModel> Optional<TValue>(string name, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set)
        where TValue : struct => Add(new NullableField<TModel, TValue>(name, Presence.Optional, type, get, set));

    /// <summary>Adds a field that may be missing or null. Null is not written.</summary>
    public WireFields<TModel> OptionalNullable<TValue>(string name, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set)
        where TValue : class => Add(Reference(name, Presence.OptionalNullable, type, get, set));

    /// <inheritdoc cref="OptionalNullable{TValue}(string, WireType{TValue}, Func{TModel, TValue}, Action{TModel, TValue})"/>
    public WireFields<TModel> OptionalNullable<TValue>(string name, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set)
        where TValue : struct => Add(new NullableField<TModel, TValue>(name, Presence.OptionalNullable, type, get, set));

    /// <summary>What Kiota's <see cref="IParsable.GetFieldDeserializers"/> asks for, so that the model can be read by any of its parse nodes.</summary>
    public IDictionary<string, Action<IParseNode>> Deserializers(TModel model)
    {
        var deserializers = new Dictionary<string, Action<IParseNode>>(fields.Count);
        foreach (var field in fields)
        {
            deserializers[field.Name] = node =>
            {
                if (!field.Read(node, model) && KiotaBridge.TryGetElement(node, out var element))
                    Keep(model, field.Name, element);
            };
        }
        return deserializers;
    }

    /// <summary>What Kiota's <see cref="IParsable.Serialize"/> asks for, so that the model can be written by any of its writers.</summary>
    public void Serialize(TModel model, ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var kept = additionalData?.Invoke(model);
        foreach (var field in fields)
        {
            if (kept is null || !kept.ContainsKey(field.Name))
                field.Write(writer, model);
        }
        if (kept is { Count: > 0 })
            writer.WriteAdditionalData(kept);
    }

    internal void Write(WireWriter writer, TModel model)
    {
        var kept = additionalData?.Invoke(model);
        if (kept is { Count: 0 })
            kept = null;

        writer.WriteStartObject();
        if (kept is null)
        {
            foreach (var field in Plan.Fields)
                field.Write(writer, model);
        }
        else
        {
            foreach (var field in Plan.Fields)
            {
                if (!kept.ContainsKey(field.Name))
                    field.Write(writer, model);
            }
            foreach (var (name, value) in kept)
            {
                writer.WriteName(name);
                AnyValue.Write(writer, value);
            }
        }
        writer.WriteEndObject();
    }

    internal override void ReadAny(ref WireReader reader, object model) => Read(ref reader, (TModel)model);

    internal override void WriteAny(WireWriter writer, object model) => Write(writer, (TModel)model);

    private static WireField<TModel> Reference<TValue>(
        string name, Presence presence, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set)
        where TValue : class => ReferenceEquals(type, WireType.Text)
            ? new TextField<TModel>(name, presence, (Func<TModel, string?>)(object)get, (Action<TModel, string?>)(object)set)
            : new ReferenceField<TModel, TValue>(name, presence, type, get, set);

    private WireFields<TModel> Add(WireField<TModel> field)
    {
        if (plan is not null)
            throw new InvalidOperationException($"The fields of {typeof(TModel).Name} are in use already.");
        fields.Add(field);
        return this;
    }

    private void Keep(TModel model, string name, JsonElement element)
    {
        if (additionalData is not null && model is IAdditionalDataHolder holder)
            holder.AdditionalData[name] = element;
    }
}
