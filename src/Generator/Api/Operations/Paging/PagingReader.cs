using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Operations.Terms;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Text;

namespace Kiln.Generator.Api.Operations;

/// <summary>Reads <c>x-kiln-paging</c> and checks it against the operation: a contract that names what is not there is an error in the document.</summary>
internal sealed class PagingReader(SchemaTargets schemas, List<DiagnosticInfo> diagnostics)
{
    /// <summary>The extension.</summary>
    public const string Key = "x-kiln-paging";

    private const string TextOrNumber = "a string or a number";

    /// <summary>The contract that the extension says; <see langword="null"/> if it is <c>false</c> and, with diagnostics, if it does not fit the operation.</summary>
    public Paging? Read(SpecNode node, Operation operation)
    {
        switch (node)
        {
            case SpecMap map:
                return Read(map, operation);
            case SpecScalar { Kind: ScalarKind.Boolean, Text: "false" }:
                return null;
            default:
                diagnostics.Add(new(ApiRules.InvalidPaging, node.Location, "it must be an object, or false for an operation without pages"));
                return null;
        }
    }

    /// <summary>The contract that an object of the extension's form describes; <see langword="null"/>, with diagnostics, if it does not fit the operation.</summary>
    public Paging? Read(SpecMap map, Operation operation)
    {
        var before = diagnostics.Count(IsError);
        if (operation.SuccessContent is not { Schema: { } body } content || MediaTypes.KindOf(content.MediaType) != BodyKind.Json)
            diagnostics.Add(new(ApiRules.InvalidPaging, map.Location, "the operation has no response with a JSON body"));
        else if (KindOf(map) is { } kind && Read(map, kind, new(map, operation, body, schemas, diagnostics), body) is { } paging && diagnostics.Count(IsError) == before)
            return paging;
        return null;
    }

    private static bool IsError(DiagnosticInfo diagnostic) => diagnostic.Rule == ApiRules.InvalidPaging || diagnostic.Rule == PagingRules.ConflictingPagingKeys;

    // Keys that do not go together are told before what they name: it may well be there, but for another kind.
    private PagingKind? KindOf(SpecMap map)
    {
        string? first = null;
        PagingKind? kind = null;
        foreach (var entry in map.Entries)
        {
            if (!PagingKeys.All.Contains(entry.Key))
            {
                diagnostics.Add(new(ApiRules.InvalidPaging, entry.KeyLocation, $"'{entry.Key}' is not one of its keys{SimilarName.Question(entry.Key, PagingKeys.All)}"));
                continue;
            }
            if (first is null && PagingKeys.KindOf(entry.Key) is { } said)
                (first, kind) = (entry.Key, said);
        }
        if (kind is null)
        {
            // A cursor that nothing leads to is the commonest kind, with its other half missing.
            var missing = map[PagingKeys.Cursor] is not null || map[PagingKeys.CursorInBody] is not null
                ? $"'{PagingKeys.NextCursor}' is missing"
                : $"none of the keys is there that say how the next page is found: {string.Join(", ", PagingKeys.SayingKind)}";
            diagnostics.Add(new(ApiRules.InvalidPaging, map.Location, missing));
            return null;
        }
        foreach (var entry in map.Entries.Where(e => PagingKeys.All.Contains(e.Key)))
        {
            var other = PagingKeys.Fits(entry.Key, kind.Value) ? PagingKeys.OtherOf(entry.Key) is { } same && map[same] is not null ? same : null : first;
            if (other is not null)
                diagnostics.Add(new(PagingRules.ConflictingPagingKeys, entry.KeyLocation, entry.Key, other));
        }
        return kind;
    }

