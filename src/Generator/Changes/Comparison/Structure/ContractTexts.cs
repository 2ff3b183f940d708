using System.Globalization;
using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Changes.Comparison.Structure;

/// <summary>What documents say of the pages, streams and limits of an operation, in a line: two that are equal say the same.</summary>
internal static class ContractTexts
{
    /// <summary>How pages are read.</summary>
    /// <example><c>cursor, input cursor, next /nextCursor, items /data</c></example>
    public static string? Of(Paging? paging) => paging is null ? null : Join([.. Parts(paging).Select(p => Of(p))]);

    /// <summary>What two documents say of pages, each only what the other one does not say.</summary>
    /// <example><c>input cursor, no total</c> and <c>input pageCursor, total /count</c>; the old one is <see langword="null"/> if the new one only says more</example>
    public static (string? Old, string New) Differing(Paging old, Paging current)
    {
        var differing = Parts(old).Zip(Parts(current), (from, to) => (From: from, To: to)).Where(p => p.From != p.To).ToList();
        var isExtended = differing.All(p => p.From.Value is null);
        return (isExtended ? null : Join([.. differing.Select(p => Of(p.From) ?? $"no {p.From.Name}")]), Join([.. differing.Select(p => Of(p.To) ?? $"no {p.To.Name}")]));
    }

    private static (string Name, string? Value)[] Parts(Paging paging) =>
    [
        ("", Name(paging.Kind)),
        ("input", Of(paging.Input)),
        ("next", Of(paging.Next)),
        ("items", paging.Items.Pointer.Length == 0 ? "the whole body" : paging.Items.Pointer),
        ("key of items", paging.LastItemKey?.Pointer),
        ("has more", paging.HasMore?.Pointer),
        ("total", Of(paging.Total)),
        ("total pages", paging.TotalPages?.Pointer),
        ("first page", paging.FirstPage == 1 ? null : Of(paging.FirstPage)),
        ("end cursors", List(paging.EndCursors)),
        ("first page only", List(paging.FirstPageOnly)),
        ("page size", Of(paging.PageSize)),
        ("count only", paging.CountOnly),
    ];

    private static string? Of((string Name, string? Value) part) => part.Name.Length == 0 ? part.Value : Named(part.Name, part.Value);

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
