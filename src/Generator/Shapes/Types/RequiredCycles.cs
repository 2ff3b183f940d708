using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Types;

/// <summary>
/// Finds required properties whose neutral value, a new model, would need another of its own kind, and so on without end.
/// No finite JSON satisfies such a document, but its code must not overflow the stack.
/// </summary>
internal sealed class RequiredCycles(IReadOnlyList<ModelPlan> models)
{
    private readonly Dictionary<TypeName, TypeName[]> needs = models.ToDictionary(m => m.Name, m => m.Fields.Select(Needed).OfType<TypeName>().ToArray());

    public bool IsEndless(ModelPlan owner, FieldPlan field) => Needed(field) is { } start && Reaches(start, owner.Name);

    private bool Reaches(TypeName start, TypeName goal)
    {
        var seen = new HashSet<TypeName>();
        var open = new Stack<TypeName>([start]);
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (name == goal)
                return true;
            if (seen.Add(name))
            {
                foreach (var next in needs[name])
                    open.Push(next);
            }
        }
        return false;
    }

    private static TypeName? Needed(FieldPlan field) =>
        field is { Presence: FieldPresence.Required, Type: ModelType model } ? model.Name : null;
}
