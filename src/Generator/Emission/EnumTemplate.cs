using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes an enum: a struct over its value, so that one which the document does not name survives.</summary>
internal static class EnumTemplate
{
    public static string Write(EnumShape @enum) => Source.Of($$"""
        {{Docs.Write(@enum.Doc with { Remarks = Remarks(@enum) })}}
        /// <param name="Value">The {{Word(@enum)}} as it travels.</param>
        {{Docs.TypeAttributes(@enum.Doc)}}
        public readonly partial record struct {{@enum.Name}}({{@enum.UnderlyingType}} Value) : {{Interface(@enum)}}
        {
            {{Source.Members(@enum.Members.Select(m => Member(m, @enum)))}}

            /// <summary>The values that the document names, in its order.</summary>
            public static IReadOnlyList<{{@enum.Name}}> KnownValues { get; } = [{{string.Join(", ", @enum.Members.Select(m => m.Name))}}];

            /// <summary>{{(@enum.Wire is null ? "The value of a text." : "Takes a value as it came.")}}</summary>
            /// <param name="value">The {{Word(@enum)}} as it travels.</param>
            public static {{@enum.Name}} FromValue({{@enum.UnderlyingType}} value) => new(value);

            /// <summary>The {{Word(@enum)}} as it travels.</summary>
            public override string ToString() => {{(@enum.Wire is { } wire ? $"{wire}.Format(Value)" : "Value ?? \"\"")}};
        }
        """);

    private static string Word(EnumShape @enum) => @enum.Wire is null ? "text" : "value";

    private static string Interface(EnumShape @enum) => @enum.Wire is null ? $"IWireEnum<{@enum.Name}>" : $"IWireEnum<{@enum.Name}, {@enum.UnderlyingType}>";

    private static string Remarks(EnumShape @enum)
    {
        var kept = $"A {Word(@enum)} that the document does not name is kept as it came.";
        return @enum.Doc.Remarks is { } remarks ? $"{remarks}\n{kept}" : kept;
    }

    private static string Member(EnumMemberShape member, EnumShape @enum)
    {
        var doc = member.Description is { } description
            ? DocComment.Element("summary", description)
            : $"/// <summary><c>{DocComment.Escape(member.WireValue.Replace('\n', ' '))}</c></summary>";
        return $"{doc}\npublic static {@enum.Name} {member.Name} {{ get; }} = new({member.Value});";
    }
}
