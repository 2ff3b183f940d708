using System.Globalization;
using System.Text;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations.Terms;

/// <summary>
/// A paging contract in the keys of <c>x-kiln-paging</c>: what other extensions and the rules of inference are translated into, so that one reader checks all
/// contracts, and a person can write down what was inferred.
/// </summary>
internal sealed class PagingTerms
{
    private readonly List<(string Key, IReadOnlyList<string> Values, Form Form)> entries = [];

    private enum Form
    {
        Text,
        Number,
        List,
    }

    /// <summary>Adds a key with a text, unless that is <see langword="null"/>.</summary>
    public PagingTerms With(string key, string? value) => Add(key, value is null ? null : [value], Form.Text);

    /// <summary>Adds a key with a number.</summary>
    public PagingTerms With(string key, int value) => Add(key, [value.ToString(CultureInfo.InvariantCulture)], Form.Number);

    /// <summary>Adds a key with a list of texts, unless that is empty.</summary>
    public PagingTerms With(string key, IReadOnlyList<string> values) => Add(key, values.Count == 0 ? null : values, Form.List);

    /// <summary>The terms as the extension's object, all of it at one place of the document.</summary>
    public SpecMap ToMap(SpecSpan span) => new(span, [.. entries.Select(e => new SpecEntry(e.Key, span, Node(e.Values, e.Form, span)))]);

    /// <summary>The terms as they can be written in YAML (flow style) and, with quotes around the keys, in JSON.</summary>
    /// <example><c>{cursor: continue, nextCursor: /metadata/continue, items: /items}</c></example>
    public override string ToString() => "{" + string.Join(", ", entries.Select(e => $"{e.Key}: {Text(e.Values, e.Form)}")) + "}";

    private PagingTerms Add(string key, IReadOnlyList<string>? values, Form form)
    {
        if (values is not null)
            entries.Add((key, values, form));
        return this;
    }

    private static SpecNode Node(IReadOnlyList<string> values, Form form, SpecSpan span) => form switch
    {
        Form.List => new SpecList(span, [.. values.Select(v => SpecNodes.Text(span, v))]),
        Form.Number => new SpecScalar(span, ScalarKind.Number, values[0]),
        _ => SpecNodes.Text(span, values[0]),
    };

    private static string Text(IReadOnlyList<string> values, Form form) => form switch
    {
        Form.List => $"[{string.Join(", ", values.Select(Quoted))}]",
        Form.Number => values[0],
        _ => Quoted(values[0]),
    };

    // A plain scalar of YAML where that cannot be anything else; otherwise a string of JSON, which YAML 1.2 has too.
    private static string Quoted(string text)
    {
        if (text.Length > 0 && IsPlain(text) && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off"))
            return text;

        var quoted = new StringBuilder("\"");
        foreach (var c in text)
            quoted.Append(c is '"' or '\\' ? $"\\{c}" : c < ' ' ? $"\\u{(int)c:x4}" : c.ToString());
        return quoted.Append('"').ToString();
    }

    private static bool IsPlain(string text) =>
        (IsLetter(text[0]) || text[0] is '/' or '_' or '$') && text.All(c => IsLetter(c) || c is (>= '0' and <= '9') or '/' or '_' or '-' or '.' or '@' or '$' or '~');

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
