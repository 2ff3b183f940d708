using System.Globalization;
using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Changes.Comparison.Structure;

/// <summary>What documents say of the pages, streams and limits of an operation, in a line: two that are equal say the same.</summary>
internal static class ContractTexts
{
    /// <summary>How pages are read.</summary>
    /// <example><c>cursor, input cursor, next /nextCursor, items /data</c></example>
    public static string? Of(Paging? paging) => paging is null ? null : Join(
        Name(paging.Kind),
        Named("input", Of(paging.Input)),
        Named("next", Of(paging.Next)),
        Named("items", paging.Items.Pointer.Length == 0 ? "the whole body" : paging.Items.Pointer),
        Named("key of items", paging.LastItemKey?.Pointer),
        Named("has more", paging.HasMore?.Pointer),
        Named("total", Of(paging.Total)),
        Named("total pages", paging.TotalPages?.Pointer),
        paging.FirstPage == 1 ? null : Named("first page", Of(paging.FirstPage)),
        Named("end cursors", List(paging.EndCursors)),
        Named("first page only", List(paging.FirstPageOnly)),
        Named("page size", Of(paging.PageSize)),
        Named("count only", paging.CountOnly));

    /// <summary>How the items of a stream are read, without their schema.</summary>
    /// <example><c>events, end [DONE]</c></example>
    public static string Of(ItemSequence items) => Join(
        Name(items.Format),
        items.Envelope == EventEnvelope.None ? null : Named("whole events with data as", Name(items.Envelope)),
        items.IsNullable ? "null is an item" : null,
        Named("text events", List(items.TextEvents)),
        Named("end", List(items.EndMarkers)),
        items.ErrorEvents is { } errors ? $"error events {List(errors) ?? "none"}" : null,
        Named("result", items.ResultProperty),
        Named("error", items.ErrorProperty),
        items.Flag is { } flag ? $"asked for by {(flag.IsInBody ? "body" : "query")} {flag.Name}={flag.Value}" : null)!;

    /// <summary>How many requests the service takes.</summary>
    /// <example><c>100 in 1000 ms, burst 1000</c></example>
    public static string? Of(RateLimit? limit) => limit is null ? null : Join($"{Of(limit.Requests)} in {Of(limit.Milliseconds)} ms", limit.Burst is { } burst ? $"burst {Of(burst)}" : null);

    private static string? Of(PageInput? input) => input is null ? null : input.InBody ? $"body {input.Name}{(input.IsJson ? " as JSON" : "")}" : input.Name;

    private static string? Of(PageOutput? output) => output is null ? null : output.Header is { } header ? $"header {header}" : output.Field?.Pointer;

    private static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Named(string name, string? value) => value is null ? null : $"{name} {value}";

    private static string? List(IReadOnlyCollection<string> items) => items.Count == 0 ? null : string.Join(" ", items);

    private static string Join(params string?[] texts) => string.Join(", ", texts.Where(t => t is not null));

    private static string Name(Enum value) => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));
}
