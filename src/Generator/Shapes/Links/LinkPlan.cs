using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Paths;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Links;

/// <summary>The class whose methods follow links.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Links">The links.</param>
internal sealed record LinksPlan(TypeName Name, IReadOnlyList<LinkPlan> Links);

/// <summary>A link with its C# types and names.</summary>
/// <param name="Link">What the document says.</param>
/// <param name="Name">The name of its method.</param>
/// <param name="Source">The operation that answers with it.</param>
/// <param name="Body">The type of the body, or of its items; <see langword="null"/> for a response without a body.</param>
/// <param name="IsNullable">Whether a response may have no body.</param>
/// <param name="Way">The builders on the way from the client to the one of the target.</param>
/// <param name="Target">The methods of the target.</param>
internal sealed record LinkPlan(Link Link, string Name, CallPlan Source, CSharpType? Body, bool IsNullable, IReadOnlyList<ChildPlan> Way, CallPlan Target)
{
    /// <summary>Where the value of a path's parameter comes from.</summary>
    public LinkSource SourceOf(PathValue value)
    {
        var names = PathTemplate.Split(Target.Operation.Path).Where(p => p.IsParameter).Select(p => p.Text).ToList();
        var index = Target.PathValues.ToList().IndexOf(value);
        var name = index >= 0 && index < names.Count ? names[index] : value.WireName;
        return Link.Values.FirstOrDefault(v => v.Parameter == name)?.Source ?? new CallerSource(name, null);
    }
}
