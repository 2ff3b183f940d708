using System.Runtime.InteropServices;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>
/// The JSON of values that models keep beside what was read of them, made when the outermost model has been read: where each of sixty values inside each
/// other is kept, all of them are parts of one text that is parsed once.
/// </summary>
internal sealed class DeferredElements
{
    private readonly List<Kept> all = [];

    public bool IsEmpty => all.Count == 0;

    /// <summary>Keeps a value that was read to its end. An undefined element stands for it until <see cref="Make"/>.</summary>
    /// <param name="data">Where it is kept, and counts unless something else has taken its place there by then.</param>
    /// <param name="name">Under which name.</param>
    /// <param name="start">Where it begins in the buffer.</param>
    /// <param name="end">Where it ends.</param>
    public void Add(PreservedData data, string name, int start, int end)
    {
        object placeholder = default(JsonElement);
        data[name] = placeholder;
        all.Add(new(data, name, start, end, placeholder));
    }

    public void Clear() => all.Clear();

    /// <summary>Makes all elements.</summary>
    public void Make(in WireReader reader)
    {
        // A value that holds others ends last, so it comes behind them.
        for (var last = all.Count - 1; last >= 0;)
        {
            var outer = all[last];
            var first = last;
            while (first > 0 && all[first - 1].Start > outer.Start)
                first--;
            var element = reader.ElementOf(outer.Start, outer.End);
            outer.Set(element);
            if (first < last)
                MakeInner(element, reader.BytesOf(outer.Start, outer.End), outer.Start, CollectionsMarshal.AsSpan(all)[first..last]);
            last = first - 1;
        }
        all.Clear();
    }

    /// <summary>Finds inner values in the outer one, in one walk over both its text and its elements.</summary>
    private static void MakeInner(JsonElement outer, ReadOnlySpan<byte> json, int offset, Span<Kept> inner)
    {
        inner.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        var open = new Stack<Children>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Nesting.Deepest });
        for (var next = 0; next < inner.Length && reader.Read();)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    continue;
            }

            var element = open.TryPeek(out var children) ? children.Next() : outer;
            if (offset + reader.TokenStartIndex == inner[next].Start)
                inner[next++].Set(element);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                open.Push(new(element));
        }
    }

    private readonly record struct Kept(PreservedData Data, string Name, int Start, int End, object Placeholder)
    {
        // Of equal names the last counts, so that another value may have come since.
        public void Set(JsonElement element)
        {
            if (Data.TryGetValue(Name, out var now) && ReferenceEquals(now, Placeholder))
                Data[Name] = element;
        }
    }

    private sealed class Children(JsonElement element)
    {
        private JsonElement.ObjectEnumerator members = element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : default;
        private JsonElement.ArrayEnumerator items = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : default;

        public JsonElement Next()
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                members.MoveNext();
                return members.Current.Value;
            }
            items.MoveNext();
            return items.Current;
        }
    }
}
