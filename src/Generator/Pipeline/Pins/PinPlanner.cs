using Kiln.Generator.Shapes.Names;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Pipeline.Pins;

/// <summary>Decides where a document has to say the names of its SDK, so that they stay whatever is added to it or removed from it.</summary>
internal static class PinPlanner
{
    private static readonly Dictionary<NameExtension, string> Keys = new()
    {
        [NameExtension.Own] = NameOverrideKeys.Own[0],
        [NameExtension.Type] = NameOverrideKeys.Type,
        [NameExtension.Properties] = NameOverrideKeys.Properties,
        [NameExtension.Values] = NameOverrideKeys.EnumValues,
        [NameExtension.Operation] = NameOverrideKeys.Operation,
        [NameExtension.Query] = NameOverrideKeys.Query,
        [NameExtension.HeaderParameters] = NameOverrideKeys.HeaderParameters,
        [NameExtension.Result] = NameOverrideKeys.Result,
        [NameExtension.Parameters] = NameOverrideKeys.Parameters,
        [NameExtension.Headers] = NameOverrideKeys.Headers,
        [NameExtension.Exception] = NameOverrideKeys.Exception,
        [NameExtension.Paths] = NameOverrideKeys.Paths,
        [NameExtension.Prefix] = NameOverrideKeys.Prefix,
    };

    /// <summary>The pins, in the order of their targets.</summary>
    /// <param name="names">The names of the SDK.</param>
    /// <param name="written">The document as it is written, without the pins that there are already.</param>
    public static PinPlan Plan(SdkNames names, SpecMap written)
    {
        var targets = new SourceTargets(names.Spec.Root, written);
        var pins = new Dictionary<(string, string, string?), Pin>();
        var owners = new Dictionary<(string, string, string?), HashSet<string>>();
        var open = new List<NameUse>();

        // Two objects of the normal form can be one of the document, such as a schema of several types: the outer one has the name.
        var claimed = new Dictionary<(string, string, string?), string>();
        var pending = names.Names.Where(n => n.Places.Count > 0).OrderBy(n => n.Pointer?.Length ?? 0).Select(n => (Use: n, Place: 0)).ToList();
        while (pending.Count > 0)
        {
            // The best place first: one that several names share is only right if they are one name.
            var next = new List<(NameUse Use, int Place)>();
            foreach (var group in pending.GroupBy(p => p.Use.Places[p.Place]))
            {
                if (group.All(p => p.Use.Name == group.First().Use.Name) && TryPin(group.First().Use.Name, group.Key, [.. group.Select(p => p.Use)]))
                    continue;
                next.AddRange(group.Where(p => p.Place + 1 < p.Use.Places.Count).Select(p => (p.Use, p.Place + 1)));
                // The server that OpenAPI 2.0 has as a host is in no place, but also the only one.
                open.AddRange(group.Where(p => p.Place + 1 == p.Use.Places.Count && !p.Use.IsFixed && p.Use.Kind != NameKind.Server).Select(p => p.Use));
            }
            pending = next;
        }
        // What is one type because it is equal everywhere must not be pinned in some of its places only.
        var openNames = new HashSet<string>(open.Select(u => u.FullName), StringComparer.Ordinal);
        foreach (var pin in pins.Where(p => owners[p.Key].Overlaps(openNames)).Select(p => p.Key).ToList())
            pins.Remove(pin);
        return new([.. pins.Values.OrderBy(p => p.Target, StringComparer.Ordinal).ThenBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.Entry, StringComparer.Ordinal)], open);

        bool TryPin(string name, NamePlace place, IReadOnlyList<NameUse> uses)
        {
            if (targets.Find(place.Pointer) is not ({ } target, { } node))
                return false;
            var pin = new Pin(target, Keys[place.Extension], place.Entry, name);
            if (claimed.TryGetValue(pin.Place, out var other))
            {
                if (other != name)
                    return false;
            }
            else
            {
                claimed.Add(pin.Place, name);
            }
            if (uses.All(u => u.IsFixed) || Says(node, place, name))
                return true;
            pins[pin.Place] = pin;
            if (!owners.TryGetValue(pin.Place, out var all))
                owners.Add(pin.Place, all = new(StringComparer.Ordinal));
            all.UnionWith(uses.Select(u => u.FullName));
            return true;
        }
    }

    /// <summary>Whether the document says the name there already.</summary>
    private static bool Says(SpecMap node, NamePlace place, string name) => place.Extension switch
    {
        NameExtension.Own => NameOverrideKeys.Own.Select(k => node[k]).FirstOrDefault(v => v is not null).AsText() is { } own && IsSame(own, name),
        NameExtension.Type => node[NameOverrideKeys.Type].AsText() is { } type && IsSame(type, name),
        _ when place.Entry is not null => (node[Keys[place.Extension]] as SpecMap)?[place.Entry].AsText() is { } entry && IsSame(entry, name),
        _ => node[Keys[place.Extension]].AsText() is { } text && IsSame(text, name),
    };

    private static bool IsSame(string said, string name) => string.Equals(said, name, StringComparison.Ordinal) || said.Length == name.Length && said.Length > 0
        && char.ToUpperInvariant(said[0]) == name[0] && string.CompareOrdinal(said, 1, name, 1, name.Length) == 0;
}

/// <summary>Pins, and the names that no place of the document can say alone.</summary>
internal sealed record PinPlan(IReadOnlyList<Pin> Pins, IReadOnlyList<NameUse> Open);
