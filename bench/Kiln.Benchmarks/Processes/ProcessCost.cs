using Kiln.Benchmarks.Ratios;

namespace Kiln.Benchmarks.Processes;

/// <summary>What a process took from its start to its end, in seconds.</summary>
/// <param name="Wall">On the wall.</param>
/// <param name="Cpu">User and system time, that of its own children included.</param>
/// <param name="Output">What it wrote to both outputs.</param>
internal sealed record ProcessCost(double Wall, double Cpu, string Output)
{
    /// <summary>Several processes, one after the other, as one.</summary>
    public static ProcessCost operator +(ProcessCost one, ProcessCost other) => new(one.Wall + other.Wall, one.Cpu + other.Cpu, one.Output + other.Output);

    public static Result WallOf(string name, IEnumerable<ProcessCost> runs) => new(name, [.. runs.Select(r => r.Wall * 1e6)], []);

    public static Result CpuOf(string name, IEnumerable<ProcessCost> runs) => new(name, [.. runs.Select(r => r.Cpu * 1e6)], []);
}
