using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>The value of one field of a model, as <see cref="FieldCapture"/> gets it, with its type: for what is rare, and so needs no code in each model.</summary>
internal abstract class FieldValue
{
    /// <summary>Whether the property is null.</summary>
    public abstract bool IsNull { get; }

    /// <summary>What the type of the field is called in a violation.</summary>
    public abstract string Expected { get; }

    /// <summary>Whether the value may change without becoming another, as a list may.</summary>
    public abstract bool IsChangeable { get; }

    /// <summary>Whether the value is what a required property is until it is set.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>The value, if it is an object that may change.</summary>
    public abstract object? Object { get; }

    /// <summary>Whether it is still what a new model has.</summary>
    /// <param name="neutral">What a new model has.</param>
    /// <param name="initial">The object that the property had when the model was new, if it is one that may change.</param>
    public abstract bool IsInitial(FieldValue neutral, object? initial);

    /// <summary>Whether it is still the value that this JSON was read as.</summary>
    public abstract bool IsUnchanged(PreservedJson form);

    /// <summary>The JSON that it was just read from.</summary>
    public abstract PreservedJson Preserve(WireField field, ReadOnlySpan<byte> json);

    /// <summary>Another value of the same type; null if the text is none.</summary>
    public abstract FieldValue? Parse(string text);

    /// <summary>Writes the value, which is not null.</summary>
    public abstract void Write(WireWriter writer);

    public abstract void Write(ISerializationWriter writer, string name);
}

/// <summary>The same with its type.</summary>
internal sealed class FieldValue<T>(WireType<T> type, T? value, bool isNull) : FieldValue
{
    public T? Value => value;

    public override bool IsNull => isNull;

    public override string Expected => type.Expected;

    public override bool IsChangeable => !IsPlainValue && typeof(T) != typeof(string);

    public override object? Object => IsChangeable && !typeof(T).IsValueType ? value : null;

    public override bool IsEmpty
    {
        get
        {
            var comparer = EqualityComparer<T>.Default;
            return comparer.Equals(value, default) || (type.TryParse("", out var empty) && comparer.Equals(value, empty));
        }
    }

    public override bool IsInitial(FieldValue neutral, object? initial)
    {
        if (isNull || neutral.IsNull)
            return isNull && neutral.IsNull;
        if (!IsChangeable)
            return EqualityComparer<T>.Default.Equals(value, ((FieldValue<T>)neutral).Value);
        if (!typeof(T).IsValueType && !ReferenceEquals(value, initial))
            return false;
        if (value is ICollection { Count: > 0 })
            return false;

        using var now = new WireWriter();
        Write(now);
        using var then = new WireWriter();
        neutral.Write(then);
        return now.Written.SequenceEqual(then.Written);
    }

    public override bool IsUnchanged(PreservedJson form)
    {
        if (isNull)
            return false;
        if (IsPlainValue && form is PreservedJson<T> { Value: var was })
            return was is DateTimeOffset before && value is DateTimeOffset after ? before.EqualsExact(after) : EqualityComparer<T>.Default.Equals(was, value);

        using var read = new WireWriter { IgnoresPreservedJson = true };
        type.Write(read, WireJson.ReadToCompare(type, form.Json));
        using var now = new WireWriter { IgnoresPreservedJson = true };
        Write(now);
        return read.Written.SequenceEqual(now.Written);
    }

    public override PreservedJson Preserve(WireField field, ReadOnlySpan<byte> json) => IsPlainValue && !isNull
        ? new PreservedJson<T>(field, field.Bit, json.ToArray(), value!)
        : new PreservedJson(field, field.Bit, json.ToArray());

    public override FieldValue? Parse(string text) => type.TryParse(text, out var parsed) ? new FieldValue<T>(type, parsed, isNull: false) : null;

    public override void Write(WireWriter writer) => type.Write(writer, value!);

    public override void Write(ISerializationWriter writer, string name) => type.Write(writer, name, value!);

    // A list may change without becoming another; a number may not.
    private static bool IsPlainValue => !RuntimeHelpers.IsReferenceOrContainsReferences<T>();
}
