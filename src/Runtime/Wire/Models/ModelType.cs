using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

internal sealed class ModelType<TModel> : WireType<TModel>, IKiotaItem<TModel>
    where TModel : class, IWireModel<TModel>, new()
{
    public static readonly ModelType<TModel> Instance = new();

    internal override string Expected => "an object";

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out TModel value)
    {
        if (reader.Token != JsonTokenType.StartObject)
        {
            value = null;
            return false;
        }
        var fields = TModel.Fields;
        if (fields.DerivedModels is not null)
        {
            value = fields.MakeModel(reader);
            value.InstanceFields.ReadAny(ref reader, value);
            return true;
        }
        value = new();
        fields.Read(ref reader, value);
        return true;
    }

    internal override void Write(WireWriter writer, TModel value)
    {
        if (value is null)
            writer.WriteNullValue();
        else if (TModel.Fields is { DerivedModels: null } fields)
            fields.Write(writer, value);
        else
            value.InstanceFields.WriteAny(writer, value);
    }

    internal override bool TryRead(IParseNode node, [MaybeNullWhen(false)] out TModel value)
    {
        value = KiotaNodes.MayBeObject(node) ? node.GetObjectValue(static n => TModel.Fields.CreateModel(n)) : null;
        return value is not null;
    }

    internal override void Write(ISerializationWriter writer, string name, TModel value) => writer.WriteObjectValue(name, value);

    public List<TModel> ReadList(IParseNode node) => [.. node.GetCollectionOfObjectValues(static n => TModel.Fields.CreateModel(n))];

    public void WriteList(ISerializationWriter writer, string name, List<TModel> values) =>
        writer.WriteCollectionOfObjectValues(name, values);
}
