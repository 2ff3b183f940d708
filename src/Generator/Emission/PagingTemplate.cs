using System.Globalization;
using System.Text;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the methods that walk an operation's pages.</summary>
internal static class PagingTemplate
{
    public static string GetAll(CallShape call, PagingShape paging) => Source.Of($$"""
        /// <summary>Every item, page after page, from <c>{{DocComment.Escape(paging.ItemsPointer)}}</c> of each; the next page is that of <c>{{DocComment.Escape(paging.NextCursorPointer)}}</c>.</summary>
        /// <remarks>Nothing is sent before the first item is asked for.{{PageSizeRemark(paging)}}</remarks>
        {{CallTemplate.ParameterDocs(call)}}
        {{Docs.Obsolete(call.Doc)}}
        public Pages<{{call.Response.Type}}, {{paging.ItemType}}> {{call.Name}}AllAsync({{CallTemplate.Parameters(call)}}Action<RequestConfiguration<{{call.Query}}>>? configure = null) =>
            new(RequestAdapter, {{call.Name}}Paging, cursor => To{{call.Name}}RequestInformation({{CallTemplate.Arguments(call)}}request =>
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
        /// <summary>How many items there are, without the items.</summary>
        {{CallTemplate.ParameterDocs(call)}}
        /// <param name="cancellationToken">Ends the call early.</param>
        {{Docs.Obsolete(call.Doc)}}
        public async Task<long> CountAsync(
            {{CallTemplate.Parameters(call)}}Action<RequestConfiguration<{{call.Query}}>>? configure = null, CancellationToken cancellationToken = default)
        {
            var information = To{{call.Name}}RequestInformation({{CallTemplate.Arguments(call)}}request =>
            {
                configure?.Invoke(request);
                request.QueryParameters.{{paging.CountOnlyProperty}} = true;
            });
            var counted = {{call.Name}}Paging.CreateCountBodyType({{CSharpText.Literal(paging.TotalPointer ?? "")}});
            var page = await RequestAdapter.SendAsync(information, counted, {{call.Name}}Errors, cancellationToken).ConfigureAwait(false);
            return {{Total(paging.Total!)}};
        }
        """);

    public static string Contract(CallShape call, PagingShape paging) => Source.Of($$"""
        private static readonly PagingContract<{{call.Response.Type}}, {{paging.ItemType}}> {{call.Name}}Paging = new(
            page: {{paging.PageWire}},
            item: {{paging.ItemWire}},
            {{call.Name}}Errors,
            items: static page => {{Access(paging.Items)}},
            itemsPointer: {{CSharpText.Literal(paging.ItemsPointer)}},
            nextCursor: static page => {{Access(paging.NextCursor)}},
            nextCursorPointer: {{CSharpText.Literal(paging.NextCursorPointer)}}){{(paging.EndCursors.Count == 0 ? ";" : "")}}
        {{EndCursors(paging)}}
        """).TrimEnd();

    private static string Total(MemberPathShape path) => path.IsNullable ? $"{Access(path)} ?? 0" : Access(path);

    // page.Pagination?.NextCursor: a question mark stands behind each step that may be null, but for the last.
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

    private static string EndCursors(PagingShape paging) => paging.EndCursors.Count == 0
        ? ""
        : $"{{\n    EndCursors = [{string.Join(", ", paging.EndCursors.Select(CSharpText.Literal))}],\n}};";

    private static string PageSizeRemark(PagingShape paging) => paging.PageSizeProperty is null
        ? ""
        : $" Pages are of {Number(paging.PageSize)} items unless {paging.PageSizeProperty} is set.";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
