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
        var page = call.Response.Type!;
        var items = Access(page, paging.Items);
        var list = (ListType)items.Type;
        var pageSize = paging.PageSize is { } size ? QueryParameter(call, size) : null;

        return new(
            types.Write(list.Items, list.ItemsAreNullable),
            types.Wire(page),
            types.Wire(list.Items, list.ItemsAreNullable),
            items.Expression,
            paging.Items.Pointer,
            Access(page, paging.NextCursor).Expression,
            paging.NextCursor.Pointer,
            paging.EndCursors,
            QueryParameter(call, paging.CursorParameter).Property,
            paging.FirstPageOnly.Select(p => QueryParameter(call, p).Property).ToEquatableArray(),
            pageSize?.Property,
            MaximumOf(pageSize),
            paging.CountOnly is { } countOnly ? QueryParameter(call, countOnly).Property : null,
            paging.Total?.Pointer,
            paging.Total is { } total ? Total(page, total) : "");
    }

    private string Total(CSharpType page, FieldPath path)
    {
        var (expression, _, isNullable) = Access(page, path);
        return isNullable ? $"{expression} ?? 0" : expression;
    }

    // A question mark stands behind each step that may be null; one of them makes the whole nullable.
    private (string Expression, CSharpType Type, bool IsNullable) Access(CSharpType page, FieldPath path)
    {
        var expression = new StringBuilder("page");
        var type = page;
        var stepIsNullable = false;
        var isNullable = false;
        foreach (var field in path.Fields)
        {
            var model = schemas.Models.First(m => m.Name == ((ModelType)type).Name);
            var (name, plan) = ModelFiles.Members(model).First(m => m.Plan.Property.WireName == field);
            expression.Append(stepIsNullable ? "?." : ".").Append(name);
            names.UsesDeprecated |= plan.Property.Deprecation is not null;
            stepIsNullable = plan.IsNullable;
            isNullable |= stepIsNullable;
            type = plan.Type;
        }
        return (expression.ToString(), type, isNullable);
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
