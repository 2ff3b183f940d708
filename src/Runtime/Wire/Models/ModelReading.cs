using System.Numerics;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>Reads the object of a model: finds the field of each name, and has the model read the value.</summary>
internal static class ModelReading
{
    private const int BitsPerWord = FieldBits.PerWord;

    /// <summary>Reads an object whose start the reader is at.</summary>
    public static void Read(ref WireReader reader, WireModel model, FieldTable table)
    {
        // Room for 256 fields, which costs less than room that depends on their number.
        Span<ulong> seen = stackalloc ulong[4];
        if (table.Required.Length > seen.Length)
            seen = new ulong[table.Required.Length];
        var context = reader.Context;
        Begin(context, model, table);
        var before = context.Counts;
        var members = table.Members;
        var hasUnknown = false;
        for (var guess = 0; ;)
        {
            // Services write fields in one order, so the field after the last one is nearly always the right guess.
            var place = guess;
            var next = (uint)guess < (uint)members.Count ? reader.TryNextField(members, guess) : NextField.Other;
            // Or the one behind it, where an optional field is left out.
            if (next == NextField.Other && (uint)++place < (uint)members.Count)
                next = reader.TryNextField(members, place);
            if (next == NextField.Other)
            {
                if (!reader.NextName())
                    break;
                place = table.Table.Find(reader.NameBytes);
                if (place < 0)
                {
                    hasUnknown = true;
                    ReadUnknown(ref reader, model, table);
                    continue;
                }
                reader.NextColon();
            }

            guess = place + 1;
            context.At(place);
            if (next != NextField.AtValue)
                reader.Next();

            ref var word = ref seen[place / BitsPerWord];
            var bit = 1UL << (place % BitsPerWord);
            if ((word & bit) != 0)
                Forget(ref reader, model, table, place);
            word |= bit;

            if (reader.IsNull && !table.Fields[place].HasNullValue)
            {
                ReadNull(ref reader, model, table, place);
                continue;
            }
            var start = reader.Start;
            model.ReadField(place, ref reader);
            if (context.Changes != before.Changes)
                Keep(model, table, place, ref reader, start, before);
        }
        Finish(ref reader, model, table, seen, hasUnknown);
    }

    private static void Begin(ReadContext context, WireModel model, FieldTable table)
    {
        ModelChanges.Unidentify(model, table);
        context.Enter(table.Names);
        context.Models++;
    }

    private static void Finish(ref WireReader reader, WireModel model, FieldTable table, scoped ReadOnlySpan<ulong> seen, bool hasUnknown)
    {
        var context = reader.Context;
        context.IsRootRecognized |= context.IsAtRoot && (table.Fields.Length == 0 || FieldBits.HasAny(seen));
        if (context.HasPageRequirements)
            CheckPage(ref reader, table, seen, context.IsAtRoot && hasUnknown && !context.IsRootRecognized);
        for (var word = 0; word < table.Required.Length; word++)
        {
            var missing = table.Required[word] & ~seen[word];
            if (missing != 0)
                KeepMissing(ref reader, model, table, word, missing);
        }
        context.Leave();
        if (--context.Models == 0 && context.Deferred is { IsEmpty: false } deferred)
            deferred.Make(reader);
    }

    // The property is null already: a model's are when it is made, and after an equal name before.
    private static void ReadNull(ref WireReader reader, WireModel model, FieldTable table, int place)
    {
        var field = table.Fields[place];
        if (!field.AllowsNull)
        {
            reader.Context.CheckPage(PageFault.Null, field.IsRequired, "a required property is null", reader.ByteOffset);
            reader.Context.Mismatches++;
            if (reader.Context.IsReporting)
                reader.Context.Report(table.NeutralValue(place).Expected, "null", reader.ByteOffset);
        }
        if (field.Presence == Presence.Required)
            ModelChanges.AddAbsent(model, table, place, Absence.Null);
        else
            model.AddNull(field);
    }

