using System.Globalization;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Calls.Bodies;
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
        return new(
            types.Write(page),
            types.Write(list.Items, list.ItemsAreNullable),
            types.Wire(page),
            types.Wire(list.Items, list.ItemsAreNullable),
            items.Path,
            paging.Items.Pointer,
            Method(paging))
        {
            EndCursors = paging.EndCursors,
            HasMore = paging.HasMore?.Pointer,
            Total = PlaceOf(paging.Total),
            TotalPages = paging.TotalPages?.Pointer,
            FirstPageOnly = paging.FirstPageOnly,
            PageSize = paging.PageSize is { } size ? PageSize(call, size) : null,
            CountOnly = paging.CountOnly,
            IsInferred = paging.IsInferred,
            CountArgument = CountArgument(call, paging),
            CountMethod = call.CountMethod,
        };
    }

    /// <summary>The type of what enumerates the items of all pages.</summary>
    public string TypeOf(CallPlan call, Paging paging)
    {
        names.Use("Kiln.Runtime.Paging");
        var list = (ListType)Access(call.Response.Type!, paging.Items).Type;
        return $"Pages<{types.Write(call.Response.Type!)}, {types.Write(list.Items, list.ItemsAreNullable)}>";
    }

    /// <summary>The argument of the operation that asks for the number of items alone; <see langword="null"/> for none.</summary>
    public static string? CountArgument(CallPlan call, Paging paging) =>
        paging.CountOnly is { } countOnly && QueryParameter(call, countOnly) is { IsArgument: true } argument ? argument.Name : null;

    /// <summary>Whether the methods of a call can ask for pages: what is sent in a JSON body cannot be sent in another.</summary>
    public static bool IsPossible(Paging paging, BodyPlan? body) =>
        (paging.Input?.InBody != true && paging.PageSize?.InBody != true) || body is { Format: RequestFormat.Json };

    private static PagingMethodShape Method(Paging paging) => new(
        paging.Kind.ToString(),
        paging.Input?.Name,
        paging.LastItemKey?.Pointer ?? PlaceOf(paging.Next),
        paging.Input?.InBody == true,
        paging.Input is { IsJson: true } && paging.Kind is PagingKind.Cursor or PagingKind.LastItem,
        paging.FirstPage);

    private static string? PlaceOf(PageOutput? output) => output?.Field?.Pointer ?? output?.Header;

    private static PageSizeShape PageSize(CallPlan call, PageInput input)
    {
        if (input.InBody)
            return new(input.Name, null, 1, true, null);
        var parameter = QueryParameter(call, input.Name);
        return new(input.Name, MaximumOf(parameter), LeastOf(parameter.Parameter), false, parameter.Name);
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
    private static long? MaximumOf(ParameterPlan parameter) => parameter.Parameter.Maximum is { } maximum
        ? parameter.Type is PrimitiveType { Primitive.CSharp: "int" } ? Math.Min(maximum, int.MaxValue) : maximum
        : null;

    private static long LeastOf(Parameter parameter) =>
        parameter.Limits.FirstOrDefault(l => l.Label == "Minimum") is { } minimum && long.TryParse(minimum.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var least) ? Math.Max(1, least) : 1;

    private static ParameterPlan QueryParameter(CallPlan call, string wireName) =>
        call.Parameters.All.First(p => p.Parameter.WireName == wireName && p.Parameter.In == ParameterLocation.Query);
}
