using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types;

/// <summary>A struct to be emitted for an enum.</summary>
internal sealed record EnumPlan(TypeName Name, string? Description, string? Deprecation, EnumSchema Schema)
{
    /// <summary>The names of its members, in the order of its values.</summary>
    public IReadOnlyList<string> MemberNames() => NameGroup.TakeEach(
        new NameScope(ReservedNames.ObjectMembers, ReservedNames.EnumMembers, [Name.Name]),
        [.. Schema.Values.Select(EnumTypes.NameOf)]);
}
