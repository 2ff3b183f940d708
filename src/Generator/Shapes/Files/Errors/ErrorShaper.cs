using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls.Errors;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the shapes of exceptions, and of what an operation's errors are thrown as.</summary>
internal static class ErrorShaper
{
    /// <summary>The file of an exception.</summary>
    public static ErrorShape Exception(ExceptionPlan plan, NameCatalog catalog, string rootNamespace)
    {
        var names = new NameResolver(catalog, plan.Name.Namespace);
        names.Use("Kiln.Runtime.Responses");
        var types = new TypeWriter(names);
        var form = plan.Type switch
        {
            null => ErrorForm.Text,
            ModelType => ErrorForm.Model,
            { IsValueType: true } => ErrorForm.JsonValue,
            _ => ErrorForm.Json,
        };
        var type = plan.Type is { } error ? types.Write(error) : "string";
        var wire = form is ErrorForm.Json or ErrorForm.JsonValue ? types.Wire(plan.Type!, isNullable: form == ErrorForm.JsonValue) : "";
        var headers = plan.Headers is { } own ? names.Write(own) : null;
        return new(HintNames.Of(plan.Name, rootNamespace), plan.Name.Namespace, names.Usings.ToEquatableArray(), plan.Name.Name, new DocShape(null), form, type, wire, headers)
        {
            UsesDeprecated = names.UsesDeprecated,
        };
    }

    /// <summary>What an error response is thrown as.</summary>
    public static ErrorCaseShape Case(ErrorPlan plan, NameResolver names, TypeWriter types) => new(
        plan.Status,
        plan.Bodies.Select(b => Body(b, names, types)).ToEquatableArray(),
        plan.Description,
        plan.Headers is { } headers && !plan.Bodies.Any(b => b.Exception?.Headers == headers) ? names.ForProse().Write(headers) : null);

    // An error that could not be read is null, whatever its type.
    private static ErrorBodyShape Body(ErrorBodyPlan plan, NameResolver names, TypeWriter types) => plan switch
    {
        { Exception: { } exception } => new(plan.MediaType, names.Write(exception.Name), "", null),
        { Type: { } type } => new(plan.MediaType, null, new TypeWriter(names.ForProse()).Write(type, type.IsValueType), types.Wire(type, type.IsValueType)),
        _ => new(plan.MediaType, null, "string", null),
    };
}
