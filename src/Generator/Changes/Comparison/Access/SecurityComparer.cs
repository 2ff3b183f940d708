using Kiln.Generator.Changes.Comparison.Contents;

namespace Kiln.Generator.Changes.Comparison.Access;

/// <summary>Compares the credentials that documents and operations require.</summary>
/// <param name="context">The documents.</param>
/// <param name="renamedSchemes">The new names of schemes, by their old ones.</param>
internal sealed class SecurityComparer(ComparisonContext context, IReadOnlyDictionary<string, string> renamedSchemes)
{
    private static readonly Dictionary<string, string> Unchanged = [];

    private readonly SecurityAlternatives oldDefault = SecurityAlternatives.Of(context.OldNodes.Root, renamedSchemes) ?? new([]);
    private readonly SecurityAlternatives newDefault = SecurityAlternatives.Of(context.CurrentNodes.Root, Unchanged) ?? new([]);

    /// <summary>Compares what all operations require that do not say it themselves.</summary>
    public void CompareDefaults(ComparedObject document) => Compare(document, oldDefault, newDefault, Aspects.GlobalSecurity, Aspects.GlobalSecurityScope);

    /// <summary>Compares what two operations require. Where neither says it, what changed is that of the document.</summary>
    public void Compare(ComparedObject operation)
    {
        var (old, current) = (SecurityAlternatives.Of(operation.Old, renamedSchemes), SecurityAlternatives.Of(operation.Current, Unchanged));
        if (old is not null || current is not null)
            Compare(operation, old ?? oldDefault, current ?? newDefault, Aspects.Security, Aspects.SecurityScope);
    }

    private void Compare(ComparedObject owner, SecurityAlternatives old, SecurityAlternatives current, string aspect, string scopeAspect)
    {
        string[] traits = (old.AcceptsAnonymous, current.AcceptsAnonymous) switch
        {
            (true, false) => [Traits.AuthenticationRequired],
            (false, true) => [Traits.AuthenticationDropped],
            _ => [],
        };
        owner = owner.At("security");
        var pairs = KeyedPairs<SecurityAlternativeEntry>.Of(old.Items, current.Items, i => i.Key);
        foreach (var removed in pairs.Removed)
            context.Add((owner with { OldAt = removed.At }).Differs(aspect, ChangeAction.Removed, removed.Key, null, traits));
        foreach (var added in pairs.Added)
            context.Add((owner with { CurrentAt = added.At }).Differs(aspect, ChangeAction.Added, null, added.Key, traits));
        foreach (var (from, to) in pairs.Both)
        {
            foreach (var (before, after) in from.Schemes.Zip(to.Schemes, (b, a) => (b, a)))
                CompareScopes(owner with { Subject = $"{owner.Subject} {after.Name}".Trim(), OldAt = from.At, CurrentAt = to.At }, before.Scopes, after.Scopes, scopeAspect);
        }
    }

    private void CompareScopes(ComparedObject owner, IReadOnlyList<string> old, IReadOnlyList<string> current, string aspect)
    {
        foreach (var removed in old.Except(current, StringComparer.Ordinal))
            context.Add(owner.Differs(aspect, ChangeAction.Removed, removed, null));
        foreach (var added in current.Except(old, StringComparer.Ordinal))
            context.Add(owner.Differs(aspect, ChangeAction.Added, null, added));
    }
}
