using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes a union.</summary>
internal static class UnionTemplate
{
    public static string Write(UnionShape union) => Source.Of($$"""
        {{Docs.Write(union.Doc)}}
        {{Docs.TypeAttributes(union.Doc)}}
        public sealed partial class {{union.Name}} : WireUnion, IWireUnion<{{union.Name}}>
        {
            private {{union.Name}}(object value, int index) : base(value, index)
            {
            }

            {{Source.Members(union.Cases.Select(Accessor))}}

            {{Source.Members(union.Cases.Select((c, i) => Conversion(union.Name, $"a <c>{DocComment.Escape(c.Type)}</c>", c.Type, i)))}}

            {{Conversion(union.Name, "JSON as it is, for a case that the document does not name", "JsonElement", -1)}}

            /// <summary>Goes the way of the case that the value is of, or the last for JSON that is of none.</summary>
            public TResult Match<TResult>({{string.Concat(union.Cases.Select(c => $"Func<{c.Type}, TResult> {c.Argument}, "))}}Func<JsonElement, TResult> unknown) => Index switch
            {
                {{Source.Lines(union.Cases.Select((c, i) => $"{i} => {c.Argument}(({c.Type})Value),"))}}
                _ => unknown((JsonElement)Value),
            };

            static UnionCases<{{union.Name}}> IWireUnion<{{union.Name}}>.Cases => Cases;

            private static readonly UnionCases<{{union.Name}}> Cases = new UnionCases<{{union.Name}}>(static (v, i) => new(v, i), {{UnionRuleTemplate.Write(union.Rule)}}){{Cases(union)}};
        }
        """);

    private static string Accessor(UnionCaseShape @case)
    {
        var get = @case switch
        {
            { IsTold: false, IsValueType: false } => $"As({@case.Wire})",
            { IsValueType: true } => $"Value is {@case.Type} value ? value : null",
            _ => $"Value as {@case.Type}",
        };
        var when = @case.IsTold ? "if it is one" : "if it is one, or its JSON can be read as one; reads it at each call";
        return $"/// <summary>The value as a <c>{DocComment.Escape(@case.Type)}</c>, {when}; otherwise null.</summary>\npublic {@case.Type}? {@case.Name} => {get};";
    }

    private static string Conversion(string union, string what, string type, int place) =>
        $"/// <summary>Takes {what}.</summary>\npublic static implicit operator {union}({type} value) => new(value, {place});";

    private static string Cases(UnionShape union) => string.Concat(union.Cases.Select(c => $"\n    .Case({c.Wire})"));
}
