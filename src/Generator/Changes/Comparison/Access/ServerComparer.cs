using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Contents;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Access;

/// <summary>Compares the servers of documents and operations.</summary>
internal sealed class ServerComparer(ComparisonContext context)
{
    private const string Servers = "servers";
    private const string Variables = "variables";

    /// <summary>Compares the servers of two documents.</summary>
    public void CompareDefaults(ComparedObject document) => Compare(document, Read(document.Old), Read(document.Current));

    /// <summary>Compares the servers of two operations, which replace those of the document. Where neither has its own, what changed is that of the document.</summary>
    public void Compare(ComparedObject operation, OperationEntry old, OperationEntry current)
    {
        var (from, to) = (OwnerOf(old), OwnerOf(current));
        if (from is null && to is null)
            return;
        var isOfPath = from?.Pointer == old.Item.Pointer && to?.Pointer == current.Item.Pointer;
        var owner = operation with { Old = from ?? operation.Old, Current = to ?? operation.Current, Subject = isOfPath ? current.Path : operation.Subject };
        Compare(owner, Read(from ?? context.OldNodes.Root), Read(to ?? context.CurrentNodes.Root));
    }

    private static PointedNode? OwnerOf(OperationEntry operation) =>
        new[] { operation.Node, operation.Item }.Where(n => n[Servers] is SpecList { Items.Count: > 0 }).Select(n => (PointedNode?)n).FirstOrDefault();

    private void Compare(ComparedObject owner, IReadOnlyList<ServerEntry> old, IReadOnlyList<ServerEntry> current)
    {
        var pairs = KeyedPairs<ServerEntry>.Of(old, current, s => s.Key).MatchBy(s => PathTemplate.WithoutNames(s.Key), out var renamed);
        pairs = pairs.Match((o, c) => pairs is { Removed.Count: 1, Added.Count: 1 } || (o.Title is not null && o.Title == c.Title), out var changed);

        foreach (var (from, to) in changed)
            context.Add((owner with { OldAt = from.At, CurrentAt = to.At }).Differs(Aspects.Server, ChangeAction.Changed, from.Url, to.Url));
        foreach (var removed in pairs.Removed)
            context.Add((owner.At(Servers) with { OldAt = removed.At }).Differs(Aspects.Server, ChangeAction.Removed, removed.Url, null));
        foreach (var added in pairs.Added)
            context.Add((owner.At(Servers) with { CurrentAt = added.At }).Differs(Aspects.Server, ChangeAction.Added, null, added.Url));

        // The first server is where requests go unless another one is chosen.
        if (old.Count > 0 && current.Count > 0 && pairs.Both.Any(p => p.Old == old[0]) && pairs.Both.Any(p => p.Current == current[0]) && old[0].Key != current[0].Key)
            context.Add((owner with { OldAt = old[0].At, CurrentAt = current[0].At }).Differs(Aspects.DefaultServer, ChangeAction.Changed, old[0].Url, current[0].Url));

        foreach (var (from, to) in pairs.Both.Concat(renamed).Concat(changed))
            CompareVariables(owner with { Subject = $"{owner.Subject} {to.Url}".Trim(), OldAt = from.At, CurrentAt = to.At }, from, to);
    }

    private void CompareVariables(ComparedObject server, ServerEntry old, ServerEntry current)
    {
        var renames = RenamesOf(old.Key, current.Key);
        var pairs = KeyedPairs<(string Name, PointedNode Node)>.Of(old.At.Entries(Variables), current.At.Entries(Variables), v => v.Name)
            .Match((o, c) => renames.TryGetValue(o.Name, out var name) && name == c.Name, out var renamed);
        foreach (var (name, node) in pairs.Removed)
            context.Add((server with { OldAt = node }).Differs(Aspects.ServerVariable, ChangeAction.Removed, name, null));
        foreach (var (name, node) in pairs.Added)
            context.Add((server with { CurrentAt = node }).Differs(Aspects.ServerVariable, ChangeAction.Added, null, name));
        foreach (var (from, to) in renamed)
            context.Add((server with { OldAt = from.Node, CurrentAt = to.Node }).Differs(Aspects.ServerVariable, ChangeAction.Renamed, from.Name, to.Name));
        foreach (var (from, to) in pairs.Both.Concat(renamed))
        {
            var variable = server with { Subject = $"{server.Subject} {to.Name}", OldAt = from.Node, CurrentAt = to.Node };
            context.Add(variable.Compared(Aspects.ServerVariableDefault, from.Node["default"].AsText(), to.Node["default"].AsText()));
            CompareValues(variable, from.Node["enum"].Texts(), to.Node["enum"].Texts());
        }
    }

    // In URLs that are equal otherwise, the variables of one position are one.
    private static Dictionary<string, string> RenamesOf(string old, string current) => PathTemplate.WithoutNames(old) != PathTemplate.WithoutNames(current)
        ? []
        : PathTemplate.Variables(old).Zip(PathTemplate.Variables(current), (from, to) => (From: from, To: to)).GroupBy(v => v.From, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().To, StringComparer.Ordinal);

    private void CompareValues(ComparedObject variable, IReadOnlyList<string> old, IReadOnlyList<string> current)
    {
        foreach (var removed in old.Except(current, StringComparer.Ordinal))
            context.Add(variable.Differs(Aspects.ServerVariableValue, ChangeAction.Removed, removed, null));
        foreach (var added in current.Except(old, StringComparer.Ordinal))
            context.Add(variable.Differs(Aspects.ServerVariableValue, ChangeAction.Added, null, added));
    }

    // A document without servers has one with the URL "/" (OpenAPI 3.1.1, "OpenAPI Object").
    private static IReadOnlyList<ServerEntry> Read(PointedNode? owner)
    {
        var servers = (owner?.Items(Servers) ?? []).Select(ServerEntry.Of).ToList();
        return servers is [{ Key: "" }] ? [] : servers;
    }

    private sealed record ServerEntry(string Url, string Key, string? Title, PointedNode At)
    {
        public static ServerEntry Of(PointedNode node)
        {
            var url = node["url"].AsText() ?? "";
            return new(url, url.TrimEnd('/'), node["name"].AsText() ?? node["description"].AsText(), node);
        }
    }
}
