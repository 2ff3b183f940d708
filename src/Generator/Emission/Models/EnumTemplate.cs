using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes an enum: a struct over its value, so that one which the document does not name survives.</summary>
internal static class EnumTemplate
{
    public static string Write(EnumShape @enum) => Source.Of($$"""
        {{Docs.Write(@enum.Doc, $"Defines the values of `{@enum.Name}`.")}}
        /// <param name="Value">The value as sent over the wire.</param>
        {{Docs.TypeAttributes(@enum.Doc)}}
        public readonly partial record struct {{@enum.Name}}({{@enum.UnderlyingType}} Value) : {{Interface(@enum)}}
        {
            {{Source.Members(@enum.Members.Select(m => Member(m, @enum)))}}

            /// <inheritdoc/>
            public static IReadOnlyList<{{@enum.Name}}> KnownValues { get; } = [{{Items.Filled([.. @enum.Members.Select(m => m.Name)], around: 70)}}];

            /// <inheritdoc/>
            public static {{@enum.Name}} FromValue({{@enum.UnderlyingType}} value) => new(value);

            /// <summary>Returns the value as sent over the wire.</summary>
            public override string ToString() => {{(@enum.Wire is { } wire ? $"{wire}.Format(Value)" : "Value ?? \"\"")}};
        }
        """);

    private static string Interface(EnumShape @enum) => @enum.Wire is null ? $"IWireEnum<{@enum.Name}>" : $"IWireEnum<{@enum.Name}, {@enum.UnderlyingType}>";

    private static string Member(EnumMemberShape member, EnumShape @enum)
    {
        var doc = member.Description is { } description
            ? DocComment.Element("summary", description)
            : $"/// <summary><c>{DocComment.Escape(member.WireValue.Replace('\n', ' '))}</c></summary>";
        return $"{doc}\npublic static {@enum.Name} {member.Name} => new({member.Value});";
    }
}
