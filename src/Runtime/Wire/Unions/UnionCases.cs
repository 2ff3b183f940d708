using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>The cases of a union, said once. Built up in a static field and never changed after its first use, from when on all threads may share it.</summary>
/// <param name="make">Makes a union of a value and its case's place.</param>
/// <param name="rule">How the cases are distinguished.</param>
/// <typeparam name="TUnion">The union.</typeparam>
public sealed class UnionCases<TUnion>(Func<object, int, TUnion> make, UnionRule rule)
    where TUnion : WireUnion
{
    private readonly List<UnionCase> cases = [];
    private TUnion? empty;
    private string? expected;

    /// <summary>Adds a case.</summary>
    public UnionCases<TUnion> Case<T>(WireType<T> type)
        where T : notnull
    {
        cases.Add(new UnionCase<T>(type));
        return this;
    }

    internal TUnion Empty => empty ??= make(default(JsonElement), UnionRule.Unknown);

    internal string Expected => expected ??= string.Join(" or ", cases.Select(c => c.Expected).Distinct());

    internal TUnion Read(ref WireReader reader)
    {
        var index = rule.Decide(reader);
        var start = reader;
        var losses = reader.Context.Losses;
        if (index >= 0 && cases[index].TryRead(ref reader, out var value))
        {
            if (reader.Context.Losses == losses || !cases[index].IsTuple)
                return make(value, index);

            // An item that does not fit was reported, and a tuple has no place for it: the union keeps the JSON.
            reader = start;
            reader.Context.Losses = losses;
            return make(reader.Element(), UnionRule.Unknown);
        }

        // What no case fits, and what does not keep to its case, breaks the contract; a case that the document does not know yet does not.
        if (index != UnionRule.Unknown)
            reader.Report(index >= 0 ? cases[index].Expected : ExpectedInsteadOf(reader.Token));
        return make(reader.Element(), UnionRule.Unknown);
    }

    // "Expected an object, found an object" helps nobody.
    private string ExpectedInsteadOf(JsonTokenType token) =>
        token == JsonTokenType.StartObject && Expected.Contains("an object", StringComparison.Ordinal) ? $"one of the shapes of {typeof(TUnion).Name}" : Expected;

    internal void Write(WireWriter writer, TUnion union)
    {
        if (union.Index < 0)
            JsonType.Instance.Write(writer, (JsonElement)union.Value);
        else
            cases[union.Index].Write(writer, union.Value);
    }

    /// <summary>The first case that the text is a value of; those that take any text come last.</summary>
    internal TUnion Parse(string text)
    {
        foreach (var takesAny in new[] { false, true })
        {
            for (var index = 0; index < cases.Count; index++)
            {
                if (cases[index].TakesAnyText == takesAny && cases[index].TryParse(text, out var value))
                    return make(value, index);
            }
        }
        using var writer = new WireWriter();
        writer.WriteStringValue(text);
        var reader = new Utf8JsonReader(writer.Written);
        return make(JsonElement.ParseValue(ref reader), UnionRule.Unknown);
    }

    internal string Format(TUnion union)
    {
        if (union.Index >= 0)
            return cases[union.Index].Format(union.Value);
        return union.Value is JsonElement { ValueKind: JsonValueKind.String } text ? JsonElementText.GetString(text) : ((JsonElement)union.Value).GetRawText();
    }
}

/// <summary>A case, whatever its type.</summary>
internal abstract class UnionCase
{
    public abstract string Expected { get; }

    public abstract bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out object value);

    public abstract void Write(WireWriter writer, object value);

    public abstract string Format(object value);

    public abstract bool TryParse(string text, [MaybeNullWhen(false)] out object value);

    public abstract bool TakesAnyText { get; }

    public abstract bool IsTuple { get; }
}

internal sealed class UnionCase<T>(WireType<T> type) : UnionCase
    where T : notnull
{
    public override string Expected => type.Expected;

    public override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out object value)
    {
        var isRead = type.TryRead(ref reader, out var read);
        value = isRead ? read : null;
        return isRead;
    }

    public override void Write(WireWriter writer, object value) => type.Write(writer, (T)value);

    public override string Format(object value) => type.Format((T)value);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out object value)
    {
        var isRead = type.TryParse(text, out var read);
        value = isRead ? read : null;
        return isRead;
    }

    public override bool IsTuple => default(T) is ITuple;

    // A text that is no number, date or the like.
    public override bool TakesAnyText => type.TryParse("\u0001", out _);
}
