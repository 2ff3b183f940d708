using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

internal sealed class ModelType<TModel> : WireType<TModel>, IKiotaItem<TModel>
    where TModel : WireModel, IWireModel<TModel>
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
        if (fields.DerivedModels is null)
        {
            value = Unsafe.As<TModel>(fields.Create());
            ModelReading.Read(ref reader, value, fields.Table);
            return true;
        }
        value = (TModel)fields.MakeModel(reader);
        ModelReading.Read(ref reader, value, value.InstanceFields.Table);
        return true;
    }

    internal override void Write(WireWriter writer, TModel value)
    {
        if (value is null)
            writer.WriteLackingValue();
        else
            ModelWriting.Write(writer, value, (TModel.Fields is { DerivedModels: null } fields ? fields : value.InstanceFields).Table);
    }

    internal override bool TryRead(IParseNode node, [MaybeNullWhen(false)] out TModel value)
    {
        value = KiotaNodes.MayBeObject(node) ? node.GetObjectValue(static n => (TModel)TModel.Fields.CreateModel(n)) : null;
        return value is not null;
    }

    internal override void Write(ISerializationWriter writer, string name, TModel value) => writer.WriteObjectValue(name, value);

    public List<TModel> ReadList(IParseNode node) => [.. node.GetCollectionOfObjectValues(static n => (TModel)TModel.Fields.CreateModel(n))];

    public void WriteList(ISerializationWriter writer, string name, List<TModel> values) =>
        writer.WriteCollectionOfObjectValues(name, values);
}
