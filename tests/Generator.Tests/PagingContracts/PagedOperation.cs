using System.Text.RegularExpressions;

namespace Kiln.Generator.Tests.PagingContracts;

/// <summary>An operation of a small document about pages.</summary>
/// <param name="Name">What it is an example of.</param>
/// <param name="Path">Its path.</param>
/// <param name="Query">Its query parameters, each <c>name:type</c> or <c>name:type=default</c>, with blanks between them; strings need no type.</param>
/// <param name="Body">The schema of its response in YAML's flow style.</param>
internal sealed partial record PagedOperation(string Name, string Path, string Query, string Body)
{
    /// <summary>What inference must say of it: the rule, the confidence and the contract; empty for nothing. Of an extension, the contract, or the reason why it is not read.</summary>
    public string Expected { get; init; } = "";

    public string Method { get; init; } = "get";

    /// <summary>More keys of the operation, each a line of YAML.</summary>
    public string[] Keys { get; init; } = [];

    /// <summary>The headers of its response in YAML's flow style.</summary>
    public string Headers { get; init; } = "";

    /// <summary>Descriptions of its parameters, by their names.</summary>
    public Dictionary<string, string> Descriptions { get; init; } = [];

    /// <summary>A document with some operations.</summary>
    public static string Document(params IEnumerable<PagedOperation> operations) => $"""
        openapi: 3.0.4
        info: { "{ title: T, version: '1' }" }
        paths:
        {string.Join('\n', operations.Select(o => o.ToYaml()))}
        components:
          schemas:
            Item: {"{ type: object, properties: { id: { type: string }, name: { type: string } } }"}
            Items: {"{ type: array, items: { $ref: '#/components/schemas/Item' } }"}
        """;

    public override string ToString() => Name;

    private string ToYaml() => $"""
          {Path}:
            {Method}:
              parameters: [{string.Join(", ", Query.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parameter).Concat(PathParameter().Matches(Path).Select(m => $"{{ name: {m.Groups[1].Value}, in: path, required: true, schema: {{ type: string }} }}")))}]
        {string.Concat(Keys.Select(k => $"      {k}\n"))}      responses:
                '200':
                  description: A page.
                  headers: {"{"}{Headers}{"}"}
                  content: {"{"} application/json: {"{"} schema: {Body} {"}"} {"}"}
        """;

    private string Parameter(string text)
    {
        var match = ParameterText().Match(text);
        var name = match.Groups["name"].Value;
        var schema = $"type: {(match.Groups["type"].Success ? match.Groups["type"].Value : "string")}" +
            (match.Groups["default"].Success ? $", default: {match.Groups["default"].Value}" : "") + (match.Groups["maximum"].Success ? $", maximum: {match.Groups["maximum"].Value}" : "");
        return $"{{ name: '{name}', in: query, description: '{Descriptions.GetValueOrDefault(name)}', schema: {{ {schema} }} }}";
    }

    [GeneratedRegex(@"^(?<name>[^:=<]+)(:(?<type>\w+))?(=(?<default>\w+))?(<(?<maximum>\d+))?$")]
    private static partial Regex ParameterText();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PathParameter();
}
