using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>A field whose property is never null, or whose type has null among its values.</summary>
internal class PlainField<TModel, TValue>(
    string name, Presence presence, WireType<TValue> type, Func<TModel, TValue> get, Action<TModel, TValue> set) : WireField<TModel, TValue>(name, presence, type)
    where TModel : class, new()
{
    // What a new model has: asked for once, since a body can repeat a name without end.
    private StrongBox<TValue>? neutral;

    protected override bool TakesNull => !Type.AcceptsNull;

    protected TValue Get(TModel model) => get(model);

    protected sealed override void Set(TModel model, TValue value) => set(model, value);

    protected sealed override bool TryGet(TModel model, [MaybeNullWhen(false)] out TValue value)
    {
        value = get(model);
        return value is not null;
    }

    public sealed override void Reset(TModel model) => set(model, IsUnchangeable ? Neutral : get(new TModel()));

    // A list may change, so that each model has its own.
    private static bool IsUnchangeable => IsPlainValue || typeof(TValue) == typeof(string);

    public sealed override object? InitialOf(TModel model) => IsUnchangeable || typeof(TValue).IsValueType ? null : get(model);

    public sealed override bool IsInitial(TModel model, object? initial)
    {
        var value = get(model);
        if (IsUnchangeable)
            return EqualityComparer<TValue>.Default.Equals(value, Neutral);
        if (!typeof(TValue).IsValueType && !ReferenceEquals(value, initial))
            return false;
        if (value is null)
            return true;
        if (value is ICollection { Count: > 0 })
            return false;

        using var now = new WireWriter();
        Type.Write(now, value);
        using var then = new WireWriter();
        Type.Write(then, get(new TModel()));
        return now.Written.SequenceEqual(then.Written);
    }

    private TValue Neutral => (neutral ??= new(get(new TModel()))).Value!;

    public sealed override bool IsSet(TModel model) => true;

    protected sealed override void SetNull(TModel model) => Reset(model);

    public override void Write(WireWriter writer, TModel model)
    {
        writer.WriteName(Member);
        Type.Write(writer, get(model));
    }

    public override void Write(ISerializationWriter writer, TModel model)
    {
        if (get(model) is { } value)
            Type.Write(writer, Name, value);
        else
            writer.WriteNullValue(Name);
    }
}

/// <summary>A field whose property is a reference that may be null.</summary>
internal class ReferenceField<TModel, TValue>(
    string name, Presence presence, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set) : WireField<TModel, TValue>(name, presence, type)
    where TModel : class, new()
    where TValue : class
{
    protected TValue? Get(TModel model) => get(model);

    protected sealed override void Set(TModel model, TValue value) => set(model, value);

    protected sealed override bool TryGet(TModel model, [MaybeNullWhen(false)] out TValue value)
    {
        value = get(model);
        return value is not null;
    }

    public sealed override void Reset(TModel model)
    {
        set(model, null);
        Forget(model);
    }

    public sealed override object? InitialOf(TModel model) => null;

    public sealed override bool IsInitial(TModel model, object? initial) => get(model) is null;

    public sealed override bool IsSet(TModel model) => get(model) is not null || WritesNull(model);

    protected sealed override void SetNull(TModel model) => set(model, null);

    public override void Write(WireWriter writer, TModel model)
    {
        var value = get(model);
        if (value is null && !WritesNull(model))
            return;
        writer.WriteName(Member);
        if (value is null)
            writer.WriteNullValue();
        else
            Type.Write(writer, value);
    }

    public override void Write(ISerializationWriter writer, TModel model)
    {
        if (get(model) is { } value)
            Type.Write(writer, Name, value);
        else if (WritesNull(model))
            writer.WriteNullValue(Name);
    }
}

/// <summary>A field whose property is a value type that may be null.</summary>
internal sealed class NullableField<TModel, TValue>(
    string name, Presence presence, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set) : WireField<TModel, TValue>(name, presence, type)
    where TModel : class, new()
    where TValue : struct
{
    // Where any JSON is a value, null is one, and not the lack of one.
    protected override bool TakesNull => !Type.AcceptsNull;

    protected override void Set(TModel model, TValue value) => set(model, value);

    protected override bool TryGet(TModel model, out TValue value)
    {
        var some = get(model);
        value = some.GetValueOrDefault();
        return some.HasValue;
    }

    public override void Reset(TModel model)
    {
        set(model, null);
        Forget(model);
    }

    public override object? InitialOf(TModel model) => null;

    public override bool IsInitial(TModel model, object? initial) => get(model) is null;

    public override bool IsSet(TModel model) => get(model) is not null || WritesNull(model);

    protected override void SetNull(TModel model) => set(model, null);

    public override void Write(WireWriter writer, TModel model)
    {
        var value = get(model);
        if (value is null && !WritesNull(model))
            return;
        writer.WriteName(Member);
        if (value is { } some)
            Type.Write(writer, some);
        else
            writer.WriteNullValue();
    }

    public override void Write(ISerializationWriter writer, TModel model)
    {
        if (get(model) is { } value)
            Type.Write(writer, Name, value);
        else if (WritesNull(model))
            writer.WriteNullValue(Name);
    }
}
