using System.Text;
using Kiln.Generator.Api;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Writes an operation's paging contract in terms of its models' properties.</summary>
internal sealed class PagingShaper(NameResolver names, TypeWriter types, TypePlanner schemas)
{
    public PagingShape Paging(CallPlan call, Paging paging)
    {
        names.Use("Kiln.Runtime.Paging");
        var page = call.Answer.Type!;
        var items = Access(page, paging.Items);
        var item = ((ListType)items.Type).Items;
        var pageSize = paging.PageSize is { } name ? call.Parameters.First(p => p.Parameter.WireName == name) : null;

        return new(
            types.Write(item),
            types.Wire(page),
            types.Wire(item),
            items.Expression,
            paging.Items.Pointer,
            Access(page, paging.NextCursor).Expression,
            paging.NextCursor.Pointer,
            paging.EndCursors,
            Property(call, paging.CursorParameter),
            paging.FirstPageOnly.Select(p => Property(call, p)).ToEquatableArray(),
            pageSize?.Property,
            pageSize?.Parameter.Maximum ?? 0,
            paging.CountOnly is { } countOnly ? Property(call, countOnly) : null,
            paging.Total is { } total ? Access(page, total).Expression : "");
    }

    // A question mark stands behind each step that may be null.
    private (string Expression, CSharpType Type) Access(CSharpType page, FieldPath path)
    {
        var expression = new StringBuilder("page");
        var type = page;
        var isNullable = false;
        foreach (var field in path.Fields)
        {
            var model = schemas.Models.First(m => m.Name == ((ModelType)type).Name);
            var (name, plan) = ModelFiles.Members(model).First(m => m.Plan.Property.WireName == field);
            expression.Append(isNullable ? "?." : ".").Append(name);
            isNullable = plan.Property is not { IsRequired: true, IsNullable: false };
            type = plan.Type;
        }
        return (expression.ToString(), type);
    }

    private static string Property(CallPlan call, string wireName) =>
        call.Parameters.First(p => p.Parameter.WireName == wireName && p.Parameter.In == ParameterLocation.Query).Property;
}
