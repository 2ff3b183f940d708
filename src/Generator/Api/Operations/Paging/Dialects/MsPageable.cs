using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Operations.Inference;
using Kiln.Generator.Api.Operations.Terms;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations.Dialects;

/// <summary>
/// <c>x-ms-pageable</c> (AutoRest, "Swagger Extensions"): <c>nextLinkName</c> is the property with the URL of the next page, null for a response without pages;
/// <c>itemName</c> that with the items, <c>value</c> unless it is said; <c>operationName</c> the operation behind the URL.
/// </summary>
internal static class MsPageable
{
    public const string Key = "x-ms-pageable";

    private static readonly string[] Keys = ["nextLinkName", "itemName", "operationName"];

    public static DialectReading Read(SpecNode node, PageFacts facts, IReadOnlyList<Operation> operations)
    {
        if (node is not SpecMap map)
            return DialectReading.Wrong("it must be an object");
        if (DialectKeys.Unknown(map, Keys) is { } unknown)
            return DialectReading.Wrong(unknown);
        if (map["nextLinkName"].IsNull())
            return DialectReading.OnePage;
        if (map["nextLinkName"].AsText() is not { Length: > 0 } link)
            return DialectReading.Wrong("'nextLinkName' must be the name of a property, or null");
        if (map["operationName"].AsText() is { } next && operations.FirstOrDefault(o => o.Id == next) is { Method: not "GET" } other)
            return DialectReading.Wrong($"the operation '{next}' is a {other.Method}, and a next link is requested with GET");

        var items = map["itemName"].AsText() is { Length: > 0 } name ? Pointer(facts, name)
            : facts.Fields.Any(f => f.Key == "value" && f.Schema is ArraySchema) ? "/value"
            : ItemsRule.Find(facts, allowScalars: true);
        return items is null
            ? DialectReading.Wrong("the response body has no property 'value' with the items, and 'itemName' names no other")
            : DialectReading.Of(new PagingTerms().With(PagingKeys.NextLink, Pointer(facts, link)).With(PagingKeys.Items, items).With(PagingKeys.Total, PageParts.Total(facts)?.Pointer));
    }

    // A dot separates the properties of a path, unless it is part of a name: odata.nextLink, or odata\.nextLink.
    private static string Pointer(PageFacts facts, string name)
    {
        var literal = name.Replace("\\.", ".");
        if (facts.Fields.Any(f => f.Parent is null && f.WireName == literal))
            return "/" + JsonPointer.Escape(literal);
        return string.Concat(name.Replace("\\.", "\0").Split('.').Select(p => "/" + JsonPointer.Escape(p.Replace('\0', '.'))));
    }
}
