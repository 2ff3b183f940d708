using System.Collections.Generic;
using Kiln.Runtime.Wire;

namespace Sample.Models;

public readonly partial record struct EventObjectType(string Value) : IWireEnum<EventObjectType>
{
    /// <summary><c>process</c></summary>
    public static EventObjectType Process { get; } = new("process");

    /// <summary><c>file</c></summary>
    public static EventObjectType File { get; } = new("file");

    /// <summary>The values that the document names.</summary>
    public static IReadOnlyList<EventObjectType> KnownValues { get; } = [Process, File];

    public static EventObjectType FromValue(string value) => new(value);

    public override string ToString() => Value ?? "";
}

public readonly partial record struct AgentOs(string Value) : IWireEnum<AgentOs>
{
    /// <summary><c>linux</c></summary>
    public static AgentOs Linux { get; } = new("linux");

    /// <summary>The values that the document names.</summary>
    public static IReadOnlyList<AgentOs> KnownValues { get; } = [Linux];

    public static AgentOs FromValue(string value) => new(value);

    public override string ToString() => Value ?? "";
}
