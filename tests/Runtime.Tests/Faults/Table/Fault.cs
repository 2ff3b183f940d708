using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Faults.Running;
using Kiln.Runtime.Tests.Faults.Server;
using Kiln.Runtime.Tests.Support;

namespace Kiln.Runtime.Tests.Faults.Table;

/// <summary>One row of the table of faults: what the server does, and what the caller gets.</summary>
/// <param name="Name">What the server does, for people.</param>
/// <param name="Variants">The forms of it, each tried in each way; all have the same outcome.</param>
/// <param name="Expected">What the caller gets, by the way of calling. A way that is not named is not tried.</param>
internal sealed record Fault(string Name, IReadOnlyList<Variant> Variants, params Expectation[] Expected)
{
    /// <summary>A fault in one form.</summary>
    public Fault(string name, Func<Asked, Reply> script, params Expectation[] expected)
        : this(name, [new("", script)], expected)
    {
    }

    /// <summary>A fault in one form that answers all requests alike.</summary>
    public Fault(string name, Reply reply, params Expectation[] expected)
        : this(name, _ => reply, expected)
    {
    }

    /// <summary>How answers are read.</summary>
    public ReadOptions Options { get; init; } = ReadOptions.Default;

    /// <summary>What is done with the listening server before the call, where the fault is not in an answer.</summary>
    public Action<FaultServer>? Before { get; init; }

    /// <summary>Whether connections are reset as soon as they are there.</summary>
    public bool ResetsConnections { get; init; }

    /// <summary>How many requests the server must have seen at the end; null where that does not matter.</summary>
    public int? Requests { get; init; }

    /// <summary>What else must be true at the end.</summary>
    public Action<FaultRun>? Check { get; init; }

    /// <summary>How many bytes one call may allocate, the server's own included.</summary>
    public long MaxBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>How long one call may take: a call that does not end is a failure. Far more than any call needs, as other work may keep the machine busy.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>One form of a fault.</summary>
/// <param name="Name">What sets it apart from the others.</param>
/// <param name="Script">Answers a request.</param>
internal sealed record Variant(string Name, Func<Asked, Reply> Script)
{
    public Variant(string name, Reply reply)
        : this(name, _ => reply)
    {
    }

    /// <summary>The items that <c>GetAllAsync</c> and <c>AsJsonAsync</c> hand out, where that differs between the forms.</summary>
    public int? Items { get; init; }

    /// <summary>The status of the exception, where that differs between the forms.</summary>
    public int? Status { get; init; }
}

/// <summary>A request that the script answers.</summary>
/// <param name="Request">The request.</param>
/// <param name="Number">Its place among the requests of the call, from 0.</param>
/// <param name="Url">The server's URL.</param>
/// <param name="Other">A server of another origin, which answers with a page.</param>
internal sealed record Asked(Received Request, int Number, Uri Url, Lazy<FaultServer> Other);

/// <summary>What the caller gets.</summary>
/// <param name="Ways">For which ways of calling.</param>
/// <param name="Items">How many items are handed out before; null where that does not matter.</param>
/// <param name="Outcome">How it ends.</param>
internal sealed record Expectation(Ways Ways, int? Items, Outcome Outcome);

/// <summary>The ways of calling a service.</summary>
[Flags]
internal enum Ways
{
    GetAll = 1,
    AsJson = 2,
    ByPage = 4,
    Get = 8,
    Count = 16,
    Post = 32,

    /// <summary>The ways that hand out items while their page arrives.</summary>
    Streams = GetAll | AsJson,

    /// <summary>The ways that read a page whole.</summary>
    Whole = ByPage | Get,

    /// <summary>The ways from page to page.</summary>
    Walks = Streams | ByPage,

    /// <summary>All that read pages and hand out items.</summary>
    Reads = Streams | Whole,
}
