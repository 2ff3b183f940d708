using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Shapes.Names;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.CSharp.Linking;

/// <summary>The names of one side by the pointers of what they are of.</summary>
internal sealed class SideNames
{
    private static readonly IReadOnlyList<NameUse> None = [];

    private readonly Dictionary<string, List<NameUse>> byPointer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NameUse>> byOwner = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameUse> byFullName = new(StringComparer.Ordinal);
    private readonly List<string> pointers;
    private readonly Lazy<Dictionary<string, List<string>>> references;

    public SideNames(SdkVersion side)
    {
        foreach (var use in side.Names)
        {
            Add(byOwner, use.Owner, use);
            if (!byFullName.ContainsKey(use.FullName))
                byFullName.Add(use.FullName, use);
            // What the document has in no place of its own cannot be found by one.
            if (use.Pointer is { Length: > 0 } pointer)
                Add(byPointer, pointer, use);
        }
        pointers = [.. byPointer.Keys];
        pointers.Sort(StringComparer.Ordinal);
        references = new(() => References(side.Spec.Root));
    }

    /// <summary>The names of what is at a pointer.</summary>
    public IReadOnlyList<NameUse> At(string pointer) => byPointer.TryGetValue(pointer, out var found) ? found : None;

    /// <summary>The names of the members of a type.</summary>
    public IReadOnlyList<NameUse> MembersOf(string type) => byOwner.TryGetValue(type, out var found) ? found : None;

    /// <summary>The name with a full name; <see langword="null"/> for what the document does not name.</summary>
    public NameUse? Named(string fullName) => byFullName.TryGetValue(fullName, out var found) ? found : null;

    /// <summary>The names of what is below a pointer.</summary>
    public IEnumerable<NameUse> Below(string pointer)
    {
        // Below the whole document is everything.
        if (pointer.Length == 0)
            yield break;
        var start = pointers.BinarySearch(pointer + "/", StringComparer.Ordinal);
        for (var i = start < 0 ? ~start : start; i < pointers.Count && pointers[i].StartsWith(pointer + "/", StringComparison.Ordinal); i++)
        {
            foreach (var use in byPointer[pointers[i]])
                yield return use;
        }
    }

    /// <summary>The names of the nearest of what is around a pointer.</summary>
    public IReadOnlyList<NameUse> Around(string pointer)
    {
        for (var end = pointer.LastIndexOf('/'); end > 0; end = pointer.LastIndexOf('/', end - 1))
        {
            if (byPointer.TryGetValue(pointer.Substring(0, end), out var found))
                return found;
        }
        return None;
    }

    /// <summary>The names of what refers to the component that a pointer is in, also through components that have no names.</summary>
    public IReadOnlyList<NameUse> Referring(string pointer)
    {
        var (found, seen, open) = (new List<NameUse>(), new HashSet<string>(StringComparer.Ordinal), new Queue<string>());
        open.Enqueue(ComponentOf(pointer));
        while (open.Count > 0)
        {
            var component = open.Dequeue();
            if (component.Length == 0 || !seen.Add(component) || !references.Value.TryGetValue(component, out var holders))
                continue;
            foreach (var holder in holders)
            {
                var names = At(holder) is { Count: > 0 } exact ? exact : Around(holder);
                found.AddRange(names);
                if (names.Count == 0)
                    open.Enqueue(ComponentOf(holder));
            }
        }
        return found;
    }

    /// <summary>The pointer of the component that a pointer is in; empty for none.</summary>
    /// <example><c>/components/schemas/Pet</c> for <c>/components/schemas/Pet/properties/name</c></example>
    public static string ComponentOf(string pointer)
    {
        var parts = pointer.Split('/');
        return parts.Length > 3 && parts[1] == "components" ? string.Join("/", parts.Take(4)) : "";
    }

    /// <summary>The pointer of the operation that a pointer is in; the pointer itself if it is in none.</summary>
    public static string OperationOf(string pointer)
    {
        var parts = pointer.Split('/');
        return parts.Length > 4 && parts[1] is "paths" or "webhooks" ? string.Join("/", parts.Take(4)) : pointer;
    }

    // The pointers of all objects with a $ref, by what they refer to.
    private static Dictionary<string, List<string>> References(SpecMap root)
    {
        var references = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var open = new Stack<(string Pointer, SpecNode Node)>();
        open.Push(("", root));
        while (open.Count > 0)
        {
            var (pointer, node) = open.Pop();
            if (node is SpecList list)
            {
                for (var i = 0; i < list.Items.Count; i++)
                    open.Push(($"{pointer}/{i}", list.Items[i]));
            }
            else if (node is SpecMap map)
            {
                if (map["$ref"] is SpecScalar { Text: var target } && target.StartsWith("#/", StringComparison.Ordinal))
                    Add(references, Uri.UnescapeDataString(target.Substring(1)), pointer);
                foreach (var entry in map.Entries)
                    open.Push(($"{pointer}/{JsonPointer.Escape(entry.Key)}", entry.Value));
            }
        }
        return references;
    }

    private static void Add<T>(Dictionary<string, List<T>> lists, string key, T item)
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        list.Add(item);
    }
}
