using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.Comparison;

namespace Kiln.Generator.Changes.CSharp.Linking;

/// <summary>What of a member a difference between documents can change.</summary>
internal static class AspectMasks
{
    private const SurfaceAspect All = (SurfaceAspect)~0;

    // [Obsolete] has one cause only; the rest can follow from many differences.
    private const SurfaceAspect Usual = All & ~SurfaceAspect.Obsolete;

    private const SurfaceAspect Value = SurfaceAspect.Type | SurfaceAspect.Nullability | SurfaceAspect.Required | SurfaceAspect.Setter | SurfaceAspect.Parameters
        | SurfaceAspect.Defaults | SurfaceAspect.Code | SurfaceAspect.Bases | SurfaceAspect.Existence;

    private const SurfaceAspect Argument = SurfaceAspect.Parameters | SurfaceAspect.ParameterNames | SurfaceAspect.Defaults | SurfaceAspect.Nullability | SurfaceAspect.Required
        | SurfaceAspect.Existence | SurfaceAspect.Name | SurfaceAspect.Code;

    // What appears in doc comments only, or nowhere.
    private static readonly HashSet<string> OfDocs = new(StringComparer.Ordinal)
    {
        Aspects.Max, Aspects.Min, Aspects.ExclusiveMax, Aspects.ExclusiveMin, Aspects.MaxLength, Aspects.MinLength, Aspects.MaxItems, Aspects.MinItems, Aspects.MaxContains,
        Aspects.MinContains, Aspects.MaxProperties, Aspects.MinProperties, Aspects.MultipleOf, Aspects.UniqueItems, Aspects.Contains, Aspects.Not, Aspects.If, Aspects.Then, Aspects.Else,
        Aspects.DependentRequired, Aspects.DependentSchema, Aspects.PropertyNames, Aspects.ContentSchema, Aspects.ContentMediaType, Aspects.ExtensibleEnumValue,
        Aspects.Title, Aspects.Description, Aspects.Example, Aspects.Summary, Aspects.Sunset, Aspects.Stability, Aspects.RateLimit, Aspects.Tag,
        Aspects.InfoTitle, Aspects.InfoVersion, Aspects.InfoMajorVersion, Aspects.ServerVariableValue,
    };

    private static readonly Dictionary<string, SurfaceAspect> Masks = new(StringComparer.Ordinal)
    {
        [Aspects.Deprecated] = SurfaceAspect.Obsolete,
        [Aspects.OperationId] = SurfaceAspect.Name | SurfaceAspect.Existence,
        [Aspects.Parameter] = Argument,
        [Aspects.Security] = SurfaceAspect.Code,
        [Aspects.SecurityScope] = SurfaceAspect.Code,
        [Aspects.Required] = Value,
        [Aspects.Nullable] = Value,
        [Aspects.Pattern] = SurfaceAspect.Type | SurfaceAspect.Parameters,
        [Aspects.ReadOnly] = Value,
        [Aspects.WriteOnly] = Value,
    };

    // The type of the method that reads all pages.
    private const string PagesType = "Pages<";

    // Where a difference of these says which type it is, no other one does.
    private static readonly HashSet<string> OfType = new(StringComparer.Ordinal) { Aspects.Type, Aspects.ListOfTypes, Aspects.Format };

    /// <summary>What can have changed of a member: what is sent does not decide what a method returns.</summary>
    public static SurfaceAspect Of(Difference difference, MemberChange change)
    {
        var mask = Of(difference);
        if (!change.IsMethod)
            return difference.Aspect == Aspects.Paging && change.IsType ? SurfaceAspect.None : mask;
        return difference.Aspect switch
        {
            Aspects.Response when difference.Has(Traits.NonSuccess) => mask & SurfaceAspect.Code,
            Aspects.Paging when change.NewDeclaration?.Contains(PagesType) != true => mask & (SurfaceAspect.Existence | SurfaceAspect.Code),
            _ => difference.Direction == Findings.Direction.Request ? mask & ~SurfaceAspect.Type : mask,
        };
    }

    /// <summary>What of a mask is explained better by another difference of the same member.</summary>
    public static SurfaceAspect Explained(Difference difference, IEnumerable<Difference> others) => difference switch
    {
        { Aspect: Aspects.Nullable or Aspects.Required } when others.Any(o => OfType.Contains(o.Aspect)) => SurfaceAspect.Type | SurfaceAspect.Parameters,
        // What has moved is called in the same way.
        { Aspect: Aspects.Operation, Action: ChangeAction.Renamed } when others.Any(o => o.Aspect != Aspects.Operation) => All & ~SurfaceAspect.Code,
        { Aspect: Aspects.Paging } when others.Any(o => o.Aspect == Aspects.Parameter) => SurfaceAspect.Parameters | SurfaceAspect.ParameterNames | SurfaceAspect.Defaults,
        // A credential comes and goes with its scheme; which ones a client needs is a matter of requirements.
        { Aspect: Aspects.GlobalSecurity } when others.Any(o => o.Aspect == Aspects.SecurityComponent) => SurfaceAspect.Existence,
        { Aspect: Aspects.SecurityComponent } when others.Any(o => o.Aspect == Aspects.GlobalSecurity) => SurfaceAspect.Code,
        _ => SurfaceAspect.None,
    };

    /// <summary>What can have changed; nothing for a difference that no code depends on.</summary>
    public static SurfaceAspect Of(Difference difference) =>
        OfDocs.Contains(difference.Aspect) ? SurfaceAspect.None : Masks.TryGetValue(difference.Aspect, out var mask) ? mask : Usual;
}
