using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Tests.Wire;

/// <summary>What a model remembers of its fields, what requests leave out, and typed fields beyond the named ones.</summary>
public class FieldSetTests
{
    [Fact]
    public void What_was_set_to_null_is_written_and_what_was_not_set_is_not()
    {
        Assert.Equal("{}", Write(new Note()));
        Assert.Equal("""{"text":null,"size":null}""", Write(new Note { Text = null, Size = null }));
    }

    [Theory]
    [InlineData("""{"text":null}""")]
    [InlineData("""{"id":1,"text":"x","size":null,"limit":5,"more":7}""")]
    [InlineData("{}")]
    public void What_was_read_is_written_again(string json) => Assert.Equal(json, Write(Read(json)));

    [Fact]
    public void A_field_that_was_taken_back_is_absent()
    {
        var note = Read("""{"text":null,"limit":5}""");
        note.Unset(n => n.Text);
        note.Unset(n => n.Limit);

        Assert.Equal("{}", Write(note));
        Assert.Equal(20, note.Limit);
        Assert.False(note.IsSet(n => n.Text));
        Assert.False(note.IsSet(n => n.Limit));
    }

    [Fact]
    public void A_value_that_did_not_fit_counts_as_set_and_can_be_taken_back()
    {
        var note = Read("""{"size":"large"}""");

        Assert.True(note.IsSet(n => n.Size));
        note.Unset(n => n.Size);
        Assert.Equal("{}", Write(note));
    }

    [Fact]
    public void A_request_leaves_out_what_only_answers_have()
    {
        var request = new RequestInformation();
        request.SetJsonContent(WireType.Model<Note>(), new Note { Id = 5, Text = "x" });

        using var reader = new StreamReader(request.Content);
        Assert.Equal("""{"text":"x"}""", reader.ReadToEnd());
    }

    [Fact]
    public void A_further_field_that_does_not_fit_is_reported_and_kept()
    {
        var violations = new List<ContractViolation>();
        var note = WireJson.Read(WireType.Model<Note>(), """{"a":"x","b":2}"""u8, new ReadOptions { OnViolation = violations.Add });

        Assert.Equal("$.a", Assert.Single(violations).Path);
        Assert.Equal(2, Assert.Single(note.Extras).Value);
        Assert.Equal("""{"b":2,"a":"x"}""", Write(note));
    }

    [Theory]
    [InlineData("n => n.Text.Length")]
    [InlineData("n => other.Text")]
    [InlineData("n => n.Get()")]
    [InlineData("n.Text")]
    [InlineData("")]
    public void Only_a_property_of_the_model_itself_has_a_name(string expression) => Assert.Throws<ArgumentException>(() => WireModelExtensions.NameOf(expression));

    [Theory]
    [InlineData("n => n.Text", "Text")]
    [InlineData("  note=>note.Text ", "Text")]
    [InlineData("static n => n.@class", "class")]
    public void The_name_of_a_property(string expression, string name) => Assert.Equal(name, WireModelExtensions.NameOf(expression));

    private static Note Read(string json) => WireJson.Read(WireType.Model<Note>(), Encoding.UTF8.GetBytes(json));

    private static string Write(Note note) => Encoding.UTF8.GetString(WireJson.Write(WireType.Model<Note>(), note));

    private sealed class Note : WireModel, IWireModel<Note>
    {
        private Dictionary<string, long>? extras;
        private string? text;
        private int? size;
        private int? limit;

        public long? Id { get; set; }

        public string? Text { get => text; set => AssignNullable(ref text, value, 1); }

        public int? Size { get => size; set => AssignNullable(ref size, value, 2); }

        public int Limit { get => limit ?? 20; set => limit = value; }

        public Dictionary<string, long> Extras => extras ??= [];

        public static Note CreateFromDiscriminatorValue(IParseNode parseNode) => new();

        protected internal override void ReadField(int field, ref WireReader reader)
        {
            switch (field)
            {
                case 0: Id = reader.Int64OrNull(); break;
                case 1: text = reader.String(); break;
                case 2: size = reader.Int32OrNull(); break;
                case 3: limit = reader.Int32OrNull(); break;
            }
        }

        protected internal override void WriteFields(int group, WireWriter writer)
        {
            writer.Int64(Id);
            writer.String(text);
            writer.Int32(size);
            writer.Int32(limit);
        }

        static WireFields IWireModel<Note>.Fields => Fields;

        private static readonly WireFields Fields = new WireFields(_ => new Note())
            .Optional("id").ReadOnly()
            .OptionalNullable("text", "size")
            .Optional("limit")
            .AdditionalProperties(WireType.Int64, m => ((Note)m).extras, m => ((Note)m).Extras);
    }
}
