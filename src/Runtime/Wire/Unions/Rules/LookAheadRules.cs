using System.Text;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>The JSON's kind tells.</summary>
internal sealed class KindRule(UnionRule? forString, UnionRule? forNumber, UnionRule? forBoolean, UnionRule? forArray, UnionRule? forObject) : UnionRule
{
    internal override int Decide(WireReader reader) => Of(reader.Token)?.Decide(reader) ?? Unfit;

    public UnionRule? Of(JsonTokenType token) => token switch
    {
        JsonTokenType.String => forString,
        JsonTokenType.Number => forNumber,
        JsonTokenType.True or JsonTokenType.False => forBoolean,
        JsonTokenType.StartArray => forArray,
        JsonTokenType.StartObject => forObject,
        _ => null,
    };
}

/// <summary>A scalar's value tells.</summary>
internal sealed class ValueRule(UnionRule? otherwise, ValueTable values) : UnionRule
{
    internal override int Decide(WireReader reader)
    {
        if ((values.Find(reader) ?? otherwise) is { } rule)
            return rule.Decide(reader);
        return reader.Token is JsonTokenType.StartObject or JsonTokenType.StartArray ? Unfit : Unknown;
    }
}

/// <summary>A field of an object tells, by its value or by the value's kind.</summary>
internal sealed class FieldRule(string name, ValueTable? values, KindRule? kinds, UnionRule? otherwise, UnionRule? missing) : UnionRule
{
    private readonly byte[] utf8 = Encoding.UTF8.GetBytes(name);

    internal override int Decide(WireReader reader)
    {
        if (reader.Token != JsonTokenType.StartObject)
            return Unfit;

        var start = reader;
        reader.LookInto();
        while (reader.NextName())
        {
            var isIt = reader.NameBytes.SequenceEqual(utf8);
            reader.NextColon();
            reader.Next();
            if (isIt)
                return (values?.Find(reader) ?? kinds?.Of(reader.Token) ?? otherwise)?.Decide(start) ?? (values is null ? Unfit : Unknown);
            reader.SkipAhead();
        }
        return missing?.Decide(start) ?? Unfit;
    }
}

/// <summary>The names of an object's fields tell.</summary>
internal sealed class KeysRule : UnionRule
{
    private readonly UnionRule? otherwise;
    private readonly UnionKeys[] choices;
    private readonly int[][] places; // of each choice's names among all
    private readonly Utf8Table table;
    private readonly int count;

    public KeysRule(UnionRule? otherwise, UnionKeys[] choices)
    {
        this.otherwise = otherwise;
        this.choices = choices;
        string[] names = [.. choices.SelectMany(c => c.Names).Distinct()];
        places = [.. choices.Select(c => c.Names.Select(n => Array.IndexOf(names, n)).ToArray())];
        table = new(names);
        count = names.Length;
    }

    internal override int Decide(WireReader reader)
    {
        if (reader.Token != JsonTokenType.StartObject)
            return Unfit;

        var start = reader;
        Span<bool> seen = count <= 64 ? stackalloc bool[count] : new bool[count];
        seen.Clear();
        reader.LookInto();
        while (reader.NextName())
        {
            var place = table.Find(reader.NameBytes);
            if (place >= 0)
                seen[place] = true;
            reader.NextColon();
            reader.Next();
            reader.SkipAhead();
        }

        for (var choice = 0; choice < choices.Length; choice++)
        {
            if (Fits(choice, seen))
                return choices[choice].Then.Decide(start);
        }
        // Fields of which one is enough to tell may all be missing, so an object without them breaks no contract.
        return otherwise?.Decide(start) ?? (Array.Exists(choices, c => !c.NeedsAll) ? Unknown : Unfit);
    }

    private bool Fits(int choice, ReadOnlySpan<bool> seen)
    {
        var needsAll = choices[choice].NeedsAll;
        foreach (var place in places[choice])
        {
            if (seen[place] != needsAll)
                return !needsAll;
        }
        return needsAll;
    }
}

/// <summary>The first item of an array that is not null decides.</summary>
internal sealed class ItemRule(UnionRule item, UnionRule empty) : UnionRule
{
    internal override int Decide(WireReader reader)
    {
        if (reader.Token != JsonTokenType.StartArray)
            return Unfit;

        var start = reader;
        while (reader.NextItem())
        {
            if (!reader.IsNull)
                return item.Decide(reader);
        }
        return empty.Decide(start);
    }
}
