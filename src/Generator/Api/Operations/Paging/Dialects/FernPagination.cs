using Kiln.Generator.Api.Operations.Inference;
using Kiln.Generator.Api.Operations.Terms;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations.Dialects;

/// <summary>
/// <c>x-fern-pagination</c> (Fern, "Pagination"): a cursor, an offset (with a <c>step</c>; without one it is the number of a page) or the URL of the next page, as
/// <c>$request.x</c> and <c>$response.y</c>. <c>true</c> stands for the extension of the whole document.
/// </summary>
internal static class FernPagination
{
    public const string Key = "x-fern-pagination";

    private static readonly string[] Keys = ["type", "cursor", "next_cursor", "offset", "step", "results", "has-next-page", "next_uri", "next_path"];

    public static DialectReading Read(SpecNode node, SpecNode? ofDocument, PageFacts facts)
    {
        var own = node is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" } ? ofDocument : node;
        if (own is not SpecMap map)
            return DialectReading.Wrong(ReferenceEquals(own, node) ? "it must be an object" : "it is true, and the document has no x-fern-pagination of its own");
        if (map["type"].AsText() == "custom" || map["custom"] is not null)
            return DialectReading.Wrong("its type is custom, which is code that somebody has to write");
        if (DialectKeys.Unknown(map, Keys) is { } unknown)
            return DialectReading.Wrong(unknown);
        foreach (var entry in map.Entries.Where(e => e.Key is not ("type" or "cursor" or "offset" or "step")))
        {
            if (Response(map, entry.Key) is null)
                return DialectReading.Wrong($"'{entry.Key}' must be a path of names such as $response.data");
        }

        var terms = new PagingTerms();
        if (map["cursor"] is not null || map["next_cursor"] is not null)
        {
            if (Response(map, "next_cursor") is not { } next || !TryInput(terms, map, "cursor", PagingKeys.Cursor, facts, out _))
                return DialectReading.Wrong("'cursor' must be an input such as $request.cursor, and 'next_cursor' a path such as $response.next");
            terms.With(PagingKeys.NextCursor, next);
        }
        else if (map["offset"] is not null)
        {
            var key = map["step"] is null ? PagingKeys.Page : PagingKeys.Offset;
            if (!TryInput(terms, map, "offset", key, facts, out var name))
                return DialectReading.Wrong("'offset' must be an input such as $request.page");
            if (key == PagingKeys.Page)
                terms.WithFirstPage(facts, name);
        }
        else if ((Response(map, "next_uri") ?? Response(map, "next_path")) is { } link)
        {
            terms.With(PagingKeys.NextLink, link);
        }
        else
        {
            return DialectReading.Wrong("it has neither a cursor, an offset nor the URL of the next page");
        }

        return (Response(map, "results") ?? ItemsRule.Find(facts, allowScalars: true)) is { } items
            ? DialectReading.Of(terms.With(PagingKeys.HasMore, Response(map, "has-next-page")).With(PagingKeys.Items, items).With(PagingKeys.Total, PageParts.Total(facts)?.Pointer))
            : DialectReading.Wrong("'results' is missing");
    }

    private static string? Response(SpecMap map, string key) => ResponsePath.Parse(map[key].AsText(), "$response") is { InLastItem: null, Pointer: var pointer } ? pointer : null;

    // A query parameter if there is one of this name, otherwise a property of the request's body.
    private static bool TryInput(PagingTerms terms, SpecMap map, string from, string key, PageFacts facts, out string name)
    {
        name = "";
        if (ResponsePath.Parse(map[from].AsText(), "$request") is not { InLastItem: null, Pointer: ['/', ..] pointer })
            return false;
        var names = JsonPointer.Parse(pointer);
        var parameter = name = string.Join(".", names);
        var inBody = !facts.Inputs.Any(i => i.Parameter?.WireName == parameter) && (names.Length > 1 || facts.Inputs.Any(i => i.InBody && i.Place == pointer));
        terms.With(inBody ? PagingKeys.InBody(key) : key, inBody ? pointer : parameter);
        return true;
    }
}
