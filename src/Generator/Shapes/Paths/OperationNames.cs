using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Paths;

/// <summary>
/// Names the operations of an SDK: each after its id, if it has one that no other operation has, else after as much of its path as distinguishes it. All are
/// named together, so that no name depends on the order of the paths.
/// </summary>
internal sealed class OperationNames
{
    private const string ItemWord = "Item";

    private readonly Dictionary<(string Path, string Method), OperationName> names = [];

    private OperationNames()
    {
    }

    /// <summary>What the operations of the client itself are named after: its name without its ending.</summary>
    public static string SubjectOf(TypeName client) =>
        client.Name.EndsWith("Client", StringComparison.Ordinal) && client.Name.Length > 6 ? client.Name.Substring(0, client.Name.Length - 6) : client.Name;

    public static OperationNames Of(PathNode root, string subject)
    {
        var all = new List<Candidates>();
        Add(root, [], subject, all);
        Choose(all);

        var result = new OperationNames();
        foreach (var each in all)
            result.names[(each.Operation.Path, each.Operation.Method)] = each.Name();
        return result;
    }

    public OperationName this[Operation operation] => names[(operation.Path, operation.Method)];

    private static void Add(PathNode node, IReadOnlyList<PathWord> words, string subject, List<Candidates> all)
    {
        all.AddRange(node.Operations.Select(o => new Candidates(o, [.. OperationId.NamesOf(o)], PathNames(words, subject))));
        foreach (var child in node.Children)
            Add(child, [.. words, PathWord.Of(child)], subject, all);
    }

    // An operation whose name another one has as well takes its next one, until there are no more. All of a round move together, so that their order does not matter.
    private static void Choose(List<Candidates> all)
    {
        var byName = new Dictionary<string, List<Candidates>>(StringComparer.OrdinalIgnoreCase);
        for (var moved = all; moved.Count > 0;)
        {
            foreach (var one in moved)
            {
                if (!byName.TryGetValue(one.Current, out var alike))
                    byName.Add(one.Current, alike = []);
                alike.Add(one);
            }
            var shared = moved.Select(c => byName[c.Current]).Distinct().Where(alike => alike.Count > 1).ToList();
            moved = [.. shared.SelectMany(alike => alike).Where(c => c.HasNext)];
            shared.ForEach(alike => alike.RemoveAll(c => c.HasNext));
            moved.ForEach(c => c.MoveNext());
        }
    }

    // Comments, GistsComments, GistsItemComments, GistsByIdComments
    private static string[] PathNames(IReadOnlyList<PathWord> words, string subject)
    {
        const int MostWords = 5;
        var start = words.Count;
        while (start > 0 && words[start - 1].IsItem)
            start--;
        var end = string.Concat(Enumerable.Repeat(ItemWord, words.Count - start));
        var literals = words.Take(start).Where(w => !w.IsItem).Select(w => w.Text).ToList();
        var names = new List<string>();
        for (var count = Math.Min(1, literals.Count); count <= Math.Min(MostWords, literals.Count); count++)
            names.Add((count == 0 ? subject : literals.Skip(literals.Count - count).Aggregate(ContextualNames.With)) + end);
        var last = words.Skip(Math.Max(0, words.Count - 2 * MostWords)).ToList();
        names.Add(last.Count == 0 ? subject : string.Concat(last.Select(w => w.IsItem ? ItemWord : w.Text)));
        names.Add(last.Count == 0 ? subject : string.Concat(last.Select(w => w.Text)));
        return [.. names.Distinct()];
    }

    /// <summary>A word of a path; for a parameter it begins with <c>By</c>.</summary>
    private sealed record PathWord(string Text, bool IsItem)
    {
        public static PathWord Of(PathNode node) => (node.Segment!, Identifiers.Chosen(node.NameOverride)) switch
        {
            (_, { } chosen) => new(chosen, IsItem: false),
            ({ IsItem: true } segment, _) => new("By" + Identifiers.Pascal(segment.Parameters[0]), IsItem: true),
            var (segment, _) => new(Identifiers.Pascal(segment.Text), IsItem: false),
        };
    }

    /// <summary>The names that an operation could have, the best first.</summary>
    private sealed class Candidates(Operation operation, string[] ids, string[] paths)
    {
        // A path is named for GET, and with the method for all others.
        private readonly string method = operation is { Method: "GET", NameOverride: null } ? "" : VerbOf(operation);
        private int index;

        public Operation Operation => operation;

        public string Current => index < ids.Length ? ids[index] : paths[index - ids.Length] + method;

        public bool HasNext => index + 1 < ids.Length + paths.Length;

        public void MoveNext() => index++;

        public OperationName Name() => index < ids.Length
            ? new(Current, Current, Current, Current)
            : new(Current, paths[index - ids.Length], paths[0] + method, VerbOf(operation) + paths[index - ids.Length]);

        private static string VerbOf(Operation operation) => Identifiers.Pascal(operation.Method.ToLowerInvariant(), operation.NameOverride);
    }
}
