using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Numbers;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Reading;

namespace Kiln.Generator.Api.Unions;

/// <summary>Reads unions, and decides once how their cases are distinguished.</summary>
internal sealed class UnionReader(
    DocumentNodes document, UnionCaseFactsReader facts, InheritanceResolver inheritances, ConstantCases constants, ReadSchema read, List<DiagnosticInfo> diagnostics)
{
    private const int MaxNested = 20;

    private readonly UnionCaseHints hints = new(facts);

    /// <summary>Reads a schema that has a <c>oneOf</c> or <c>anyOf</c> and no properties.</summary>
    public SchemaUse Read(SchemaNode schema, bool isNullable)
    {
        if (schema.OneOf.Count + schema.AnyOf.Count is > ReadingLimits.UnionCases and var count)
        {
            diagnostics.Add(new(SpecRules.TooManyUnionCases, schema.Location, $"{count}", $"{ReadingLimits.UnionCases}"));
            return new(new AnySchema(), isNullable || schema.OneOf.Concat(schema.AnyOf).Any(a => a.IsOnlyNull));
        }

        var cases = new List<UnionCandidate>();
        AddCases(schema, schema, cases, ref isNullable, depth: 0);
        return Read(constants.Merge(cases, schema), Discriminator.Read(schema, document), schema.Required, isNullable);
    }

    /// <summary>Reads a property that several alternatives of an object declare.</summary>
    public SchemaUse Read(IEnumerable<SchemaNode> declarations) =>
        Read([.. declarations.Select(schema => new UnionCandidate(schema, read(schema), facts.Read(0, schema)))], null, [], isNullable: false);

    private SchemaUse Read(List<UnionCandidate> cases, Discriminator? discriminator, IReadOnlyList<string> required, bool isNullable)
    {
        isNullable |= cases.Any(c => c.Use.IsNullable);
        cases = [.. cases.GroupBy(c => SchemaNaming.Without(c.Use.Schema) with { Title = null }).Select(g => g.First())];
        cases = MixedScalarCases.Merge(ScalarCases.Merge(cases));
        if (cases.All(c => c.Use.Schema is AnySchema || c.Forms.All(f => f.Type.Length == 0)))
            return new(new AnySchema(), isNullable);
        if (cases.Count == 1)
            return new(cases[0].Use.Schema, isNullable);

        if (UnionBase.Of(cases, discriminator, inheritances, document) is { } @base)
            return new(new ReferenceSchema(@base.Pointer), isNullable);

        var caseDiscriminator = discriminator is null ? null : new CaseDiscriminator(discriminator, document, facts, inheritances);
        var planner = new UnionDiscriminatorPlanner(document, facts, inheritances) { AreOneType = (one, other) => OneType.Have(cases[one].Schema, cases[other].Schema) };
        var rule = planner.Plan([.. cases.SelectMany((c, i) => c.Forms.Select(f => f with { Case = i }))], caseDiscriminator);
        Check(caseDiscriminator, [.. cases.SelectMany(c => c.Forms).Where(f => f.Kind == JsonKind.Object)]);
        foreach (var (first, second) in planner.Ambiguous.Distinct())
            diagnostics.Add(new(ApiRules.AmbiguousUnion, cases[second].Schema.Location, UnionCaseNames.Of(cases, first, hints.Of), UnionCaseNames.Of(cases, second, hints.Of)));
        if (planner.Optional.Count > 0)
        {
            var keys = string.Join(", ", planner.Optional.Take(5).Select(k => $"'{k}'"));
            diagnostics.Add(new(ApiRules.UnionByOptionalProperties, cases[0].Schema.Location, keys));
        }
        var identities = new CaseIdentities(caseDiscriminator, required, facts);
        var read = cases.Select(c => new UnionCase(c.Use.Schema, hints.Of(c, cases)) { Identity = identities.Of(c) });
        return new(new UnionSchema(read.ToEquatableArray(), rule) { Discriminator = discriminator?.WireName }, isNullable);
    }

    private void Check(CaseDiscriminator? discriminator, IReadOnlyList<UnionCaseFacts> forms)
    {
        if (discriminator is null)
            return;
        var (name, location) = (discriminator.Discriminator.WireName, discriminator.Discriminator.Location);
        if (forms.Count > 0 && !forms.Any(discriminator.IsDeclaredIn))
            diagnostics.Add(new(ApiRules.UndeclaredDiscriminator, location, name));
        if (discriminator.Discriminator.Default is { } other && !forms.Any(f => f.Path.Contains(other)))
            diagnostics.Add(new(ApiRules.DefaultMappingNotUsed, location, SchemaNames.Of(other.Pointer)));
    }

    // A union without a name of its own that is a case of another adds nothing but its cases.
    private void AddCases(SchemaNode schema, SchemaNode whole, List<UnionCandidate> cases, ref bool isNullable, int depth)
    {
        isNullable |= schema.AllowsNull;
        foreach (var alternative in schema.Alternatives)
        {
            // An alternative that is the union itself adds no case.
            if (alternative.IsOnlyNull || alternative.Unwrapped() == whole)
                continue;
            if (depth < MaxNested && IsInlineUnion(alternative))
                AddCases(alternative, whole, cases, ref isNullable, depth + 1);
            else
                cases.Add(new(alternative, read(alternative), facts.Read(0, alternative)));
        }
    }

    private bool IsInlineUnion(SchemaNode schema) =>
        !schema.IsReference && schema.Alternatives.Count > 0 && schema.AllOf.Count == 0 && schema.Properties.Count == 0
        && Discriminator.Read(schema, document) is null && NumberSpelling.Of(schema) is null;
}
