using System.Text;

namespace Kiln.Runtime.Wire;

public sealed partial class WireFields<TModel>
{
    private const int BitsPerWord = 64;

    /// <summary>Reads an object that the reader stands at the start of.</summary>
    internal void Read(ref WireReader reader, TModel model)
    {
        var plan = Plan;
        var context = reader.Context;
        Span<ulong> seen = plan.Required.Length <= 16 ? stackalloc ulong[plan.Required.Length] : new ulong[plan.Required.Length];
        seen.Clear();
        context.Enter();
        context.KnowsRoot |= context.IsAtRoot && plan.Fields.Length == 0;

        for (var guess = 0; reader.NextName();)
        {
            // Services write fields in one order, so the field after the last one is nearly always the right guess.
            var place = guess;
            if (reader.IsEscaped)
                place = plan.Table.Find(Encoding.UTF8.GetBytes(reader.Text()));
            else if (!plan.Table.IsAt(guess, reader.Bytes))
                place = plan.Table.Find(reader.Bytes);

            if (place < 0)
            {
                ReadUnknown(ref reader, model);
                continue;
            }
            guess = place + 1;
            ReadKnown(ref reader, model, plan.Fields[place], ref seen[place / BitsPerWord], 1UL << (place % BitsPerWord));
        }

        for (var word = 0; word < seen.Length; word++)
        {
            var missing = plan.Required[word] & ~seen[word];
            if (missing != 0 && context.Listens)
                ReportMissing(ref reader, plan, word, missing);
        }
        context.Leave();
    }

    private void ReadKnown(ref WireReader reader, TModel model, WireField<TModel> field, ref ulong seen, ulong bit)
    {
        var context = reader.Context;
        context.At(field.Name);
        context.KnowsRoot |= context.IsAtRoot;
        reader.Next();
        var start = reader.Start;
        var isRepeated = (seen & bit) != 0;
        seen |= bit;

        if (isRepeated)
        {
            // The last of equal names counts, so nothing of the one before may stay.
            field.Reset(model);
            additionalData?.Invoke(model)?.Remove(field.Name);
        }
        if (!field.Read(ref reader, model) && additionalData is not null)
            Keep(model, field.Name, reader.ElementFrom(start));
    }

    private void ReadUnknown(ref WireReader reader, TModel model)
    {
        var name = reader.Text();
        reader.Context.At(name);
        reader.Next();
        if (additionalData is null)
            reader.Skip();
        else
            Keep(model, name, reader.Element());
    }

    private static void ReportMissing(ref WireReader reader, ReadPlan plan, int word, ulong missing)
    {
        for (var bit = 0; bit < BitsPerWord; bit++)
        {
            if ((missing >> bit & 1) == 0)
                continue;
            var field = plan.Fields[word * BitsPerWord + bit];
            reader.Context.At(field.Name);
            reader.ReportMissing(field.Expected);
        }
    }

    // Made at the first reading, when all fields are there. Two threads may both make it; they make the same.
    private ReadPlan Plan => plan ??= new(fields);

    /// <summary>The fields in the form that reading wants them.</summary>
    private sealed class ReadPlan
    {
        public readonly WireField<TModel>[] Fields;
        public readonly Utf8Table Table;

        /// <summary>A bit for each required field, by place.</summary>
        public readonly ulong[] Required;

        public ReadPlan(List<WireField<TModel>> fields)
        {
            Fields = [.. fields];
            Table = new(fields.Select(f => f.Name).ToArray());
            Required = new ulong[(Fields.Length + BitsPerWord - 1) / BitsPerWord];
            for (var place = 0; place < Fields.Length; place++)
            {
                if (Fields[place].IsRequired)
                    Required[place / BitsPerWord] |= 1UL << (place % BitsPerWord);
            }
        }
    }
}
