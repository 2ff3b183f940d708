using System.Globalization;
using System.Text;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the methods that walk an operation's pages.</summary>
internal static class PagingTemplate
{
    public static string GetAll(CallShape call, PagingShape paging) => Source.Of($$"""
        /// <summary>Enumerates the items of all pages: {{Items(paging)}}, {{Way(paging.Method)}}.</summary>
        /// <remarks>The first request is sent when the enumeration starts.{{PageSizeRemark(paging)}}{{(paging.IsInferred ? " How the pages are read is inferred from the API's description." : "")}}</remarks>
        {{CallTemplate.ParameterDocs(call)}}
        /// <returns>The items, to be enumerated with <c>await foreach</c>.</returns>
        {{Docs.Obsolete(call.Doc)}}
        public Pages<{{paging.PageType}}, {{paging.ItemType}}> {{call.Name}}AllAsync({{CallTemplate.Parameters(call)}}{{CallTemplate.Configure(call)}} configure = null) =>
            new(RequestAdapter, {{call.Fields.Paging}}, () => To{{call.Name}}RequestInformation({{CallTemplate.Arguments(call)}}configure));
        """);

    public static string Count(CallShape call, PagingShape paging) => Source.Of($$"""
        /// <summary>Gets the number of items {{(paging.CountOnly is null ? "by a request for the smallest page" : "without fetching them")}}.</summary>
        {{CallTemplate.ParameterDocs(call, paging.CountArgument)}}
        {{CallTemplate.CancellationDocs(call)}}
        /// <returns>The number of items.</returns>
        {{Docs.Obsolete(call.Doc)}}
        public Task<long> {{paging.CountMethod}}(
            {{CallTemplate.Parameters(call, paging.CountArgument)}}{{CallTemplate.Configure(call)}} configure = null, CancellationToken cancellationToken = default) =>
            {{call.Name}}AllAsync({{CallTemplate.Arguments(call, paging.CountArgument, "true")}}configure).GetTotalAsync(cancellationToken);
        """);

    // private static readonly PagingContract<LogsResponse, Line> GetPaging = new(page: …, item: …, errors: GetErrors, …);
    public static string Contract(CallShape call, PagingShape paging) => Source.Of($$"""
        private static readonly PagingContract<{{paging.PageType}}, {{paging.ItemType}}> {{call.Fields.Paging}} = new(
            page: {{paging.PageWire}},
            item: {{paging.ItemWire}},
            errors: {{call.Fields.Response}},
            items: static page => {{Access(paging.Items)}},
            itemsPointer: {{CSharpText.Literal(paging.ItemsPointer)}},
            method: {{Method(paging.Method)}}){{(Properties(call, paging).Length == 0 ? ";" : "")}}
        {{Properties(call, paging)}}
        """).TrimEnd();

    // PagingMethod.Cursor("after", "/page/next")
    private static string Method(PagingMethodShape method)
    {
        string[] arguments =
        [
            .. new[] { method.Input, method.Output }.OfType<string>().Select(CSharpText.Literal),
            .. method is { Name: "PageNumber", FirstPage: not 1 } ? [$"firstPage: {Number(method.FirstPage)}"] : Array.Empty<string>(),
            .. method.InBody ? ["inBody: true"] : Array.Empty<string>(),
            .. method.IsJson ? ["isJson: true"] : Array.Empty<string>(),
        ];
        return $"PagingMethod.{method.Name}({string.Join(", ", arguments)})";
    }

    // page.Pagination?.Data: a question mark follows each step that may be null, but for the last.
    private static string Access(MemberPathShape path)
    {
        var expression = new StringBuilder("page");
        var isNullable = false;
        foreach (var step in path.Steps)
        {
            expression.Append(isNullable ? "?." : ".").Append(step.Property);
            isNullable = step.IsNullable;
        }
        return expression.ToString();
    }

    private static string Properties(CallShape call, PagingShape paging)
    {
        var properties = Source.Lines(
        [
            Texts("EndCursors", paging.EndCursors.Items),
            Text("HasMore", paging.HasMore),
            Text("Total", paging.Total),
            Text("TotalPages", paging.TotalPages),
            paging.PageSize is { } size ? $"    PageSize = new({string.Join(", ", PageSize(size))})," : "",
            Texts("FirstPageOnly", paging.FirstPageOnly.Items),
            Text("CountOnly", paging.CountOnly),
            call.Response.EmptyStatuses is { } statuses ? $"    EmptyStatusCodes = [{string.Join(", ", statuses.Select(s => Number(s)))}]," : "",
        ]);
        return properties.Length == 0 ? "" : $"{{\n{properties}\n}};";
    }

    private static IEnumerable<string> PageSize(PageSizeShape size)
    {
        yield return CSharpText.Literal(size.Input);
        if (size.Size is { } number)
            yield return Number(number);
        if (size.Least != 1)
            yield return $"least: {Number(size.Least)}";
        if (size.InBody)
            yield return "inBody: true";
    }

    private static string Text(string property, string? value) => value is null ? "" : $"    {property} = {CSharpText.Literal(value)},";

    private static string Texts(string property, IReadOnlyCollection<string> values) =>
        values.Count == 0 ? "" : $"    {property} = [{string.Join(", ", values.Select(CSharpText.Literal))}],";

    private static string Items(PagingShape paging) => paging.ItemsPointer.Length == 0 ? "each page is a list of them" : $"those at {Code(paging.ItemsPointer)} of each page";

    private static string Way(PagingMethodShape method) => method.Name switch
    {
        "Cursor" => "following the cursor " + Place(method.Output!),
        "NextLink" => "following the link to the next page " + Place(method.Output!),
        "Offset" => $"each asked for by its offset {Code(method.Input!)}",
        "PageNumber" => $"each asked for by its number {Code(method.Input!)}",
        _ => $"each asked for by the last item before it, whose {Code(method.Output!)} is sent as {Code(method.Input!)}",
    };

    private static string Place(string output) => output[0] == '/' ? $"at {Code(output)}" : $"in the header {Code(output)}";

    private static string Code(string text) => $"<c>{DocComment.Escape(text)}</c>";

    private static string PageSizeRemark(PagingShape paging) => paging.PageSize is { Size: { } size, Property: { } property }
        ? $" The page size is {Number(size)} unless <c>{property}</c> is set."
        : "";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
