namespace Kiln.Runtime.Wire;

/// <summary>Gets the values of a model's fields, with their types, through the method that writes them.</summary>
internal sealed class FieldCapture : IValueCapture
{
    [ThreadStatic]
    private static FieldCapture? current;

    private readonly WireWriter writer;
    private FieldValue?[] values = [];
    private int first;
    private int only;

    private FieldCapture() => writer = new(this);

    /// <summary>The value of one field.</summary>
    public static FieldValue Of(WireModel model, FieldTable table, int place)
    {
        var capture = current ??= new();
        var value = new FieldValue?[1];
        (capture.values, capture.only, capture.first) = (value, place, place);
        capture.writer.WriteGroup(model, table, table.GroupOf(place));
        capture.values = [];
        return value[0]!;
    }

    /// <summary>The values of all fields.</summary>
    public static FieldValue[] All(WireModel model, FieldTable table)
    {
        var all = new FieldValue[table.Fields.Length];
        for (var group = 0; group < table.GroupStarts.Length - 1; group++)
            Capture(model, table, group, all, 0);
        return all;
    }

    /// <summary>The values of a group of fields.</summary>
    public static FieldValue[] OfGroup(WireModel model, FieldTable table, int group)
    {
        var start = table.GroupStarts[group];
        var values = new FieldValue[table.GroupStarts[group + 1] - start];
        Capture(model, table, group, values, start);
        return values;
    }

    /// <summary>Takes the value of the next field.</summary>
    public void Take<T>(int place, WireType<T> type, T? value, bool isNull)
    {
        if (only < 0 || only == place)
            values[place - first] = new FieldValue<T>(type, value, isNull);
    }

    private static void Capture(WireModel model, FieldTable table, int group, FieldValue?[] values, int first)
    {
        var capture = current ??= new();
        (capture.values, capture.only, capture.first) = (values, -1, first);
        capture.writer.WriteGroup(model, table, group);
        capture.values = [];
    }
}
