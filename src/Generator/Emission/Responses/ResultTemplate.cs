using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the result of an operation whose successes have bodies of several types.</summary>
internal static class ResultTemplate
{
    public static string Write(ResultShape result) => Source.Of($$"""
        {{Docs.Write(result.Doc, $"The result of `{result.Operation}`: the body of the status code that was received; the properties of other bodies are null.")}}
        {{Docs.TypeAttributes(result.Doc)}}
        public sealed partial class {{result.Name}} : IStatusResult
        {
            /// <summary>Initializes a new result, for example in tests.</summary>
            /// <param name="statusCode">The status code.</param>
            {{Source.Lines(result.Cases.Select(c => $"/// <param name=\"{c.Parameter.TrimStart('@')}\">{Body(c)}; null, the default, for none.</param>"))}}
            public {{result.Name}}({{Items.OnLines(["int statusCode", .. result.Cases.Select(c => $"{c.Type}? {c.Parameter} = null")], around: 50)}}) =>
                ({{string.Join(", ", ["StatusCode", .. result.Cases.Select(c => c.Property)])}}) = ({{string.Join(", ", ["statusCode", .. result.Cases.Select(c => c.Parameter)])}});

            /// <summary>Gets the status code.</summary>
            public int StatusCode { get; }

            {{Source.Members(result.Cases.Select(Property))}}

            /// <summary>Calls the delegate for the body that the result has, or the last one, with the status code, for a result without any.</summary>
            /// <exception cref="InvalidOperationException">The result has no body, and there is no delegate for that.</exception>
            public TResult Match<TResult>({{Items.OnLines([.. result.Cases.Select(c => $"Func<{c.Type}, TResult> {c.Parameter}"), "Func<int, TResult>? otherwise = null"], around: 50)}}) => this switch
            {
                {{Source.Lines(result.Cases.Select(c => $"{{ {c.Property}: {{ }} body }} => {c.Parameter}(body),"))}}
                _ => otherwise is not null ? otherwise(StatusCode) : throw new InvalidOperationException($"The response with the status code {StatusCode} has no body."),
            };

            internal static BodyType<{{result.Name}}> Body { get; } = BodyType.Cases(
                {{string.Join(",\n", [.. result.Cases.SelectMany(c => Cases(result, c)), .. result.EmptyStatuses.Select(s => Empty(result, s))])}});
        }
        """);

    private static string Property(ResultCaseShape @case) => $"/// <summary>Gets {Lower(Body(@case))}; null for any other.</summary>\npublic {@case.Type}? {@case.Property} {{ get; }}";

    private static string Body(ResultCaseShape @case) => $"The body of a response with the status code {string.Join(" or ", @case.Statuses.Select(Number))}";

    private static string Number(int status) => status == 0 ? "2XX" : BodyTypeTemplate.Number(status);

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence.Substring(1);

    // ResponseCase.Of(200, BodyType.Json(WireType.Model<Pet>()), static (received, body) => new CreatePetResult(received, pet: body), static result => result.Pet)
    private static IEnumerable<string> Cases(ResultShape result, ResultCaseShape @case) => @case.Statuses.Select(status =>
        $"ResponseCase.Of({BodyTypeTemplate.Number(status)}, {BodyTypeTemplate.Write(@case.Content)}, static (received, body) => new {result.Name}(received, {@case.Parameter}: body), static result => result.{@case.Property})");

    private static string Empty(ResultShape result, int status) => $"ResponseCase.Empty({BodyTypeTemplate.Number(status)}, static received => new {result.Name}(received))";
}
