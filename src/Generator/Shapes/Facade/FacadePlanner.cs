using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Paths;

namespace Kiln.Generator.Shapes.Facade;

/// <summary>Names the class that has the methods of all operations, and its members. It is planned after all else, so that it changes no other name.</summary>
internal sealed class FacadePlanner(NameCatalog catalog, OperationNames operationNames)
{
    private const string Ending = "Operations";

    /// <summary>Plans the class.</summary>
    /// <param name="client">The client.</param>
    /// <param name="taken">Names in builders that mean something else.</param>
    /// <param name="subject">What the class is called after.</param>
    public FacadePlan Plan(BuilderPlan client, IReadOnlyCollection<string> taken, string subject)
    {
        var name = catalog.AddType(client.Name.Namespace, subject + Ending, "Type");
        var all = client.AndBelow().SelectMany(OperationsOf).ToList();
        var names = Names(all, name);
        var words = new NameScope();
        return new(name, MemberOf(client, taken),
        [
            new("", Named(client.Calls.Count == 0 ? [] : OperationsOf(client))),
            .. client.Children.Select(c => new FacadePart(words.Take(c.Word), Named(c.Builder.AndBelow().SelectMany(OperationsOf)))),
        ]);

        List<FacadeOperation> Named(IEnumerable<FacadeOperation> operations) => [.. operations.Select(o => o with { Name = names[KeyOf(o.Operation)] })];
    }

    // The plans for further bodies of an operation follow that of the first.
    private static IEnumerable<FacadeOperation> OperationsOf(BuilderPlan builder) => builder.Calls
        .GroupBy(c => KeyOf(c.Operation))
        .Select(calls => new FacadeOperation("", builder, [.. calls]));

    // First what the document chose, then what it calls by an id, and all in an order of their own: no name depends on the order of the paths.
    private Dictionary<OperationKey, string> Names(List<FacadeOperation> all, TypeName type)
    {
        var names = new Dictionary<OperationKey, string>();
        var members = new NameScope(ReservedNames.ObjectMembers, [type.Name]);
        var ordered = all
            .OrderBy(o => o.Operation.FlatNameOverride is null)
            .ThenBy(o => o.Operation.Id is null)
            .ThenBy(o => o.Operation.Path, StringComparer.Ordinal)
            .ThenBy(o => o.Operation.Method, StringComparer.Ordinal);
        foreach (var operation in ordered)
        {
            var wanted = Identifiers.Chosen(operation.Operation.FlatNameOverride) ?? operationNames[operation.Operation].Methods;
            var name = wanted;
            for (var i = 2; !members.TakeAll([.. operation.Calls.SelectMany(FacadeMembers.Of).Select(m => FacadeMembers.NameOf(name, operation.Calls[0].Name, m))]); i++)
                name = wanted + i;
            names.Add(KeyOf(operation.Operation), name);
        }
        return names;
    }

    private static OperationKey KeyOf(Operation operation) => new(operation.Path, operation.Method);

    private static string MemberOf(BuilderPlan client, IReadOnlyCollection<string> taken)
    {
        var members = new NameScope(
            ReservedNames.ObjectMembers,
            ReservedNames.BuilderMembers,
            taken,
            [client.Name.Name, .. client.Children.Select(c => c.Member), .. client.Calls.SelectMany(c => (string[])[c.Fields.Response, c.Fields.Paging, .. c.Fields.Streams])]);
        return members.IsFree(Ending) ? Ending : members.Take("All" + Ending);
    }
}
