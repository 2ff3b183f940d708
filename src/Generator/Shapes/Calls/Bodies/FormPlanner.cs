using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Models;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls.Bodies;

/// <summary>
/// Gives each multipart form a class: a component one for each way in which operations encode it, an inline schema one of its own. The class is beside the models
/// and not one of them: files are no JSON.
/// </summary>
internal sealed class FormPlanner(ApiModel api, NameCatalog catalog, TypePlanner types, string @namespace)
{
    private const string Ending = "Form";

    private readonly Dictionary<string, NamedSchema> schemas = api.Schemas.ToDictionary(s => s.Pointer, StringComparer.Ordinal);
    private readonly Dictionary<(string, EquatableArray<PartEncoding>), FormPlan> byPlace = [];
    private readonly List<FormPlan> plans = [];

    /// <summary>The classes so far.</summary>
    public IReadOnlyList<FormPlan> Plans => plans;

    /// <summary>The class of a form; <see langword="null"/> if the document does not name its parts.</summary>
    /// <param name="content">The form.</param>
    /// <param name="operation">The operation that sends it.</param>
    /// <param name="context">What the types of the operation are named after.</param>
    public FormPlan? Plan(Content content, Operation operation, string context)
    {
        var component = ComponentOf(content.Schema);
        if ((component?.Schema ?? content.Schema) is not ObjectSchema { Properties.Count: > 0 } form)
            return null;

        var place = component?.Pointer ?? form.Origin.Pointer ?? $"{operation.Method} {operation.Path}";
        if (byPlace.TryGetValue((place, content.Encodings), out var known))
            return known;

        var plan = component is null
            ? Plan(form, content.Encodings, NameOf(form, context), $"{operation.Method} {operation.Path}", null)
            : Plan(form, content.Encodings, NameOf(component), null, component.Description);
        byPlace.Add((place, content.Encodings), plan);
        plans.Add(plan);
        return plan;
    }

    private NamedSchema? ComponentOf(Schema? schema)
    {
        NamedSchema? component = null;
        for (var steps = 0; schema is ReferenceSchema reference && steps <= schemas.Count && schemas.TryGetValue(reference.Pointer, out var named); steps++)
            (component, schema) = (named, named.Schema);
        return component;
    }

    private FormPlan Plan(ObjectSchema form, EquatableArray<PartEncoding> encodings, TypeName name, string? operation, string? description)
    {
        var properties = form.Properties.Where(p => p.Access != PropertyAccess.ReadOnly).ToList();
        var scope = new NameScope(ReservedNames.ObjectMembers, ReservedNames.FormMembers, [name.Name]);
        var names = NameGroup.TakeEach(scope, [.. properties.Select(p => WantedName.Of(p.WireName, p.NameOverride))]);
        return new(name, form.Origin.Pointer, operation, description, [.. properties.Select((p, i) => Field(p, names[i], encodings.FirstOrDefault(e => e.Name == p.WireName), name.Name))]);
    }

    private FormFieldPlan Field(Property property, string name, PartEncoding? encoding, string owner)
    {
        var schema = ConstantFields.SchemaOf(property);
        var list = Resolve(schema) as ArraySchema;
        if (IsFile(list?.Items ?? schema, encoding))
            return new(property, name, null, list is not null, encoding);
        // One file or several files: a list of one file is sent as the file alone.
        if (Resolve(schema) is UnionSchema union && union.Cases.All(c => IsFile((Resolve(c.Schema) as ArraySchema)?.Items ?? c.Schema, encoding)))
            return new(property, name, null, union.Cases.Any(c => Resolve(c.Schema) is ArraySchema), encoding);
        // A part of text without a schema is any text.
        var type = Resolve(schema) is AnySchema && encoding?.ContentType is { } text && MediaTypes.KindOf(text) != BodyKind.Json
            ? new PrimitiveType(Primitives.String)
            : types.Plan(schema, ContextualNames.Member(owner, name));
        return new(property, name, type, list is not null, encoding);
    }

    // What is neither text nor JSON is a file, though the schema may say no more than that it is a string (OpenAPI 3.0.3, "Considerations for File Uploads").
    private bool IsFile(Schema schema, PartEncoding? encoding) => (Resolve(schema), encoding?.ContentType) switch
    {
        (ScalarSchema { Type: "string", Format: "binary" }, _) => true,
        (AnySchema, null) => true,
        (AnySchema or ScalarSchema { Type: "string", Format: null }, { } type) => !IsText(type),
        _ => false,
    };

    private static bool IsText(string contentType) => MediaTypes.NameOf(contentType) is var name
        && (MediaTypes.KindOf(name) is BodyKind.Json or BodyKind.Text || name.EndsWith("xml", StringComparison.Ordinal) || name.EndsWith("yaml", StringComparison.Ordinal) || name == "application/x-www-form-urlencoded");

    private Schema Resolve(Schema schema) => ComponentOf(schema)?.Schema ?? schema;

    private TypeName NameOf(NamedSchema component)
    {
        var model = types.NameOf(component)?.Name ?? component.Name;
        return catalog.AddType(@namespace, ContextualNames.With(model, model.EndsWith(Ending, StringComparison.Ordinal) ? "Body" : Ending), Ending);
    }

    private TypeName NameOf(ObjectSchema form, string context) =>
        catalog.AddType(@namespace, Identifiers.Chosen(form.NameOverride) ?? ContextualNames.With(context, Ending), Ending, form.NameOverride is not null);
}