    // The last of equal names counts, so nothing of the one before may stay.
    private static void Forget(ref WireReader reader, WireModel model, FieldTable table, int place)
    {
        var field = table.Fields[place];
        reader.Context.CheckPage(PageFault.Twice, field.IsRequired, "duplicate property", reader.ByteOffset);
        ModelChanges.Reset(model, table, place);
        model.Kept?.Remove(field.Name);
        (model.Kept as PreservedData)?.Discard(field, field.Bit);
        model.Absent?.Remove(place);
    }

    /// <summary>Keeps the JSON of a field that its property cannot give back.</summary>
    private static void Keep(WireModel model, FieldTable table, int place, ref WireReader reader, int start, in ReadCounts before)
    {
        var context = reader.Context;
        var field = table.Fields[place];
        if (context.TakeMisfit() is { } expected)
        {
            if (context.HasPageRequirements)
                context.CheckPage(PageFault.Lost, field.IsRequired, $"expected {expected}, found {reader.Found()}", reader.ByteOffset);
            reader.Report(expected);
            reader.Skip();
            ModelChanges.Reset(model, table, place);
            context.Defer(PreservedOf(model), field.Name, start, reader.Position);
        }
        else if (context.Losses != before.Losses)
        {
            context.Defer(PreservedOf(model), field.Name, start, reader.Position);
        }
        else if (context.FormatChanges != before.FormatChanges && context.PreservesFormat)
        {
            PreservedOf(model).Preserve(FieldCapture.Of(model, table, place).Preserve(field, JsonUnicode.ToUtf8(reader.BytesFrom(start))));
        }
        context.Counts = before; // the field's JSON is kept, so what holds this model has lost nothing
    }

    private static void ReadUnknown(ref WireReader reader, WireModel model, FieldTable table)
    {
        var name = reader.Name(out var isUnicode);
        reader.Context.At(name);
        if (!isUnicode)
        {
            reader.Report(JsonUnicode.Expected);
            PreservedOf(model).KeepName(name, reader.Bytes);
        }
        reader.NextColon();
        reader.Next();
        // The dictionary of the extras has no place for a name's own form.
        if (table.Extras is { } extras && isUnicode && TryReadExtra(ref reader, model, extras, name))
            return;
        PreservedOf(model)[name] = reader.Element();
    }

    private static bool TryReadExtra(ref WireReader reader, WireModel model, AdditionalPropertyField extras, string name)
    {
        var context = reader.Context;
        var losses = context.Losses;
        var start = reader.Start;
        if (!extras.TryRead(ref reader, model, name))
            return false;

        if (context.Losses == losses)
            model.Kept?.Remove(name);
        else
            context.Defer(PreservedOf(model), name, start, reader.Position);
        context.Losses = losses;
        return true;
    }

    private static void CheckPage(ref WireReader reader, FieldTable table, scoped ReadOnlySpan<ulong> seen, bool isOther)
    {
        if (isOther)
            throw new WireFormatException("the body is not a page: it has none of the properties of a page", "$", reader.ByteOffset);
        for (var place = 0; place < table.Fields.Length; place++)
        {
            if ((seen[place / BitsPerWord] >> (place % BitsPerWord) & 1) != 0)
                continue;
            reader.Context.At(place);
            reader.Context.CheckPage(PageFault.Missing, table.Fields[place].IsRequired, "a required property is missing", reader.ByteOffset);
        }
    }

    private static void KeepMissing(ref WireReader reader, WireModel model, FieldTable table, int word, ulong missing)
    {
        for (; missing != 0; missing &= missing - 1)
        {
            var place = word * BitsPerWord + BitOperations.TrailingZeroCount(missing);
            ModelChanges.AddAbsent(model, table, place, Absence.Missing);
            if (!reader.Context.IsReporting)
                continue;
            reader.Context.At(place);
            reader.ReportMissing(table.NeutralValue(place).Expected);
        }
    }

    /// <summary>The additional data as reading fills it; what a caller had put there stays.</summary>
    public static PreservedData PreservedOf(WireModel model)
    {
        if (model.Kept is PreservedData kept)
            return kept;
        kept = model.Kept is { } others ? new(others) : new();
        model.AdditionalData = kept;
        return kept;
    }
}
