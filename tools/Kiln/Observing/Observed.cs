using System.Text.Json;
using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Observing.Corrections;
using Kiln.Tool.Observing.Validation;
using Kiln.Tool.Observing.Validation.Schemas;

namespace Kiln.Tool.Observing;

/// <summary>One way in which traffic contradicts one object of the document, and what was seen of it.</summary>
/// <param name="kind">How it is contradicted.</param>
/// <param name="pointer">The object, in the normal form.</param>
/// <param name="detail">What else tells it from others.</param>
/// <param name="direction">Whether it was seen in requests or in responses.</param>
internal sealed class Observed(ContradictionKind kind, string pointer, string detail, Direction direction)
{
    private const int MostValues = 100;

    private readonly HashSet<ObservedGroup> groups = [];
    private readonly HashSet<string> values = new(StringComparer.Ordinal);
    private long lastExchange;

    public ContradictionKind Kind => kind;

    public string Pointer => pointer;

    public string Detail => detail;

    public Direction Direction => direction;

    /// <summary>In how many requests or responses it was seen.</summary>
    public long Count { get; private set; }

    /// <summary>In how many it could have been seen.</summary>
    public long Total => groups.Sum(g => g.Total);

    /// <summary>Whether it was seen in a response of success.</summary>
    public bool IsOfSuccess { get; private set; }

    public IEnumerable<string> Operations => groups.Select(g => g.Operation).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Where in the body it was seen first.</summary>
    public string? Path { get; private set; }

    /// <summary>The first value that was seen, with secrets masked.</summary>
    public string? Example { get; private set; }

    /// <summary>What the values are.</summary>
    public InferredSchema Schema { get; } = new();

    /// <summary>The distinct values, as JSON; <see langword="null"/> if there were too many, or secrets among them.</summary>
    public IReadOnlyCollection<string>? Values => HasTooManyValues ? null : values;

    /// <summary>The least and the greatest of what a limit is compared with; <see langword="null"/> if it cannot be told.</summary>
    public (decimal Least, decimal Greatest)? Measured { get; private set; }

    private bool HasTooManyValues { get; set; }

    public void Add(ObservedGroup group, long exchange, bool isOfSuccess, BodyPath? path, JsonElement? value)
    {
        groups.Add(group);
        IsOfSuccess |= isOfSuccess;
        // Many items of one body can contradict it: that is one response.
        if (lastExchange != exchange)
            Count++;
        lastExchange = exchange;

        Path ??= kind == ContradictionKind.MissingProperty ? path?.WithProperty(detail) : path?.ToString();
        if (value is not { } seen)
            return;
        var name = path?.LastName ?? (kind is ContradictionKind.UndocumentedParameter ? detail : null);
        Example ??= SecretMask.Show(name, seen);
        switch (kind)
        {
            case ContradictionKind.EnumValue:
                AddValue(name, seen);
                break;
            case ContradictionKind.Limit:
                AddMeasure(seen);
                break;
            case not (ContradictionKind.Null or ContradictionKind.InvalidJson):
                Schema.Add(seen);
                break;
        }
    }

    private void AddValue(string? name, JsonElement value)
    {
        if (HasTooManyValues || values.Contains(value.GetRawText()))
            return;
        HasTooManyValues = values.Count >= MostValues || value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
            || (Traffic.JsonFields.Text(value) is { } text && SecretMask.IsSecret(name, text));
        values.Add(value.GetRawText());
    }

    private void AddMeasure(JsonElement value)
    {
        if (LimitChecks.Measure(detail, value) is { } measure)
            Measured = Measured is var (least, greatest) ? (Math.Min(least, measure), Math.Max(greatest, measure)) : (measure, measure);
    }
}

/// <summary>The requests or responses that are alike: of an operation, a status and a media type.</summary>
/// <param name="operation">The operation: <c>GET /pets</c>.</param>
internal sealed class ObservedGroup(string operation)
{
    public string Operation => operation;

    /// <summary>How many there were.</summary>
    public long Total { get; set; }
}
