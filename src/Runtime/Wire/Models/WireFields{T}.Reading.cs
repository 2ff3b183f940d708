using System.Numerics;
using System.Runtime.CompilerServices;


namespace Kiln.Runtime.Wire;

public sealed partial class WireFields<TModel>
{
    private const int BitsPerWord = 64;

    /// <summary>Reads an object whose start the reader is at.</summary>
    internal void Read(ref WireReader reader, TModel model)
    {
        var plan = Plan;
        foreach (var field in plan.Identifying)
            field.Reset(model);
        var context = reader.Context;
        Span<ulong> seen = plan.Required.Length <= 16 ? stackalloc ulong[plan.Required.Length] : new ulong[plan.Required.Length];
        seen.Clear();
        context.Enter(plan.Names);
        context.Models++;
        var isRoot = context.IsAtRoot;
        context.IsRootRecognized |= isRoot && plan.Fields.Length == 0;

        var members = plan.Members;
        var hasUnknown = false;
        for (var guess = 0; ;)
        {
            // Services write fields in one order, so the field after the last one is nearly always the right guess.
            var place = guess;
            if ((uint)guess >= (uint)members.Length || !reader.TryNextName(members[guess]))
            {
                if (!reader.NextName())
                    break;
                place = plan.Table.Find(reader.NameBytes);
                if (place < 0)
                {
                    hasUnknown = true;
                    ReadUnknown(ref reader, model);
                    continue;
                }
                reader.NextColon();
            }

            guess = place + 1;
            context.At(place);
            context.IsRootRecognized |= isRoot;
            reader.Next();

            ref var word = ref seen[place / BitsPerWord];
            var bit = 1UL << (place % BitsPerWord);
            var field = plan.Fields[place];
            if ((word & bit) != 0)
            {
                context.CheckPage(PageFault.Twice, field.IsRequired, "duplicate property", reader.ByteOffset);
                Forget(model, field);
            }
            word |= bit;

            var start = reader.Start;
            var loss = field.Read(ref reader, model);
            if (loss != ReadLoss.None)
                Keep(model, field, loss, ref reader, start);
        }

        if (context.HasPageRequirements)
            CheckPage(ref reader, plan, seen, isRoot && hasUnknown && !context.IsRootRecognized);
        for (var word = 0; word < seen.Length; word++)
        {
            var missing = plan.Required[word] & ~seen[word];
            if (missing != 0)
                KeepMissing(ref reader, model, word, missing);
        }
        context.Leave();
        if (--context.Models == 0 && context.Deferred is { IsEmpty: false } deferred)
            deferred.Make(reader);
    }

    // The last of equal names counts, so nothing of the one before may stay.
    private void Forget(TModel model, WireField<TModel> field)
    {
        field.Reset(model);
        var kept = additionalData?.Invoke(model);
        kept?.Remove(field.Name);
        (kept as PreservedData)?.Discard(field, field.Bit);
        AbsentOf(model)?.Remove(field.Place);
    }

    private void Keep(TModel model, WireField<TModel> field, ReadLoss loss, ref WireReader reader, int start)
    {
        if (loss == ReadLoss.Value)
            Defer(model, field.Name, reader, start);
        else if (loss == ReadLoss.Null)
            AddAbsent(model, field, Absence.Null);
        else if (reader.Context.PreservesFormat)
            KeptOf(model)?.Preserve(field.PreservedJsonOf(JsonUnicode.ToUtf8(reader.BytesFrom(start)), model));
    }

    private void ReadUnknown(ref WireReader reader, TModel model)
    {
        var name = reader.Name(out var isUnicode);
        reader.Context.At(name);
        if (!isUnicode)
        {
            reader.Report(JsonUnicode.Expected);
            if (additionalData is not null)
                KeptOf(model)?.KeepName(name, reader.Bytes);
        }
        reader.NextColon();
        reader.Next();
        // The dictionary of the extras has no place for a name's own form.
        if (extras is not null && isUnicode && TryReadExtra(ref reader, model, name))
            return;
        if (additionalData is null)
            reader.Skip();
        else
            Keep(model, name, reader.Element());
    }

