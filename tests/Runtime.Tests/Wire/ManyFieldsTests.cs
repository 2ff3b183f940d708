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

    private sealed class Wide : IWireModel<Wide>
    {
        public int[] Values { get; } = new int[Count];

        private static readonly WireFields<Wide> Fields = Make();

        static WireFields<Wide> IWireModel<Wide>.Fields => Fields;

        public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => Fields.GetDeserializers(this);

        public void Serialize(ISerializationWriter writer) => Fields.Serialize(this, writer);

        private static WireFields<Wide> Make()
        {
            var fields = new WireFields<Wide>();
            for (var i = 0; i < Count; i++)
            {
                var place = i;
                fields.Required(Name(i), WireType.Int32, m => m.Values[place], (m, v) => m.Values[place] = v);
            }
            return fields;
        }
    }
}
