namespace Kiln.Generator.Tests.Agreement;

/// <summary>What a reader takes a document to say, one short statement for each operation, parameter, named schema and property.</summary>
/// <example><c>parameter GET /pets query limit</c> is <c>optional integer/int32</c>.</example>
internal sealed class ApiFacts
{
    public const string Absent = "absent";

    private readonly Dictionary<string, string> facts = new(StringComparer.Ordinal);

    public IEnumerable<string> Subjects => facts.Keys;

    /// <summary>The named schemas that have choices (<c>oneOf</c>, <c>anyOf</c>) beside fields or in parts.</summary>
    public HashSet<string> WithChoices { get; } = new(StringComparer.Ordinal);

    public string this[string subject] => facts.GetValueOrDefault(subject, Absent);

    public void AddOperation(string method, string path) => Add($"operation {method.ToUpperInvariant()} {path}", "there");

    public void AddParameter(string method, string path, string location, string name, bool isRequired, string type) =>
        Add($"parameter {method.ToUpperInvariant()} {path} {location.ToLowerInvariant()} {name}", Value(isRequired, type));

    public void AddSchema(string name, string type) => Add($"schema {name}", type);

    public void AddProperty(string schema, string name, bool isRequired, string type) => Add($"property {schema} {name}", Value(isRequired, type));

    private static string Value(bool isRequired, string type) => $"{(isRequired ? "required" : "optional")} {type}";

    private void Add(string subject, string value) => facts.TryAdd(subject, value);
}
