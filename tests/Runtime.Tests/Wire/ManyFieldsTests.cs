using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Tests.Wire;

/// <summary>A model of more required fields than fit into one word of bits, with names that begin and end alike.</summary>
public class ManyFieldsTests
{
    private const int Count = 150;

    [Fact]
    public void Every_field_finds_its_property_in_any_order()
    {
        var order = Enumerable.Range(0, Count).OrderBy(i => i * 7919 % Count);
        var read = Json.Read(WireType.Model<Wide>(), Text(order));

        Assert.Equal(Enumerable.Range(0, Count), read.Values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(Count)]
    public void Of_fields_in_order_any_may_be_left_out(int distance)
    {
        for (var first = 0; first < Math.Min(distance, 10); first++)
        {
            bool IsThere(int i) => i % distance == first;
            var read = Json.Read(WireType.Model<Wide>(), Text(Enumerable.Range(0, Count).Where(IsThere)));
            Assert.Equal(Enumerable.Range(0, Count).Select(i => IsThere(i) ? i : 0), read.Values);

            read = Json.Read(WireType.Model<Wide>(), Text(Enumerable.Range(0, Count).Where(i => !IsThere(i))));
            Assert.Equal(Enumerable.Range(0, Count).Select(i => IsThere(i) ? 0 : i), read.Values);
        }
    }

    [Fact]
    public void Every_missing_field_is_reported()
    {
        var missing = new List<string>();
        Json.Read(WireType.Model<Wide>(), Text(Enumerable.Range(0, Count).Where(i => i % 3 != 0)), new ReadOptions { OnViolation = v => missing.Add(v.Path) });

        Assert.Equal(Enumerable.Range(0, Count).Where(i => i % 3 == 0).Select(i => "$." + Name(i)), missing);
    }

    [Fact]
    public void Writing_keeps_the_documents_order()
    {
        var wide = new Wide();
        for (var i = 0; i < Count; i++)
            wide.Values[i] = i;

        Assert.Equal(Text(Enumerable.Range(0, Count)), Json.Write(WireType.Model<Wide>(), wide));
    }

    private static string Name(int i) => $"name{i:000}tail";

    private static string Text(IEnumerable<int> fields) => "{" + string.Join(",", fields.Select(i => $"\"{Name(i)}\":{i}")) + "}";

    private sealed class Wide : WireModel, IWireModel<Wide>
    {
        private const int GroupSize = 16;

        private static readonly WireFields Fields = new WireFields(_ => new Wide()).Required([.. Enumerable.Range(0, Count).Select(Name)]);

        static WireFields IWireModel<Wide>.Fields => Fields;

        public int[] Values { get; } = new int[Count];

        public static Wide CreateFromDiscriminatorValue(IParseNode parseNode) => new();

        protected internal override void ReadField(int field, ref WireReader reader) => Values[field] = reader.Int32();

        protected internal override void WriteFields(int group, WireWriter writer)
        {
            foreach (var value in Values.Skip(group * GroupSize).Take(GroupSize))
                writer.Int32(value);
        }
    }
}
