using Kiln.Generator.Api.Operations.Inference;
using Kiln.Generator.Api.Operations.Terms;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations.Dialects;

/// <summary>
/// <c>x-speakeasy-pagination</c> (Speakeasy, "Adding pagination to SDKs"): a <c>type</c>, the <c>inputs</c> of the request, and the <c>outputs</c> of the
/// response as JSONPath.
/// </summary>
internal static class SpeakeasyPagination
{
    public const string Key = "x-speakeasy-pagination";

    private static readonly string[] Keys = ["type", "inputs", "outputs"];
    private static readonly string[] OutputKeys = ["results", "numPages", "nextCursor", "nextUrl"];

    public static DialectReading Read(SpecNode node, PageFacts facts)
    {
        if (node is not SpecMap map)
            return DialectReading.Wrong("it must be an object");
        var outputs = map["outputs"] as SpecMap ?? SpecNodes.EmptyMap(map.Span);
        if ((DialectKeys.Unknown(map, Keys) ?? DialectKeys.Unknown(outputs, OutputKeys)) is { } unknown)
            return DialectReading.Wrong(unknown);
        if (outputs.Entries.FirstOrDefault(e => Path(e.Value) is null) is { } wrong)
            return DialectReading.Wrong($"'{wrong.Value.AsScalarText()}' is not a path of names such as $.data.items");

        return map["type"].AsText() switch
        {
            "offsetLimit" => Numbers(map, outputs, facts),
            "cursor" => Cursor(map, outputs, facts),
            "url" when Path(outputs["nextUrl"]) is { } url => Finish(new PagingTerms().With(PagingKeys.NextLink, url.Pointer), outputs, facts, map),
            "url" => DialectReading.Wrong("'outputs' has no 'nextUrl'"),
            var other => DialectReading.Wrong($"its type is '{other}', and not offsetLimit, cursor or url"),
        };
    }

    private static DialectReading Numbers(SpecMap map, SpecMap outputs, PageFacts facts)
    {
        var terms = new PagingTerms();
        if (Input(map, "offset") is { } offset)
            With(terms, PagingKeys.Offset, offset);
        else if (Input(map, "page") is { } page)
            With(terms, PagingKeys.Page, page).WithFirstPage(facts, Name(page));
        else
            return DialectReading.Wrong("'inputs' has neither an offset nor a page");
        return Finish(terms.With(PagingKeys.TotalPages, Path(outputs["numPages"])?.Pointer), outputs, facts, map);
    }

    private static DialectReading Cursor(SpecMap map, SpecMap outputs, PageFacts facts)
    {
        if (Input(map, "cursor") is not { } input)
            return DialectReading.Wrong("'inputs' has no cursor");
        if (Path(outputs["nextCursor"]) is not { } next)
            return DialectReading.Wrong("'outputs' has no 'nextCursor'");

        var terms = With(new PagingTerms(), PagingKeys.Cursor, input);
        return next.InLastItem is { } key
            ? Finish(terms.With(PagingKeys.LastItem, key).With(PagingKeys.HasMore, PageParts.HasMore(facts)?.Pointer), outputs, facts, map, next.Pointer)
            : Finish(terms.With(PagingKeys.NextCursor, next.Pointer), outputs, facts, map);
    }

    private static DialectReading Finish(PagingTerms terms, SpecMap outputs, PageFacts facts, SpecMap map, string? itemsOfKey = null)
    {
        if ((Path(outputs["results"])?.Pointer ?? itemsOfKey ?? ItemsRule.Find(facts, allowScalars: true)) is not { } items)
            return DialectReading.Wrong("'outputs' has no 'results', and the response body has not just one array of objects");
        var size = Input(map, "limit") is { } limit && !IsInBody(limit) ? facts.Inputs.FirstOrDefault(i => i.Parameter?.WireName == Name(limit)) : null;
        return DialectReading.Of(terms
            .With(PagingKeys.Items, items)
            .With(PagingKeys.Total, PageParts.Total(facts)?.Pointer)
            .With(PagingKeys.PageSize, size?.Parameter?.Maximum is null ? null : size.Place));
    }

    private static PagingTerms With(PagingTerms terms, string key, SpecMap input) => IsInBody(input)
        ? terms.With(PagingKeys.InBody(key), "/" + JsonPointer.Escape(Name(input)))
        : terms.With(key, Name(input));

    private static SpecMap? Input(SpecMap map, string type) =>
        map["inputs"] is SpecList inputs ? inputs.Items.OfType<SpecMap>().FirstOrDefault(i => i["type"].AsText() == type && i["name"].AsText() is not null) : null;

    private static bool IsInBody(SpecMap input) => input["in"].AsText() == "requestBody";

    private static string Name(SpecMap input) => input["name"].AsText() ?? "";

    private static ResponsePath? Path(SpecNode? node) => ResponsePath.Parse(node.AsText(), "$");
}
