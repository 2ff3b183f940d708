using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Unions;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types.Models;

/// <summary>
/// Decides which models only responses have: they need not remember what a caller sets. A model that is neither in a request nor in a response counts as sent,
/// since nothing is known of it. Of the others it decides which are sent whole, and not only as merge patches.
/// </summary>
internal sealed class ModelUses
{
    private readonly HashSet<TypeName> sent;
    private readonly HashSet<TypeName> patched;
    private readonly HashSet<TypeName> received;

    /// <param name="models">All models.</param>
    /// <param name="unions">All unions.</param>
    /// <param name="sent">The types of request bodies and parameters.</param>
    /// <param name="patched">The types of request bodies that are merge patches.</param>
    /// <param name="received">The types of responses.</param>
    public ModelUses(
        IReadOnlyList<ModelPlan> models, IReadOnlyList<UnionPlan> unions, IEnumerable<CSharpType> sent, IEnumerable<CSharpType> patched, IEnumerable<CSharpType> received)
    {
        var parts = models.ToDictionary(m => m.Name, m => Parts(m).Distinct().ToArray());
        foreach (var union in unions)
            parts[union.Name] = union.Cases.SelectMany(Names).Distinct().ToArray();
        this.sent = Reached(sent, parts);
        this.patched = Reached(patched, parts);
        this.received = Reached(received, parts);
    }

    /// <summary>Whether a request may have the model.</summary>
    public bool IsSent(TypeName model) => patched.Contains(model) || IsSentWhole(model);

    /// <summary>Whether a request may have the model with all that its schema requires.</summary>
    public bool IsSentWhole(TypeName model) => sent.Contains(model) || !(received.Contains(model) || patched.Contains(model));

    private static HashSet<TypeName> Reached(IEnumerable<CSharpType> roots, Dictionary<TypeName, TypeName[]> parts)
    {
        var reached = new HashSet<TypeName>();
        var open = new Stack<TypeName>(roots.SelectMany(Names));
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (!reached.Add(name) || !parts.TryGetValue(name, out var next))
                continue;
            foreach (var part in next)
                open.Push(part);
        }
        return reached;
    }

    // A derived class has the properties of its base, and an object of the base may be one of a derived class.
    private static IEnumerable<TypeName> Parts(ModelPlan model)
    {
        var names = model.Fields.SelectMany(f => Names(f.Type)).Concat(model.Derived.Select(d => d.Name));
        if (model.Extras is { } extras)
            names = names.Concat(Names(extras.Values));
        if (model.Base is { } above)
            names = names.Append(above.Name);
        return model.DefaultDerived is { } other ? names.Append(other) : names;
    }

    private static IEnumerable<TypeName> Names(CSharpType type) => type switch
    {
        ModelType model => [model.Name],
        UnionType union => [union.Name],
        ListType list => Names(list.Items),
        DictionaryType map => Names(map.Values),
        TupleType tuple => tuple.Places.SelectMany(p => Names(p.Type)),
        _ => [],
    };
}
