using Kiln.Generator.Api.Access;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Contents;
using Kiln.Generator.Changes.Comparison.Lifecycles;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Access;

/// <summary>Compares the security schemes of two documents.</summary>
internal static class SecuritySchemeComparer
{
    private static readonly (string Key, string Aspect)[] FlowUrls =
    [
        ("authorizationUrl", Aspects.OAuthUrl),
        ("tokenUrl", Aspects.TokenUrl),
        ("refreshUrl", Aspects.RefreshUrl),
        ("deviceAuthorizationUrl", Aspects.DeviceAuthorizationUrl),
    ];

    /// <summary>Compares the schemes.</summary>
    /// <returns>The new names of those that were renamed, by their old ones.</returns>
    public static IReadOnlyDictionary<string, string> Compare(ComparisonContext context)
    {
        var pairs = KeyedPairs<SchemeEntry>.Of(Read(context.OldNodes), Read(context.CurrentNodes), s => s.Name)
            .MatchBy(s => CanonicalText.Of(s.Node.Node), out var renamed);

        foreach (var (from, to) in renamed)
            context.Add(Named(from, to).Differs(Aspects.SecurityComponent, ChangeAction.Renamed, from.Name, to.Name));
        foreach (var removed in pairs.Removed)
            context.Add(Named(removed, null).Differs(Aspects.SecurityComponent, ChangeAction.Removed, removed.Name, null));
        foreach (var added in pairs.Added)
            context.Add(Named(null, added).Differs(Aspects.SecurityComponent, ChangeAction.Added, null, added.Name));
        foreach (var (from, to) in pairs.Both)
            Compare(context, Named(from, to), from.Node, to.Node);
        return renamed.ToDictionary(r => r.Old.Name, r => r.Current.Name, StringComparer.Ordinal);
    }

    private static void Compare(ComparisonContext context, ComparedObject scheme, PointedNode old, PointedNode current)
    {
        var (oldType, newType) = (old["type"].AsText(), current["type"].AsText());
        LifecycleComparer.Compare(context, scheme);
        TextComparer.Compare(context, scheme);
        if (oldType != newType)
        {
            Add(context, scheme.At("type").Compared(Aspects.SecurityComponentType, oldType, newType));
            return;
        }

        Add(context, scheme.At("name").Compared(Aspects.ApiKeyParameter, KeyOf(old), KeyOf(current)));
        Add(context, scheme.At(SecuritySchemeReader.TokenPrefix).Compared(Aspects.TokenPrefix, old[SecuritySchemeReader.TokenPrefix].AsText(), current[SecuritySchemeReader.TokenPrefix].AsText()));
        Add(context, scheme.At("scheme").Compared(Aspects.HttpScheme, old["scheme"].AsText()?.ToLowerInvariant(), current["scheme"].AsText()?.ToLowerInvariant()));
        Add(context, scheme.At("openIdConnectUrl").Compared(Aspects.OpenIdUrl, old["openIdConnectUrl"].AsText(), current["openIdConnectUrl"].AsText()));
        CompareFlows(context, scheme, old, current);
    }

    private static void CompareFlows(ComparisonContext context, ComparedObject scheme, PointedNode old, PointedNode current)
    {
        var pairs = KeyedPairs<SchemeEntry>.Of(Flows(old), Flows(current), f => f.Name);
        foreach (var removed in pairs.Removed)
            context.Add((scheme with { OldAt = removed.Node }).Differs(Aspects.OAuthFlow, ChangeAction.Removed, removed.Name, null));
        foreach (var added in pairs.Added)
            context.Add((scheme with { CurrentAt = added.Node }).Differs(Aspects.OAuthFlow, ChangeAction.Added, null, added.Name));
        foreach (var (from, to) in pairs.Both)
        {
            var flow = scheme with { Subject = $"{scheme.Subject} {to.Name}" };
            foreach (var (key, aspect) in FlowUrls)
                Add(context, (flow with { OldAt = from.Node.Child(key) ?? from.Node, CurrentAt = to.Node.Child(key) ?? to.Node }).Compared(aspect, from.Node[key].AsText(), to.Node[key].AsText()));
            CompareScopes(context, flow, from.Node, to.Node);
        }
    }

    // Of a scope that both have, its description is what changed.
    private static void CompareScopes(ComparisonContext context, ComparedObject flow, PointedNode old, PointedNode current)
    {
        var pairs = KeyedPairs<SchemeEntry>.Of(Scopes(old), Scopes(current), s => s.Name);
        foreach (var removed in pairs.Removed)
            context.Add((flow with { OldAt = removed.Node, CurrentAt = current }).Differs(Aspects.OAuthScope, ChangeAction.Removed, removed.Name, null));
        foreach (var added in pairs.Added)
            context.Add((flow with { OldAt = old, CurrentAt = added.Node }).Differs(Aspects.OAuthScope, ChangeAction.Added, null, added.Name));
        foreach (var (from, to) in pairs.Both)
        {
            var scope = flow with { Subject = $"{flow.Subject} {to.Name}", OldAt = from.Node, CurrentAt = to.Node };
            Add(context, scope.Compared(Aspects.OAuthScope, from.Node.Node.AsText(), to.Node.Node.AsText()));
        }
    }

    private static string? KeyOf(PointedNode scheme) => scheme["type"].AsText() == "apiKey" ? $"{scheme["in"].AsText()} {scheme["name"].AsText()}" : null;

    private static IEnumerable<SchemeEntry> Read(DocumentNodes nodes) =>
        (nodes.Root.Child("components")?.Entries("securitySchemes") ?? []).Select(e => new SchemeEntry(e.Key, nodes.Follow(e.Node)));

    private static IEnumerable<SchemeEntry> Flows(PointedNode scheme) => scheme.Entries("flows").Where(e => e.Node.Node is SpecMap).Select(e => new SchemeEntry(e.Key, e.Node));

    private static IEnumerable<SchemeEntry> Scopes(PointedNode flow) => flow.Entries("scopes").Select(e => new SchemeEntry(e.Key, e.Node));

    private static ComparedObject Named(SchemeEntry? old, SchemeEntry? current) => new(old?.Node, current?.Node, $"securitySchemes/{(current ?? old)!.Name}", "");

    private static void Add(ComparisonContext context, Difference? difference)
    {
        if (difference is not null)
            context.Add(difference);
    }

    /// <summary>A scheme, or a flow or scope of one, by its name.</summary>
    private sealed record SchemeEntry(string Name, PointedNode Node);
}
