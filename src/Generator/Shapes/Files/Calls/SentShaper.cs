using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Decides how parameters are written into requests.</summary>
internal static class SentShaper
{
    /// <summary>The shape of a parameter that is not in the path.</summary>
    public static SentShape Of(ParameterPlan plan, TypeWriter types)
    {
        var parameter = plan.Parameter;
        var place = PlaceOf(parameter);
        var isSingle = parameter.Kind == ParameterKind.Single && place is SentPlace.Query or SentPlace.Header;
        var wire = place == SentPlace.QueryList && plan.Type is ListType list ? types.Wire(list.Items) : Wire(plan.Type, types, isNullable: !isSingle && !plan.IsArgument);
        // A cookie has the style form where nothing else is said.
        var needsStyle = !isSingle && !(place == SentPlace.Cookie && parameter is { Style: ParameterStyle.Form or ParameterStyle.FormExploded, Kind: ParameterKind.Single });
        return new(place, parameter.WireName, wire, needsStyle ? parameter.Style.ToString() : null, parameter.AllowsReserved && !plan.IsHeader, parameter.AllowsEmpty && place == SentPlace.QueryList);
    }

    /// <summary>The <c>WireType</c> of a parameter's value, whose lists the caller may fill from anything.</summary>
    public static string Wire(CSharpType type, TypeWriter types, bool isNullable) => type is ListType list
        ? $"WireType.ReadOnlyList({types.Wire(list.Items)})"
        : types.Wire(type, isNullable && type.IsValueType);

    private static SentPlace PlaceOf(Parameter parameter) => parameter switch
    {
        { In: ParameterLocation.Header } => SentPlace.Header,
        { In: ParameterLocation.Cookie } => SentPlace.Cookie,
        { In: ParameterLocation.QueryString } => SentPlace.QueryString,
        { Kind: ParameterKind.Single } => SentPlace.Query,
        {
            Kind: ParameterKind.List,
            Style: ParameterStyle.Form or ParameterStyle.FormExploded or ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.TabDelimited
        } => SentPlace.QueryList,
        _ => SentPlace.QueryObject,
    };
}
