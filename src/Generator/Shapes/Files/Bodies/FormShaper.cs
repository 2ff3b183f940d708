using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls.Bodies;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the files of multipart forms.</summary>
internal static class FormShaper
{
    public static FormShape Form(FormPlan plan, NameCatalog catalog, string rootNamespace)
    {
        var names = new NameResolver(catalog, plan.Name.Namespace);
        names.Use("Kiln.Runtime.Requests.Bodies");
        var types = new TypeWriter(names);
        var fields = plan.Fields.Select(f => Field(f, names, types)).ToEquatableArray();
        return new(HintNames.Of(plan.Name, rootNamespace), plan.Name.Namespace, names.Usings.ToEquatableArray(), plan.Name.Name, new DocShape(plan.Description), plan.Operation, fields)
        {
            UsesDeprecated = names.UsesDeprecated || fields.Any(f => f.Doc.Deprecation is not null),
        };
    }

    private static FormFieldShape Field(FormFieldPlan field, NameResolver names, TypeWriter types)
    {
        var property = field.Property;
        var constant = property is { IsRequired: true, Constant: { } value } && field.Type is { } type ? ConstantExpression.Of(value, type) : null;
        var isRequired = property is { IsRequired: true, IsNullable: false, Default: null } && constant is null;
        var isNullable = !isRequired && constant is null;
        var style = field is { Type.IsValueType: false, Encoding: { Style: not null } encoding } ? FieldStyles.Of(encoding) : null;
        var isEach = field.IsList && (style is null or "FormExploded");
        if (style is not null && !isEach)
            names.Use("Kiln.Runtime.Requests");
        return new(
            field.Name,
            field.Type is null ? FileType(field.IsList, isNullable, names) : isEach ? types.WriteInput(field.Type, isNullable) : types.Write(field.Type, isNullable),
            property.WireName,
            (field.Type, field.IsList) switch { (null, true) => "AddFiles", (ListType, true) when isEach => "AddList", _ when style is not null => "AddStyled", _ => "Add" },
            field.Type is null ? null : field.Type is ListType list && isEach ? types.Wire(list.Items, list.ItemsAreNullable) : types.Wire(field.Type),
            field.Encoding?.ContentType,
            isEach ? null : style,
            isRequired,
            constant,
            field.Encoding?.Headers ?? [],
            new(property.Description, null, property.Deprecation, property.Default?.Json) { Limits = DocShape.LimitsOf(property.Limits, field.Type) });
    }

    private static string FileType(bool isList, bool isNullable, NameResolver names)
    {
        if (isList)
            names.Use("System.Collections.Generic");
        return (isList ? "IReadOnlyList<FilePart>" : "FilePart") + (isNullable ? "?" : "");
    }
}
