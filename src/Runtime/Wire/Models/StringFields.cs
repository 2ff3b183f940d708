using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>A text that may be null: what most fields of most models are, so reading it takes no detour through its type.</summary>
internal sealed class StringField<TModel>(string name, Presence presence, Func<TModel, string?> get, Action<TModel, string?> set)
    : ReferenceField<TModel, string>(name, presence, StringType.Instance, get, set)
    where TModel : class, new()
{
    public override ReadLoss Read(ref WireReader reader, TModel model)
    {
        if (reader.Token != JsonTokenType.String || !reader.TryText(out var text))
            return base.Read(ref reader, model);

        Set(model, text);
        return ReadLoss.None;
    }

    public override void Write(WireWriter writer, TModel model)
    {
        if (Get(model) is { } text)
        {
            writer.WriteText(Member, text);
        }
        else if (WritesNull(model))
        {
            writer.WriteName(Member);
            writer.WriteNullValue();
        }
    }
}

/// <summary>A text that must be there.</summary>
internal sealed class RequiredStringField<TModel>(string name, Func<TModel, string> get, Action<TModel, string> set)
    : PlainField<TModel, string>(name, Presence.Required, StringType.Instance, get, set)
    where TModel : class, new()
{
    public override ReadLoss Read(ref WireReader reader, TModel model)
    {
        if (reader.Token != JsonTokenType.String || !reader.TryText(out var text))
            return base.Read(ref reader, model);

        Set(model, text);
        return ReadLoss.None;
    }

    public override void Write(WireWriter writer, TModel model)
    {
        // A property that is not nullable can still be made null by code that knows no better.
        if (Get(model) is { } text)
            writer.WriteText(Member, text);
        else
            base.Write(writer, model);
    }
}
