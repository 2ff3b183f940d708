using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Paths;

namespace Kiln.Generator.Shapes.Facade;

/// <summary>The class that has the methods of all operations by the operations' ids: <c>client.Operations.ListPetsAsync()</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Member">The property of the client that gives it.</param>
/// <param name="Parts">Its parts, each a file.</param>
internal sealed record FacadePlan(TypeName Name, string Member, IReadOnlyList<FacadePart> Parts);

/// <summary>The operations below one property of the client, as a part of the class: an edit of one operation writes one file again, and several are compiled at once.</summary>
/// <param name="Word">What the file is called after; empty for the operations of the client itself.</param>
/// <param name="Operations">The operations.</param>
internal sealed record FacadePart(string Word, IReadOnlyList<FacadeOperation> Operations);

/// <summary>An operation of the class.</summary>
/// <param name="Name">What the names of its methods begin with: <c>ListPets</c>.</param>
/// <param name="Builder">The request builder that has the operation.</param>
/// <param name="Calls">The plan for each of its bodies, or the one without.</param>
internal sealed record FacadeOperation(string Name, BuilderPlan Builder, IReadOnlyList<CallPlan> Calls)
{
    public Operation Operation => Calls[0].Operation;
}
