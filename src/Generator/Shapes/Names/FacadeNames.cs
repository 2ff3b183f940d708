using Kiln.Generator.Shapes.Facade;

namespace Kiln.Generator.Shapes.Names;

/// <summary>The names that operations have in the class of all of them.</summary>
internal static class FacadeNames
{
    /// <summary>All of them; none if there is no such class.</summary>
    public static IEnumerable<NameUse> Of(FacadePlan? facade) => (facade?.Parts ?? [])
        .SelectMany(p => p.Operations)
        .Where(o => o.Operation.Origin.Pointer is not null)
        .Select(o => new NameUse(NameKind.Operation, facade!.Name.ToString(), o.Name, o.Operation.Origin.Pointer, o.Operation.Id ?? "")
        {
            Places = [new(o.Operation.Origin.Pointer!, NameExtension.Operation)],
        });
}