    private bool TryReadExtra(ref WireReader reader, TModel model, string name)
    {
        var context = reader.Context;
        var losses = context.Losses;
        var start = reader.Start;
        if (!extras!.TryRead(ref reader, model, name))
            return false;

        if (context.Losses == losses)
            additionalData?.Invoke(model)?.Remove(name);
        else
            Defer(model, name, reader, start);
        context.Losses = losses;
        return true;
    }

    private static void CheckPage(ref WireReader reader, ReadPlan plan, scoped ReadOnlySpan<ulong> seen, bool isOther)
    {
        if (isOther)
            throw new WireFormatException("the body is not a page: it has none of the properties of a page", "$", reader.ByteOffset);
        for (var place = 0; place < plan.Fields.Length; place++)
        {
            if ((seen[place / BitsPerWord] >> (place % BitsPerWord) & 1) != 0)
                continue;
            reader.Context.At(place);
            reader.Context.CheckPage(PageFault.Missing, plan.Fields[place].IsRequired, "a required property is missing", reader.ByteOffset);
        }
    }

    private void Defer(TModel model, string name, in WireReader reader, int start)
    {
        if (KeptOf(model) is { } kept)
            reader.Context.Defer(kept, name, start, reader.Position);
    }

    private void KeepMissing(ref WireReader reader, TModel model, int word, ulong missing)
    {
        for (; missing != 0; missing &= missing - 1)
        {
            var place = word * BitsPerWord + BitOperations.TrailingZeroCount(missing);
            var field = Plan.Fields[place];
            AddAbsent(model, field, Absence.Missing);
            if (!reader.Context.IsReporting)
                continue;
            reader.Context.At(place);
            reader.ReportMissing(field.Expected);
        }
    }

    private void AddAbsent(TModel model, WireField<TModel> field, Absence absence)
    {
        if (isWireModel)
            Unsafe.As<WireModel>(model).AddAbsent(fields.Count, field.Place, absence, field.InitialOf(model));
    }

    // Made at the first reading, when all fields are there. Two threads may both make it; they make the same.
    private ReadPlan Plan => plan ??= new(fields, leading);

    /// <summary>The fields in the form that reading wants them.</summary>
    private sealed class ReadPlan
    {
        public readonly WireField<TModel>[] Fields;

        /// <summary>Those that requests hold; all of them where none is read only.</summary>
        public readonly WireField<TModel>[] Sent;
        public readonly string[] Names;

        /// <summary>Each name as services mostly write it, with its comma, quotes and colon.</summary>
        public readonly byte[][] Members;
        public readonly Utf8Table Table;

        /// <summary>A bit for each required field, by place.</summary>
        public readonly ulong[] Required;

        /// <summary>The optional fields that a new model has: they say of which class it is.</summary>
        public readonly WireField<TModel>[] Identifying = [];

        public ReadPlan(List<WireField<TModel>> fields, string[] leading)
        {
            Fields = [.. fields];
            Sent = fields.Exists(f => f.IsReadOnly) ? [.. fields.Where(f => !f.IsReadOnly)] : Fields;
            Names = [.. fields.Select(f => f.Name)];
            Members = [.. fields.Select(f => f.Member)];
            Table = new(Names);
            if (fields.Exists(f => !f.IsRequired && leading.Contains(f.Name)))
            {
                var model = new TModel();
                Identifying = [.. fields.Where(f => !f.IsRequired && leading.Contains(f.Name) && f.IsSet(model))];
            }
            Required = new ulong[(Fields.Length + BitsPerWord - 1) / BitsPerWord];
            for (var place = 0; place < Fields.Length; place++)
            {
                if (Fields[place].IsRequired)
                    Required[place / BitsPerWord] |= 1UL << (place % BitsPerWord);
            }
        }
    }
}
