using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Operations.Terms;
using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations.Inference;

/// <summary>What the rules look at in an operation: its inputs, and the places of its success body.</summary>
internal sealed class PageFacts
{
    // Objects that services put what belongs to the page, and not to its items, into.
    private static readonly HashSet<string> EnvelopeNames = new(StringComparer.Ordinal)
    {
        "meta", "metadata", "responsemetadata", "responsemeta", "page", "pages", "pageinfo", "paging", "pagination", "pagingmetadata", "paginationinfo", "paginationmetadata",
        "links", "link", "cursor", "cursors", "next", "listmeta", "info",
    };

    private const int Depth = 3;

    // A document may have an object with very many properties in each of its properties.
    private const int MostFields = 2_000;

    private readonly SchemaTargets schemas;
    private readonly List<PageField> fields = [];

    private PageFacts(Operation operation, Schema body, SchemaTargets schemas)
    {
        this.schemas = schemas;
        Operation = operation;
        Body = schemas.Actual(body);
        Add(Body, null, isEnvelope: true);
        Inputs = [.. ReadInputs()];
    }

    public Operation Operation { get; }

    /// <summary>The schema of the success body, without references.</summary>
    public Schema Body { get; }

    /// <summary>The query parameters, and the properties of a JSON body that the request has.</summary>
    public IReadOnlyList<PageInputFact> Inputs { get; }

    /// <summary>The places of the success body, those of objects before their own.</summary>
    public IReadOnlyList<PageField> Fields => fields;

    /// <summary>The facts of an operation; <see langword="null"/> if it has no success body in JSON.</summary>
    public static PageFacts? Of(Operation operation, SchemaTargets schemas) =>
        operation.SuccessContent is { Schema: { } body } content && MediaTypes.KindOf(content.MediaType) == BodyKind.Json ? new(operation, body, schemas) : null;

    /// <summary>The inputs of one of some names, which are keys of <see cref="Words.Key"/>.</summary>
    public IEnumerable<PageInputFact> InputsNamed(params string[] keys) => Inputs.Where(i => keys.Contains(i.Key, StringComparer.Ordinal));

    public Schema Actual(Schema schema) => schemas.Actual(schema);

    public EquatableArray<Property> PropertiesOf(Schema schema) => schemas.PropertiesOf(schema);

    private void Add(Schema schema, PageField? parent, bool isEnvelope)
    {
        foreach (var property in schemas.PropertiesOf(schema))
        {
            if (property.Access == PropertyAccess.WriteOnly)
                continue;
            if (fields.Count >= MostFields)
                return;
            var actual = schemas.Actual(property.Schema);
            var field = new PageField(parent, property.WireName, actual, schemas.DescriptionOf(property.Description, property.Schema)) { IsInEnvelope = isEnvelope };
            fields.Add(field);
            // Below the first level only what can be part of a page's own properties.
            if (actual is ObjectSchema && field.Depth < Depth && (parent is null || EnvelopeNames.Contains(field.Name)))
                Add(actual, field, isEnvelope && EnvelopeNames.Contains(field.Name));
        }
    }

    private IEnumerable<PageInputFact> ReadInputs()
    {
        foreach (var parameter in Operation.Parameters.Where(p => p.In == ParameterLocation.Query))
            yield return new(parameter.WireName, InBody: false, schemas.Actual(parameter.Schema), parameter.Description ?? "") { Parameter = parameter };

        if (Operation.Method == "GET" || Operation.Body?.Contents.FirstOrDefault(c => MediaTypes.KindOf(c.MediaType) == BodyKind.Json) is not { Schema: { } body })
            yield break;
        foreach (var property in schemas.PropertiesOf(body))
        {
            yield return Input(property, "/" + JsonPointer.Escape(property.WireName));
            if (!EnvelopeNames.Contains(Words.Key(property.WireName)))
                continue;
            foreach (var inner in schemas.PropertiesOf(property.Schema))
                yield return Input(inner, $"/{JsonPointer.Escape(property.WireName)}/{JsonPointer.Escape(inner.WireName)}");
        }

        PageInputFact Input(Property property, string pointer) =>
            new(pointer, InBody: true, schemas.Actual(property.Schema), schemas.DescriptionOf(property.Description, property.Schema));
    }
}

/// <summary>An input of an operation.</summary>
/// <param name="Place">The name of the query parameter, or the JSON pointer into the request's body.</param>
/// <param name="InBody">Whether it is in the body.</param>
/// <param name="Schema">The schema of its value, without references.</param>
/// <param name="Description">What the document says of it; empty for nothing.</param>
internal sealed record PageInputFact(string Place, bool InBody, Schema Schema, string Description)
{
    /// <summary>Its name, comparable with those of other conventions.</summary>
    public string Key { get; } = Words.Key(InBody ? Place.Substring(Place.LastIndexOf('/') + 1) : Place);

    /// <summary>The query parameter; <see langword="null"/> for an input of the body.</summary>
    public Parameter? Parameter { get; init; }

    public bool IsText => Schema is ScalarSchema { Type: "string" } or EnumSchema;

    public bool IsInteger => Schema is ScalarSchema { Type: "integer" };
}

/// <summary>A place of a response's body.</summary>
/// <param name="Parent">The object that it is a property of; <see langword="null"/> for the body.</param>
/// <param name="WireName">The property.</param>
/// <param name="Schema">The schema of its value, without references.</param>
/// <param name="Description">What the document says of it; empty for nothing.</param>
internal sealed record PageField(PageField? Parent, string WireName, Schema Schema, string Description)
{
    /// <summary>How many properties lead to it.</summary>
    public int Depth { get; } = (Parent?.Depth ?? 0) + 1;

    /// <summary>Its name, comparable with those of other conventions.</summary>
    public string Name { get; } = Words.Key(WireName);

    /// <summary>Its names and those of the objects around it, joined by slashes.</summary>
    /// <example><c>responsemetadata/nextcursor</c></example>
    public string Key => Parent is null ? Name : $"{Parent.Key}/{Name}";

    /// <summary>Its JSON pointer (RFC 6901).</summary>
    public string Pointer => $"{Container}/{JsonPointer.Escape(WireName)}";

    /// <summary>The pointer of the object that it is a property of; empty for the body.</summary>
    public string Container => Parent?.Pointer ?? "";

    /// <summary>Whether it is a property of the body, or of objects that are about the page.</summary>
    public bool IsInEnvelope { get; init; }

    public bool IsText => Schema is ScalarSchema { Type: "string" };

    public bool IsInteger => Schema is ScalarSchema { Type: "integer" };

    public bool IsNumber => Schema is ScalarSchema { Type: "integer" or "number" };

    public bool IsBoolean => Schema is ScalarSchema { Type: "boolean" };

    /// <summary>Whether it is called so: by its name, or by its last names joined by slashes.</summary>
    public bool Is(string key)
    {
        var slash = key.LastIndexOf('/');
        if (slash < 0)
            return Name == key;
        return string.CompareOrdinal(Name, 0, key, slash + 1, int.MaxValue) == 0 && Parent?.Is(key.Substring(0, slash)) == true;
    }
}
