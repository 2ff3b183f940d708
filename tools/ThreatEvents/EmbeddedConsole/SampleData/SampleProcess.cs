namespace ThreatEvents.EmbeddedConsole.SampleData;

/// <summary>A process of the sample: what runs, where, under whom, and since when.</summary>
internal sealed record SampleProcess(
    SampleAgent Agent, SampleProgram Program, SampleProcess? Parent, int Pid, string GroupId, string Sha1, string Sha256, string Md5,
    string User, string Integrity, DateTimeOffset Started, bool IsMalicious)
{
    /// <summary>The key that ties events to a process; the vendor's is the group and the pid.</summary>
    public string Key => $"{GroupId}_{Pid}";

    /// <summary>The group in which the attack began.</summary>
    public string Storyline => Parent?.Storyline ?? GroupId;

    /// <summary>A tree of processes for one machine; each has an earlier one as its parent.</summary>
    public static IReadOnlyList<SampleProcess> Grow(SampleAgent agent, int count, DateTimeOffset start, SampleRandom random)
    {
        var programs = SampleProgram.On(agent.Os);
        var images = programs.ToDictionary(program => program, _ => (Sha1: random.Hex(40), Sha256: random.Hex(64), Md5: random.Hex(32)));
        var processes = new List<SampleProcess>();

        while (processes.Count < count)
        {
            var program = random.Pick(programs);
            var (sha1, sha256, md5) = images[program];

            processes.Add(new SampleProcess(
                agent,
                program,
                Parent: processes.Count == 0 || random.Chance(15) ? null : random.Pick(processes),
                Pid: random.Between(400, 60_000),
                random.Guid().ToString(),
                sha1, sha256, md5,
                random.Pick(agent.Users),
                agent.IsWindows ? random.Pick(["LOW", "MEDIUM", "HIGH", "SYSTEM"]) : "UNKNOWN",
                start.AddSeconds(-random.Between(1, 90_000)),
                IsMalicious: program.Publisher is null && random.Chance(30)));
        }

        return processes;
    }
}
