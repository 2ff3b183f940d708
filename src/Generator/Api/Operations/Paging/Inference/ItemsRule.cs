using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Api.Operations.Inference;

/// <summary>
/// Which array of a body has the items of the page: the body itself, or the one array of objects beside the place that leads to the next page. Of several, the
/// one with a name that services use for items, or with that of the path's last segment; if that leaves several, none.
/// </summary>
internal static class ItemsRule
{
    private static readonly HashSet<string> ItemNames = new(StringComparer.Ordinal)
    {
        "items", "data", "results", "result", "value", "values", "records", "entries", "elements", "content", "contents", "rows", "list", "objects", "resources",
    };

    // Arrays that stand beside the items.
    private static readonly HashSet<string> OtherNames = new(StringComparer.Ordinal)
    {
        "included", "includes", "errors", "error", "warnings", "links", "link", "schemas", "facets", "aggregations", "columns", "sort", "sorts", "filters",
    };

    // Objects that contain nothing but the result.
    private static readonly HashSet<string> WrapperNames = new(StringComparer.Ordinal) { "embedded", "data", "result", "results", "response", "payload" };

    /// <summary>The JSON pointer of the items, empty for the body itself; <see langword="null"/> if there are none, or several arrays that may be it.</summary>
    /// <param name="facts">The operation.</param>
    /// <param name="container">The pointer of the object with the place that leads to the next page; empty for the body.</param>
    /// <param name="allowScalars">Whether an array of texts or numbers is taken if there is no other.</param>
    public static string? Find(PageFacts facts, string container = "", bool allowScalars = false)
    {
        if (facts.Body is ArraySchema)
            return "";

        return In(facts, container, allowScalars) ?? (container.Length == 0 ? null : In(facts, "", allowScalars)) ?? InWrapper(facts, allowScalars);
    }

    // {"_embedded": {"pets": […]}} and {"data": {"pets": […]}}
    private static string? InWrapper(PageFacts facts, bool allowScalars)
    {
        if (Arrays(facts, "").Any())
            return null;
        var wrappers = facts.Fields.Where(f => f.Parent is null && f.Schema is ObjectSchema && WrapperNames.Contains(f.Name)).ToList();
        return wrappers.Count == 1 ? In(facts, wrappers[0].Pointer, allowScalars) : null;
    }

    private static string? In(PageFacts facts, string container, bool allowScalars)
    {
        var arrays = Arrays(facts, container).ToList();
        var objects = arrays.Where(a => IsOfObjects(facts, a)).ToList();
        if (objects.Count == 0)
            return allowScalars && arrays.Count == 1 ? arrays[0].Pointer : null;
        if (objects.Count == 1)
            return objects[0].Pointer;

        var named = objects.Where(a => ItemNames.Contains(a.Name)).ToList();
        if (named.Count == 0)
            named = [.. objects.Where(a => a.Name == Words.Key(LastSegment(facts.Operation.Path)))];
        return named.Count == 1 ? named[0].Pointer : null;
    }

    private static IEnumerable<PageField> Arrays(PageFacts facts, string container) =>
        facts.Fields.Where(f => f.Schema is ArraySchema && f.Container == container && !OtherNames.Contains(f.Name));

    private static bool IsOfObjects(PageFacts facts, PageField array) => facts.Actual(((ArraySchema)array.Schema).Items) is not (ScalarSchema or EnumSchema or ArraySchema or TupleSchema);

    private static string LastSegment(string path) => path.TrimEnd('/') is var trimmed ? trimmed.Substring(trimmed.LastIndexOf('/') + 1) : "";
}
