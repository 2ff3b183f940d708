using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>Compares the properties of objects, wherever a subschema of <c>allOf</c> declares them, and which of them are required.</summary>
internal static class Properties
{
    private static readonly RemainderKeyword AdditionalProperties = new(
        "additionalProperties", "additionalProperties", Aspects.AdditionalProperties, Aspects.UnevaluatedProperties, Specs.Normalization.Steps.Schemas.UnevaluatedKeywords.PropertiesKey, "{}");

    public static void Compare(PairComparison pair)
    {
        List<string> removed = [.. pair.Old.Properties.Names.Where(name => !pair.Current.Properties.Has(name) && pair.Old.Properties[name].Any(d => !pair.IsOldExplained(d.Member)))];
        List<string> added = [.. pair.Current.Properties.Names.Where(name => !pair.Old.Properties.Has(name) && pair.Current.Properties[name].Any(d => !pair.IsNewExplained(d.Member)))];
        foreach (var (old, current) in PropertyRenames.Find(pair, removed, added))
        {
            removed.Remove(old);
            added.Remove(current);
            Add(pair, Aspects.Property, ChangeAction.Renamed, old, current, Traits(pair.Current, current));
            CompareBoth(pair, old, current);
        }
        foreach (var name in removed)
            Add(pair, Aspects.Property, ChangeAction.Removed, name, null, Traits(pair.Old, name));
        foreach (var name in added)
            Add(pair, Aspects.Property, ChangeAction.Added, null, name, Traits(pair.Current, name));
        foreach (var name in pair.Old.Properties.Names.Where(pair.Current.Properties.Has))
            CompareBoth(pair, name, name);
        CompareRequired(pair);
        Remainder.Compare(pair, AdditionalProperties);
    }

    private static void CompareBoth(PairComparison pair, string oldName, string newName)
    {
        var (old, current) = (pair.Old.Properties[oldName], pair.Current.Properties[newName]);
        List<PropertyDeclaration> ownOld = [.. old.Where(d => !pair.IsOldExplained(d.Member))], ownNew = [.. current.Where(d => !pair.IsNewExplained(d.Member))];
        if (ownOld.Count == 0 && ownNew.Count == 0)
            return;
        // What a shared subschema declares beside them is compared with that subschema.
        if (ownOld.Count > 0 && ownNew.Count > 0)
            (old, current) = (ownOld, ownNew);

        var (oldFacts, newFacts) = (Facts(pair.Old, old), Facts(pair.Current, current));
        var position = PairPosition.Inside
            | (newFacts.IsTrue("readOnly") ? PairPosition.ReadOnly : PairPosition.Inside)
            | (newFacts.IsTrue("writeOnly") ? PairPosition.WriteOnly : PairPosition.Inside);
        pair.Compare(oldFacts, newFacts, "." + newName, position, [Requiredness(pair.Current, newName)]);
    }

    private static void CompareRequired(PairComparison pair)
    {
        foreach (var name in pair.Old.Required.Keys.Union(pair.Current.Required.Keys, StringComparer.Ordinal))
        {
            var (was, isRequired) = (pair.Old.Required.ContainsKey(name), pair.Current.Required.ContainsKey(name));
            if (was == isRequired || pair.Old.Properties.Has(name) != pair.Current.Properties.Has(name))
                continue;
            if (was ? pair.Old.Required[name].All(pair.IsOldExplained) : pair.Current.Required[name].All(pair.IsNewExplained))
                continue;
            string[] traits = [.. Traits(pair.Current, name).Where(t => t is not (Comparison.Traits.Required or Comparison.Traits.Optional))];
            Add(pair, Aspects.Required, isRequired ? ChangeAction.Added : ChangeAction.Removed, name, name, traits);
        }
    }

    private static void Add(PairComparison pair, string aspect, ChangeAction action, string? oldName, string? newName, IReadOnlyList<string> traits)
    {
        var old = oldName is null ? null : pair.Old.Properties[oldName].FirstOrDefault();
        var current = newName is null ? null : pair.Current.Properties[newName].FirstOrDefault();
        var isExistence = aspect == Aspects.Property;
        pair.Pair.Add(new SchemaDifference(aspect, action, pair.Pair.Subject.With("." + (newName ?? oldName)).Text)
        {
            IsInside = true,
            Old = oldName is null ? null : LocationOf(pair.Old, oldName, old),
            New = newName is null ? null : LocationOf(pair.Current, newName, current),
            OldPointer = oldName is null ? null : old?.Schema.Pointer ?? pair.Old.Schema.Pointer,
            NewPointer = newName is null ? null : current?.Schema.Pointer ?? pair.Current.Schema.Pointer,
            OldValue = isExistence ? oldName : null,
            NewValue = isExistence ? newName : null,
            Traits = traits,
        });
    }

    private static SourceLocation LocationOf(SchemaFacts facts, string name, PropertyDeclaration? declaration) => declaration?.Location
        ?? facts.Members.Select(m => m.Schema["required"]).OfType<SpecList>().SelectMany(l => l.Items).FirstOrDefault(i => i.AsText() == name)?.Location ?? facts.Schema.Location;

    private static string[] Traits(SchemaFacts owner, string name)
    {
        if (!owner.Properties.Has(name))
            return [Requiredness(owner, name)];
        var facts = Facts(owner, owner.Properties[name]);
        var traits = new List<string> { Requiredness(owner, name) };
        if (facts.IsTrue("readOnly"))
            traits.Add(Comparison.Traits.ReadOnly);
        if (facts.IsTrue("writeOnly"))
            traits.Add(Comparison.Traits.WriteOnly);
        if (facts.Find("default") is not null)
            traits.Add(Comparison.Traits.HasDefault);
        if (facts.IsTrue("deprecated"))
            traits.Add(Comparison.Traits.Deprecated);
        return [.. traits];
    }

    private static string Requiredness(SchemaFacts owner, string name) => owner.Required.ContainsKey(name) ? Comparison.Traits.Required : Comparison.Traits.Optional;

    private static SchemaFacts Facts(SchemaFacts owner, IReadOnlyList<PropertyDeclaration> declarations) => owner.Source.Of([.. declarations.Select(d => d.Schema)]);
}