    private Paging? Read(SpecMap map, PagingKind kind, PagingPlaces places, Schema body)
    {
        var items = places.Field(PagingKeys.Items, isNeeded: true, s => s is ArraySchema, "an array", mayBeBody: true);
        var next = kind switch
        {
            PagingKind.Cursor => places.Output(PagingKeys.NextCursor, PagingKeys.NextCursorHeader, IsTextOrNumber, TextOrNumber),
            PagingKind.NextLink => places.Output(PagingKeys.NextLink, PagingKeys.NextLinkHeader, IsText, "a string"),
            _ => null,
        };
        var input = kind switch
        {
            PagingKind.Cursor => places.Input(PagingKeys.Cursor, PagingKeys.CursorInBody, isNeeded: true, IsTextOrNumber, TextOrNumber),
            PagingKind.LastItem => places.Input(PagingKeys.Cursor, PagingKeys.CursorInBody, isNeeded: true, map[PagingKeys.CursorInBody] is null ? IsTextOrNumber : IsKey, TextOrNumber),
            PagingKind.Offset => places.Input(PagingKeys.Offset, PagingKeys.OffsetInBody, isNeeded: true, IsNumber, "an integer"),
            PagingKind.PageNumber => places.Input(PagingKeys.Page, PagingKeys.PageInBody, isNeeded: true, IsNumber, "an integer"),
            _ => null,
        };
        var item = items is null ? null : (schemas.Actual(SchemaAt(body, items)) as ArraySchema)?.Items;
        var key = kind == PagingKind.LastItem && item is not null
            ? places.ItemField(PagingKeys.LastItem, item, input?.InBody == true ? IsKey : IsTextOrNumber, TextOrNumber)
            : null;
        var total = places.Output(PagingKeys.Total, PagingKeys.TotalHeader, IsNumber, "an integer");
        var countOnly = places.Query(PagingKeys.CountOnly, s => s is ScalarSchema { Type: "boolean" }, "a boolean");
        if (countOnly is not null && total is null)
            places.Wrong<object>(map[PagingKeys.CountOnly]!, $"'{PagingKeys.CountOnly}' requires '{PagingKeys.Total}', the place of the count");
        if (items is null || (kind != PagingKind.NextLink && input is null))
            return null;

        return new(kind, input, next, items)
        {
            LastItemKey = key,
            HasMore = places.Field(PagingKeys.HasMore, isNeeded: false, s => s is ScalarSchema { Type: "boolean" }, "a boolean"),
            Total = total,
            TotalPages = places.Field(PagingKeys.TotalPages, isNeeded: false, IsNumber, "an integer"),
            FirstPage = FirstPage(map, places),
            EndCursors = places.Texts(PagingKeys.EndCursors),
            FirstPageOnly = places.Queries(PagingKeys.FirstPageOnly),
            PageSize = places.Input(PagingKeys.PageSize, PagingKeys.PageSizeInBody, isNeeded: false, s => s is ScalarSchema { Type: "integer" or "number" }, "an integer"),
            CountOnly = countOnly?.WireName,
        };
    }

    private static int FirstPage(SpecMap map, PagingPlaces places)
    {
        switch (map[PagingKeys.FirstPage])
        {
            case null or SpecScalar { Kind: ScalarKind.Number, Text: "1" }:
                return 1;
            case SpecScalar { Kind: ScalarKind.Number, Text: "0" }:
                return 0;
            case var other:
                places.Wrong<object>(other, $"'{PagingKeys.FirstPage}' must be 0 or 1");
                return 1;
        }
    }

    private Schema SchemaAt(Schema schema, FieldPath path)
    {
        foreach (var field in path.Fields)
            schema = ((ObjectSchema)schemas.Actual(schema)).Properties.Items.First(p => p.WireName == field).Schema;
        return schema;
    }

    // All of these are sent as they were received, whatever C# type they have.
    private static bool IsTextOrNumber(Schema schema) => schema is ScalarSchema { Type: "string" or "integer" or "number" } or AnySchema;

    private static bool IsText(Schema schema) => schema is ScalarSchema { Type: "string" } or AnySchema;

    private static bool IsNumber(Schema schema) => schema is ScalarSchema { Type: "integer" or "number" or "string" };

    // Elasticsearch goes on from a list of values.
    private static bool IsKey(Schema schema) => IsTextOrNumber(schema) || schema is ArraySchema or UnionSchema;
}
