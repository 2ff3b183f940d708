using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Reading;
using NJsonSchema;

namespace Kiln.Generator.Api;

/// <summary>Reads a schema that is one of several, and decides once how these are told apart.</summary>
internal sealed class UnionReader(SpecDocument spec, SchemaReader schemas, List<DiagnosticInfo> diagnostics)
{
    private readonly CaseShapes facts = new(spec.Root);

    /// <summary>Reads the <c>oneOf</c> or <c>anyOf</c> of a schema that has nothing else.</summary>
    public SchemaUse Read(JsonSchema schema, string pointer, bool isNullable)
    {
        if (schema.OneOf.Count + schema.AnyOf.Count is > ReadingLimits.UnionCases and var count)
        {
            diagnostics.Add(new(SpecRules.TooManyUnionCases, spec.PlaceOf(pointer), $"{count}", $"{ReadingLimits.UnionCases}"));
            return new(new AnySchema(), isNullable || schema.OneOf.Concat(schema.AnyOf).Any(SchemaFacts.IsNull));
        }

        var cases = new List<Case>();
        AddCases(schema, pointer, pointer, cases, ref isNullable, depth: 0);
        return Read(cases, Discriminator.Of(spec.Root, pointer), isNullable);
    }

    /// <summary>Reads a field that several shapes of an object have.</summary>
    public SchemaUse Read(IReadOnlyList<ObjectPart> parts)
    {
        var cases = parts.Select(p => new Case(p.Pointer, schemas.Read(p.Schema, p.Pointer), facts.Of(0, p.Pointer))).ToList();
        return Read(cases, null, isNullable: false);
    }

    private SchemaUse Read(List<Case> cases, Discriminator? discriminator, bool isNullable)
    {
        isNullable |= cases.Any(c => c.Use.IsNullable);
        cases = [.. cases.GroupBy(c => c.Use.Schema).Select(g => g.First())];
        cases = ScalarCases.Merge(cases);
        if (cases.All(c => c.Use.Schema is AnySchema || c.Shapes.All(s => s.Type.Length == 0)))
            return new(new AnySchema(), isNullable);
        if (cases.Count == 1)
            return new(cases[0].Use.Schema, isNullable);

        var decider = new UnionDecider(spec.Root, facts);
        var rule = decider.Decide([.. cases.SelectMany((c, i) => c.Shapes.Select(s => s with { Case = i }))], discriminator);
        foreach (var (first, second) in decider.Ambiguous.Distinct())
            diagnostics.Add(new(ApiRules.AmbiguousUnion, spec.PlaceOf(cases[second].Pointer), NameOf(cases[first]), NameOf(cases[second])));
        if (decider.Optional.Count > 0)
        {
            var keys = string.Join(", ", decider.Optional.Take(5).Select(k => $"'{k}'"));
            diagnostics.Add(new(ApiRules.UnionByOptionalProperties, spec.PlaceOf(cases[0].Pointer), keys));
        }
        return new(new UnionSchema(cases.Select(c => new UnionCase(c.Use.Schema, HintOf(c))).ToEquatableArray(), rule), isNullable);
    }

    // A choice without a name of its own that is a case of another adds nothing but its cases.
    private void AddCases(JsonSchema schema, string pointer, string whole, List<Case> cases, ref bool isNullable, int depth)
    {
        var (keyword, parts) = schema.OneOf.Count > 0 ? ("oneOf", schema.OneOf) : ("anyOf", schema.AnyOf);
        isNullable |= SchemaFacts.IsNullable(schema);
        var index = 0;
        foreach (var part in parts)
        {
            var at = $"{pointer}/{keyword}/{index++}";
            // A choice between itself and others is one between the others.
            if (SchemaFacts.IsNull(part) || SpecReferences.Follow(spec.Root, at) == whole)
                continue;
            if (depth < 20 && IsInlineUnion(part, at))
                AddCases(part, at, whole, cases, ref isNullable, depth + 1);
            else
                cases.Add(new(at, schemas.Read(part, at), facts.Of(0, at)));
        }
    }

    private bool IsInlineUnion(JsonSchema schema, string pointer) =>
        SpecReferences.TargetOf(spec.Root, pointer) is null
        && schema.OneOf.Count + schema.AnyOf.Count > 0 && schema.AllOf.Count == 0 && schema.Properties.Count == 0
        && Discriminator.Of(spec.Root, pointer) is null;

    private string NameOf(Case @case) => SpecReferences.TargetOf(spec.Root, @case.Pointer) is { } target
        ? SchemaNames.Of(target)
        : HintOf(@case) ?? @case.Pointer.Substring(@case.Pointer.LastIndexOf('/') + 1);

    // An object without a name is best called by the constant that tells it.
    private string? HintOf(Case @case)
    {
        if (SpecReferences.TargetOf(spec.Root, @case.Pointer) is not null)
            return null;
        if (SchemaFacts.Text(spec.Root, @case.Pointer + "/title") is { Length: > 0 and < 60 } title)
            return title;

        return @case.Shapes is [{ Kind: JsonKind.Object, Fields: var fields }]
            ? fields.Names.Select(n => facts.Constants(fields, n)).FirstOrDefault(v => v is [{ Length: > 0 and < 60 }])?[0]
            : null;
    }

    /// <summary>One of the shapes, while it is read.</summary>
    internal sealed record Case(string Pointer, SchemaUse Use, IReadOnlyList<CaseShape> Shapes);
}
