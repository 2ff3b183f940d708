using Kiln.Generator.Shapes.Calls.Bodies;

namespace Kiln.Generator.Shapes.Names;

/// <summary>The names of the classes of multipart forms and of their properties.</summary>
internal static class FormNames
{
    /// <summary>Those of all forms. The form of a component is called after its model, and has its names.</summary>
    public static IEnumerable<NameUse> Of(IReadOnlyList<FormPlan> forms) => forms.SelectMany(Of);

    private static IEnumerable<NameUse> Of(FormPlan form)
    {
        var own = form.Operation is null ? null : form.Pointer;
        yield return new(NameKind.Form, form.Name.Namespace, form.Name.Name, form.Pointer, "")
        {
            IsFixed = own is null,
            Places = own is null ? [] : [new(own, NameExtension.Type)],
        };
        foreach (var field in form.Fields)
        {
            var wire = field.Property.WireName;
            yield return new(NameKind.Property, form.Name.ToString(), field.Name, field.Property.Origin.Pointer ?? form.Pointer, wire)
            {
                IsFixed = own is null || FixedNames.IsMember(wire, field.Name),
                Places = own is null ? [] : [new(own, NameExtension.Properties, wire)],
            };
        }
    }
}
