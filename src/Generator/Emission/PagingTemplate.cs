using System.Globalization;
using System.Text;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the methods that walk an operation's pages.</summary>
internal static class PagingTemplate
{
    public static string GetAll(CallShape call, PagingShape paging) => Source.Of($$"""
        /// <summary>Enumerates the items of all pages: those at <c>{{DocComment.Escape(paging.ItemsPointer)}}</c> of each page, following the cursor at <c>{{DocComment.Escape(paging.NextCursorPointer)}}</c>.</summary>
        /// <remarks>The first request is sent when the enumeration starts.{{PageSizeRemark(paging)}}</remarks>
        {{CallTemplate.ParameterDocs(call)}}
        /// <returns>The items, to be enumerated with <c>await foreach</c>.</returns>
        {{Docs.Obsolete(call.Doc)}}
        public Pages<{{paging.PageType}}, {{paging.ItemType}}> {{call.Name}}AllAsync({{CallTemplate.Parameters(call)}}Action<RequestConfiguration<{{call.Query}}>>? configure = null) =>
            new(RequestAdapter, {{call.Fields.Paging}}, cursor => To{{call.Name}}RequestInformation({{CallTemplate.Arguments(call)}}request =>
            {
                {{(paging.PageSizeProperty is null ? "" : $"request.QueryParameters.{paging.PageSizeProperty} = {Number(paging.PageSize)};")}}
                configure?.Invoke(request);
                if (cursor is null)
                    return;

                request.QueryParameters.{{paging.CursorProperty}} = cursor;
                {{Source.Lines(paging.FirstPageOnly.Select(p => $"request.QueryParameters.{p} = null;"))}}
            }));
        """);

    public static string Count(CallShape call, PagingShape paging) => Source.Of($$"""
        /// <summary>Gets the number of items without fetching them.</summary>
        {{CallTemplate.ParameterDocs(call)}}
        {{Docs.CancellationToken}}
        /// <returns>The number of items.</returns>
        {{Docs.Obsolete(call.Doc)}}
        public async Task<long> {{paging.CountMethod}}(
            {{CallTemplate.Parameters(call)}}Action<RequestConfiguration<{{call.Query}}>>? configure = null, CancellationToken cancellationToken = default)
        {
            var information = To{{call.Name}}RequestInformation({{CallTemplate.Arguments(call)}}request =>
            {
                configure?.Invoke(request);
                request.QueryParameters.{{paging.CountOnlyProperty}} = true;
            });
            var counted = {{CallTemplate.Optional(call.Response, $"{call.Fields.Paging}.CreateCountBodyType({CSharpText.Literal(paging.TotalPointer ?? "")})")}};
            var page = await RequestAdapter.SendAsync(information, counted, {{call.Fields.Errors}}, cancellationToken).ConfigureAwait(false);
            return {{Total(paging.Total!, call.Response.EmptyStatuses is not null)}};
        }
        """);

    // private static readonly PagingContract<LogsResponse, Line> GetPaging = new(page: …, item: …, errors: GetErrors, …);
    public static string Contract(CallShape call, PagingShape paging) => Source.Of($$"""
        private static readonly PagingContract<{{paging.PageType}}, {{paging.ItemType}}> {{call.Fields.Paging}} = new(
            page: {{paging.PageWire}},
            item: {{paging.ItemWire}},
            errors: {{call.Fields.Errors}},
            items: static page => {{Access(paging.Items)}},
            itemsPointer: {{CSharpText.Literal(paging.ItemsPointer)}},
            nextCursor: static page => {{Access(paging.NextCursor)}},
            nextCursorPointer: {{CSharpText.Literal(paging.NextCursorPointer)}}){{(Properties(call, paging).Length == 0 ? ";" : "")}}
        {{Properties(call, paging)}}
        """).TrimEnd();

    private static string Total(MemberPathShape path, bool isOptional) => path.IsNullable || isOptional ? $"{Access(path, isOptional)} ?? 0" : Access(path);

    // page.Pagination?.NextCursor: a question mark follows each step that may be null, but for the last.
    private static string Access(MemberPathShape path, bool isOptional = false)
    {
        var expression = new StringBuilder("page");
        var isNullable = isOptional;
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
            paging.EndCursors.Count == 0 ? "" : $"    EndCursors = [{string.Join(", ", paging.EndCursors.Select(CSharpText.Literal))}],",
            call.Response.EmptyStatuses is { } statuses ? $"    EmptyStatusCodes = [{string.Join(", ", statuses.Select(s => Number(s)))}]," : "",
        ]);
        return properties.Length == 0 ? "" : $"{{\n{properties}\n}};";
    }

    private static string PageSizeRemark(PagingShape paging) => paging.PageSizeProperty is null
        ? ""
        : $" The page size is {Number(paging.PageSize)} unless <c>{paging.PageSizeProperty}</c> is set.";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
