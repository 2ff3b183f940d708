using System.Text.Json;
using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Observing.Validation;
using Kiln.Tool.Observing.Validation.Schemas;

namespace Kiln.Tool.Observing;

/// <summary>Gathers what is found in traffic. What it holds depends on how many things are found, and not on how much traffic there is.</summary>
internal sealed class Observations : IContradictions
{
    // More than a person reads. A map that is documented as an object has a new property in each response.
    private const int MostObserved = 5_000;
    private const int MostNames = 100;
    private const int MostGroups = 20_000;

    private readonly Dictionary<(ContradictionKind, string, string, Direction), Observed> observed = [];
    private readonly Dictionary<string, ObservedGroup> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private Direction direction;
    private bool isOfSuccess;
    private ObservedGroup? ofOperation;
    private ObservedGroup? ofStatus;
    private ObservedGroup? ofBody;
    private long exchange;

    /// <summary>The detail of a property that stands for all, since there are too many names.</summary>
    public const string AnyName = "*";

    /// <summary>What was found, in the order in which it was seen first.</summary>
    public IReadOnlyCollection<Observed> All => observed.Values;

    /// <summary>Whether something was left out, because there is too much of it.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The responses that were compared.</summary>
    public long Responses { get; private set; }

    /// <summary>Begins a response; what is added next is of it.</summary>
    public void BeginResponse(string operation, int status, string? mediaType)
    {
        Responses++;
        direction = Direction.Response;
        isOfSuccess = status is >= 200 and < 300;
        exchange++;
        ofOperation = Count(operation, "");
        ofStatus = Count(operation, $" {status}");
        ofBody = Count(operation, $" {status} {mediaType}");
    }

    /// <summary>Begins a request; what is added next is of it.</summary>
    public void BeginRequest(string operation)
    {
        direction = Direction.Request;
        isOfSuccess = true;
        exchange++;
        ofOperation = ofStatus = ofBody = Count(operation, " request");
    }

    public void Add(ContradictionKind kind, string pointer, string detail, BodyPath? path, JsonElement? value)
    {
        if (kind == ContradictionKind.UndocumentedProperty && !observed.ContainsKey((kind, pointer, detail, direction)) && !IsNewName(pointer))
            detail = AnyName;
        if (!observed.TryGetValue((kind, pointer, detail, direction), out var one))
        {
            if (observed.Count >= MostObserved)
            {
                IsCut = true;
                return;
            }
            observed.Add((kind, pointer, detail, direction), one = new(kind, pointer, detail, direction));
        }
        var group = kind switch
        {
            ContradictionKind.UndocumentedStatus => ofOperation,
            ContradictionKind.UndocumentedMediaType or ContradictionKind.MissingHeader => ofStatus,
            _ => ofBody,
        };
        one.Add(group!, exchange, isOfSuccess, path, value);
    }

    private bool IsNewName(string pointer)
    {
        names[pointer] = names.GetValueOrDefault(pointer) + 1;
        return names[pointer] <= MostNames;
    }

    private ObservedGroup Count(string operation, string rest)
    {
        // Statuses and media types are what the traffic says.
        if (groups.Count >= MostGroups && !groups.ContainsKey(operation + rest))
            rest = "";
        if (!groups.TryGetValue(operation + rest, out var group))
            groups.Add(operation + rest, group = new(operation));
        group.Total++;
        return group;
    }
}
