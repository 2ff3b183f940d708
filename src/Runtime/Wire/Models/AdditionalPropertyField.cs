using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>The fields that a document does not name, but gives a type: they are in a dictionary of the model.</summary>
internal abstract class AdditionalPropertyField
{
    /// <summary>Reads the value that the reader is at into the dictionary. False when it does not fit, and the reader has not moved.</summary>
    public abstract bool TryRead(ref WireReader reader, WireModel model, string name);

    /// <summary>Adds a value unless there is one of the name. False if it does not fit.</summary>
    public abstract bool TryAdd(WireModel model, string name, string text);

    /// <summary>Writes all but the fields that others write.</summary>
    public abstract void Write(WireWriter writer, WireModel model, Func<string, bool> isOthers);

    public abstract void Write(ISerializationWriter writer, WireModel model, Func<string, bool> isOthers);
}

/// <summary>The same with the type of their values.</summary>
/// <param name="type">The wire type of the values.</param>
/// <param name="isOpen">Whether fields of other types may be beside them, so that one that does not fit breaks no contract.</param>
/// <param name="find">Gets the dictionary if there is one.</param>
/// <param name="get">Gets the dictionary, and makes it if there is none.</param>
internal sealed class AdditionalPropertyField<TValue>(
    WireType<TValue> type, bool isOpen, Func<WireModel, Dictionary<string, TValue>?> find, Func<WireModel, Dictionary<string, TValue>> get) : AdditionalPropertyField
{
    public override bool TryRead(ref WireReader reader, WireModel model, string name)
    {
        var context = reader.Context;
        var (wasMuted, misfits) = (context.IsSuppressed, context.Mismatches);
        context.IsSuppressed |= isOpen;
        var isSingle = reader.Token is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
        var isRead = type.TryRead(ref reader, out var value);
        if (!isRead)
            reader.Report(type.Expected);

        // The text "true" may stand beside booleans as the text that it is. The reader stays on a single value that it has read.
        isRead &= !(isOpen && isSingle && context.Mismatches != misfits);
        context.IsSuppressed = wasMuted;

        if (isRead)
            get(model)[name] = value!;
        else
            find(model)?.Remove(name); // of equal names the last counts
        return isRead;
    }

    public override bool TryAdd(WireModel model, string name, string text)
    {
        if (find(model)?.ContainsKey(name) == true)
            return true;
        if (!type.TryParse(text, out var value))
            return false;
        get(model).Add(name, value);
        return true;
    }

    public override void Write(WireWriter writer, WireModel model, Func<string, bool> isOthers)
    {
        foreach (var (name, value) in find(model) ?? [])
        {
            if (isOthers(name))
                continue;
            writer.WriteName(name);
            type.Write(writer, value);
        }
    }

    public override void Write(ISerializationWriter writer, WireModel model, Func<string, bool> isOthers)
    {
        foreach (var (name, value) in find(model) ?? [])
        {
            if (!isOthers(name))
                type.Write(writer, name, value);
        }
    }
}
