using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;

namespace Kiln.Generator.Api.Unions;

/// <summary>Finds the schema that stands for a union whose cases are all derived from it: an object read as that is of the class of its case.</summary>
internal static class UnionBase
{
    /// <summary>The nearest common base; <see langword="null"/> if there is none, or reading as the base would not distinguish what the union does.</summary>
    public static SchemaNode? Of(IReadOnlyList<UnionCandidate> cases, Discriminator? discriminator, InheritanceResolver inheritances, DocumentNodes document)
    {
        var schemas = new List<SchemaNode>();
        foreach (var @case in cases)
        {
            if (@case.Use.Schema is not ReferenceSchema reference || document.FindSchema(reference.Pointer) is not { } schema)
                return null;
            schemas.Add(schema);
        }
        return inheritances.CommonBase(schemas) is { } @base && (discriminator is null || Agrees(discriminator, @base, schemas, inheritances)) ? @base : null;
    }

    private static bool Agrees(Discriminator own, SchemaNode @base, IReadOnlyList<SchemaNode> cases, InheritanceResolver inheritances) =>
        inheritances.DiscriminatorOf(@base) is { } inherited
        && inherited.WireName == own.WireName
        && (own.Default is null || own.Default == (inherited.Default ?? @base))
        && cases.All(c => own.Mapping.Where(m => m.Value == c).All(m => c == @base || inheritances.ValuesBelow(@base, c, own.WireName).Contains(m.Key)));
}
