using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

internal sealed class DictionaryType<T>(WireType<T> type) : WireType<Dictionary<string, T>>
{
    internal override string Expected => "an object";

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out Dictionary<string, T> value)
    {
        value = null;
        if (reader.Token != JsonTokenType.StartObject)
            return false;

        value = [];
        var context = reader.Context;
        context.Enter();
        while (reader.NextName())
        {
            var name = reader.Name(out var isUnicode);
            context.At(name);
            if (!isUnicode)
                reader.ReportUnicode();
            reader.NextColon();
            reader.Next();
            if (type.TryRead(ref reader, out var read))
            {
                value[name] = read;
                continue;
            }
            reader.Report(type.Expected);
            reader.Skip();
            value.Remove(name); // of equal names the last counts, and the last is the one that cannot be read
            context.Losses++;
        }
        context.Leave();
        return true;
    }

    internal override void Write(WireWriter writer, Dictionary<string, T> value)
    {
        if (value is null)
        {
            writer.WriteLackingValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var (name, one) in value)
        {
            writer.WriteName(name);
            type.Write(writer, one);
        }
        writer.WriteEndObject();
    }
}
