using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes a union.</summary>
internal static class UnionTemplate
{
    public static string Write(UnionShape union) => Source.Of($$"""
        {{Docs.Write(union.Doc, $"Represents one of: {string.Join(", ", union.Cases.Select(c => $"`{c.Type}`"))}.")}}
        {{Docs.TypeAttributes(union.Doc)}}
        public sealed partial class {{union.Name}} : WireUnion, IWireUnion<{{union.Name}}>
        {
            private {{union.Name}}(object value, int index) : base(value, index) { }

            {{Source.Members(union.Cases.Select(Accessor))}}

            {{Source.Members(union.Cases.Select((c, i) => Conversion(union.Name, "a value", c.Type, i, Identified(c))))}}

            {{Conversion(union.Name, "JSON that matches none of the cases", "JsonElement", -1)}}

            /// <summary>Calls the delegate for the current case, or the last one for JSON that matches none of them.</summary>
            public TResult Match<TResult>({{Items.OnLines(Delegates(union), around: 50)}}) => Index switch
            {
                {{Source.Lines(union.Cases.Select((c, i) => $"{i} => {c.Argument}(({c.Type})Value),"))}}
                _ => unknown((JsonElement)Value),
            };

            static UnionCases<{{union.Name}}> IWireUnion<{{union.Name}}>.Cases { get; } =
                new UnionCases<{{union.Name}}>({{Items.OnLines(["static (v, i) => new(v, i)", UnionRuleTemplate.Write(union.Rule)], around: 50)}}){{Cases(union)}};
        }
        """);

    private static List<string> Delegates(UnionShape union) => [.. union.Cases.Select(c => $"Func<{c.Type}, TResult> {c.Argument}"), "Func<JsonElement, TResult> unknown"];

    // public Cat? AsCat => Value as Cat;
    private static string Accessor(UnionCaseShape @case)
    {
        var get = @case switch
        {
            { IsTold: false, IsValueType: true } => $"AsValue({@case.Wire})",
            { IsTold: false } => $"As({@case.Wire})",
            { IsValueType: true } => $"Value as {@case.Type}?",
            _ => $"Value as {@case.Type}",
        };
        var otherwise = @case.IsTold
            ? "or null if it is of another type."
            : "or null if its JSON does not match. The JSON is deserialized on each call.";
        return $"/// <summary>Gets the value as <c>{DocComment.Escape(@case.Type)}</c>, {otherwise}</summary>\npublic {@case.Type}? {@case.Name} => {get};";
    }

    // public static implicit operator Pet(Cat value) => new(Identified(value, "petType", "cat"), 0);
    private static string Conversion(string union, string what, string type, int place, string value = "value") =>
        $"/// <summary>Converts {what}.</summary>\npublic static implicit operator {union}({type} value) => new({value}, {place});";

    private static string Identified(UnionCaseShape @case) =>
        @case.Identity.Items.Aggregate("value", (value, i) => $"Identified({value}, {CSharpText.Literal(i.WireName)}, {CSharpText.Literal(i.Value)})");

    private static string Cases(UnionShape union) => string.Concat(union.Cases.Select(c => $"\n    .Case({c.Wire})"));
}
