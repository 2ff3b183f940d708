using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the shape of an operation's paging, in terms of its models' properties.</summary>
internal sealed class PagingShaper(NameResolver names, TypeWriter types, TypePlanner schemas)
{
    public PagingShape Paging(CallPlan call, Paging paging)
    {
        names.Use("Kiln.Runtime.Paging");
        var page = call.Response.Type!;
        var items = Access(page, paging.Items);
        var list = (ListType)items.Type;
        var pageSize = paging.PageSize is { } size ? QueryParameter(call, size) : null;

        return new(
            types.Write(page),
            types.Write(list.Items, list.ItemsAreNullable),
            types.Wire(page),
            types.Wire(list.Items, list.ItemsAreNullable),
            items.Path,
            paging.Items.Pointer,
            Access(page, paging.NextCursor).Path,
            paging.NextCursor.Pointer,
            paging.EndCursors,
            QueryParameter(call, paging.CursorParameter).Property,
            paging.FirstPageOnly.Select(p => QueryParameter(call, p).Property).ToEquatableArray(),
            pageSize?.Property,
            MaximumOf(pageSize),
            call.CountMethod,
            paging.CountOnly is { } countOnly ? QueryParameter(call, countOnly).Property : null,
            paging.Total?.Pointer,
            paging.Total is { } total ? Access(page, total).Path : null);
    }

    private (MemberPathShape Path, CSharpType Type) Access(CSharpType page, FieldPath path)
    {
        var steps = new List<MemberStepShape>();
        var type = page;
        foreach (var field in path.Fields)
        {
            var model = schemas.Models.First(m => m.Name == ((ModelType)type).Name);
            var (name, plan) = ModelShaper.Members(model).First(m => m.Plan.Property.WireName == field);
            steps.Add(new(name, plan.IsNullable));
            names.UsesDeprecated |= plan.Property.Deprecation is not null;
            type = plan.Type;
        }
        return (new(steps.ToEquatableArray()), type);
    }

    // The document's maximum may be more than the parameter's own type can hold.
    private static long MaximumOf(ParameterPlan? parameter)
    {
        var maximum = parameter?.Parameter.Maximum ?? 0;
        return parameter?.Type is PrimitiveType { Primitive.CSharp: "int" } ? Math.Min(maximum, int.MaxValue) : maximum;
    }

    private static ParameterPlan QueryParameter(CallPlan call, string wireName) =>
        call.Parameters.First(p => p.Parameter.WireName == wireName && p.Parameter.In == ParameterLocation.Query);
}
