using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Numbers;

/// <summary>A number that has several spellings in JSON: one that may be a string as well, or one that may be none, which JSON has no number for.</summary>
/// <example><c>type: [integer, string]</c> with <c>format: int64</c>, or <c>anyOf: [{ type: number }, { enum: [NaN, Infinity, -Infinity] }]</c>.</example>
/// <param name="Type"><c>integer</c> or <c>number</c>.</param>
/// <param name="FormatSource">The schema that has its format, if any has one.</param>
/// <param name="AllowsString">Whether the number may be a string.</param>
/// <param name="AllowsNamedLiterals">Whether the strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> are values.</param>
internal sealed record NumberSpelling(string Type, SchemaNode FormatSource, bool AllowsString, bool AllowsNamedLiterals)
{
    // Limits how many schemas are visited: a document may nest alternatives without end.
    private const int MaxSchemas = 32;

    // Specific to Kubernetes: a number or a percentage.
    private const string IntOrString = "int-or-string";

    private static readonly HashSet<string> NamedLiterals = new(StringComparer.Ordinal) { "NaN", "Infinity", "-Infinity" };

    public string? Format => FormatSource.Format;

    /// <summary>The number that a schema describes; <see langword="null"/> for any other schema, and for a number that is always a JSON number.</summary>
    public static NumberSpelling? Of(SchemaNode schema) => schema.Enum is null ? OfAnyValue(schema) : null;

    /// <summary>The same for the values of an enum.</summary>
    public static NumberSpelling? OfAnyValue(SchemaNode schema)
    {
        var forms = new List<NumberForm>();
        var remaining = MaxSchemas;
        return schema.Type is null && Collect(schema, NumberForm.None, forms, ref remaining) ? Combine(schema, forms) : null;
    }

    /// <summary>Whether a string is one that stands for a number which JSON has no form for.</summary>
    public static bool IsNamedLiteral(string text) => NamedLiterals.Contains(text);

    private static bool Collect(SchemaNode schema, NumberForm outer, List<NumberForm> forms, ref int remaining)
    {
        if (remaining-- <= 0 || schema.AllOf.Count > 0 || schema["properties"] is not null)
            return false;

        var form = outer.With(schema);
        if (schema.Alternatives.Count > 0)
            return CollectAlternatives(schema, form, forms, ref remaining);

        IReadOnlyList<string> types = schema.Type is { } type ? [type] : schema.Types;
        var isFraction = NumberFormats.IsFraction(form.Format);
        if (types.Count > 0)
            form = form with { IsInteger = types.Contains("integer"), IsNumber = types.Contains("number"), IsString = types.Contains("string") };
        // Without a type, only a format and a pattern together say that it is a number.
        else if (schema.IsAtMostNullable() && NumberFormats.Contains(form.Format) && form.Texts != PatternTexts.Others)
            form = form with { IsInteger = !isFraction, IsNumber = isFraction, IsString = true };
        else
            return false;

        forms.Add(form);
        return types.All(t => t is "integer" or "number" or "string");
    }

    private static bool CollectAlternatives(SchemaNode schema, NumberForm form, List<NumberForm> forms, ref int remaining)
    {
        if (schema.Type is not null || schema.Types.Count > 0 || (schema.OneOf.Count > 0 && schema.AnyOf.Count > 0))
            return false;
        foreach (var alternative in schema.Alternatives.Where(a => !a.IsOnlyNull).Select(a => a.Actual))
        {
            if (IsNamedLiterals(alternative))
                forms.Add(form with { IsNamed = true });
            else if (alternative.Enum is not null || !Collect(alternative, form, forms, ref remaining))
                return false;
        }
        return true;
    }

    private static NumberSpelling? Combine(SchemaNode schema, List<NumberForm> forms)
    {
        var isString = forms.Any(f => f.IsString);
        var isNamed = forms.Any(f => f.IsNamed);
        if (!(isString || isNamed) || !forms.Any(f => f.IsInteger || f.IsNumber) || forms.Any(f => f.IsString && !f.HasNumbersOnly))
            return null;

        // Alternatives of two formats are two types.
        var formats = forms.Where(f => NumberFormats.Contains(f.Format)).GroupBy(f => f.Format).ToList();
        if (formats.Count > 1)
            return null;

        var format = formats.FirstOrDefault()?.First();
        var isNumber = forms.Any(f => f.IsNumber)
            || (format is null ? forms.Any(f => f.IsString && f.Texts == PatternTexts.Numbers) : NumberFormats.IsBinaryFraction(format.Format) && !format.IsInteger);
        if (isNamed && !(isNumber && (format is null || NumberFormats.IsBinaryFraction(format.Format))))
            return null;

        var source = format?.FormatSource ?? forms.Select(f => f.FormatSource).FirstOrDefault(f => f is not null) ?? schema;
        return new(isNumber ? "number" : "integer", source, isString, isNamed);
    }

    private static bool IsNamedLiterals(SchemaNode schema) => schema.Type is null or "string" && schema.Enum is { Items: { Count: > 0 } values }
        && values.All(v => v is SpecScalar { Kind: ScalarKind.String } text && NamedLiterals.Contains(text.Text));

    /// <summary>One of the alternatives, with what the schemas around it say of it.</summary>
    private sealed record NumberForm(SchemaNode? FormatSource, PatternTexts Texts)
    {
        public static NumberForm None { get; } = new(null, PatternTexts.Others);

        public bool IsInteger { get; init; }

        public bool IsNumber { get; init; }

        public bool IsString { get; init; }

        public bool IsNamed { get; init; }

        public string? Format => FormatSource?.Format;

        /// <summary>Whether its strings are numbers, by the format or the pattern.</summary>
        public bool HasNumbersOnly => Format != IntOrString && (NumberFormats.Contains(Format) || Texts != PatternTexts.Others);

        // All patterns have to match, so the narrowest counts.
        public NumberForm With(SchemaNode schema)
        {
            var own = NumberPattern.Of(schema["pattern"].AsText());
            var texts = (own, Texts) switch
            {
                (PatternTexts.Integers, _) or (_, PatternTexts.Integers) => PatternTexts.Integers,
                (PatternTexts.Numbers, _) or (_, PatternTexts.Numbers) => PatternTexts.Numbers,
                _ => PatternTexts.Others,
            };
            return new(schema.Format is null ? FormatSource : schema, texts);
        }
    }
}
