using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes an enum: a struct over its text, so that a text which the document does not name survives.</summary>
internal static class EnumTemplate
{
    public static string Write(EnumShape @enum) => Source.Of($$"""
        {{Docs.Write(@enum.Doc with { Remarks = Remarks(@enum) })}}
        /// <param name="Value">The text as it travels.</param>
        {{Docs.Obsolete(@enum.Doc)}}
        public readonly partial record struct {{@enum.Name}}(string Value) : IWireEnum<{{@enum.Name}}>
        {
            {{Source.Members(@enum.Members.Select(m => Member(m, @enum)))}}

            /// <summary>The values that the document names, in its order.</summary>
            public static IReadOnlyList<{{@enum.Name}}> Known { get; } = [{{string.Join(", ", @enum.Members.Select(m => m.Name))}}];

            /// <summary>The value of a text.</summary>
            /// <param name="value">The text as it travels.</param>
            public static {{@enum.Name}} FromWire(string value) => new(value);

            /// <summary>The text as it travels.</summary>
            public override string ToString() => Value ?? "";
        }
        """);

    private static string Remarks(EnumShape @enum)
    {
        const string Kept = "A text that the document does not name is kept as it came.";
        return @enum.Doc.Remarks is { } remarks ? $"{remarks}\n{Kept}" : Kept;
    }

    private static string Member(EnumMemberShape member, EnumShape @enum)
    {
        var doc = member.Description is { } description
            ? DocComment.Element("summary", description)
            : $"/// <summary><c>{DocComment.Escape(member.WireValue.Replace('\n', ' '))}</c></summary>";
        return $"{doc}\npublic static {@enum.Name} {member.Name} {{ get; }} = new({CSharpText.Literal(member.WireValue)});";
    }
}
