namespace Kiln.Benchmarks.Data;

/// <summary>
/// One threat, event after event. A storyline has one agent, a dozen programs, a new run of one of them for every four events, and in
/// nearly every event a file, a port or an address of its own: what is unique at a real console is unique here.
/// </summary>
internal sealed class Threat
{
    private const int EventsPerRun = 4;
    private const int LivingRuns = 6;

    private static readonly (string ObjectType, string EventType, int Weight)[] Kinds =
    [
        ("process", "Process Creation", 25), ("file", "File Creation", 20), ("file", "File Rename", 10), ("file", "File Modification", 10),
        ("ip", "IP Connect", 12), ("dns", "DNS Resolved", 6), ("url", "GET", 5), ("indicators", "Behavioral Indicators", 6),
        ("registry", "Registry Value Modified", 3), ("logins", "Login", 2), ("scheduled_task", "Task Register", 1),
    ];

    private static readonly (string Category, string Name, string Description)[] Findings =
    [
        ("Exfiltration", "ArchiveUpload", "An archive that this group has written was sent to an address outside of the network. MITRE: Exfiltration {T1048}"),
        ("Persistence", "CronJobCreated", "A scheduled job was registered by a process that did not come with the system. MITRE: Persistence {T1053}"),
        ("Evasion", "HiddenFile", "A file whose name begins with a dot was written to a temporary folder and run. MITRE: Defense Evasion {T1564}"),
    ];

    private readonly Values values;
    private readonly Agent agent;
    private readonly Image[] images;
    private readonly Run root;
    private readonly List<Run> living = [];
    private readonly string[] addresses;
    private readonly string groupId;
    private DateTime time = new(2021, 12, 14, 20, 23, 45, 999, DateTimeKind.Utc);
    private long lastId = 1569749506546751259;
    private int count;

    public Threat(Platform platform, int seed)
    {
        values = new(seed);
        agent = new(platform, "1286405255265411734", "1286438987267469377", "96.79.235.37", values.Uuid(), "Default site");
        groupId = values.Uuid();
        images = [.. platform.Images.Select(MakeImage)];
        addresses = [.. Enumerable.Range(0, 30).Select(_ => values.Ip())];
        root = StartRun(null);
    }

    public EventFacts NextEvent()
    {
        if (count++ % EventsPerRun == 0)
        {
            if (living.Count == LivingRuns)
                living.RemoveAt(values.Next(LivingRuns));
            living.Add(StartRun(values.Chance(0.3) || living.Count == 0 ? root : values.Pick(living)));
        }
        // The service's clock has milliseconds; now and then one is zero, and then the fraction is left out.
        time = time.AddMilliseconds(values.Next(1, 40));
        lastId += values.Next(1_000, 90_000_000);
        var (objectType, eventType) = PickKind();
        var facts = new EventFacts(Values.Number(lastId), Values.Time(time), objectType, eventType, agent, groupId, values.Pick(living), Values.Number(1000 + values.Next(64000)));
        return objectType switch
        {
            "file" => facts with { File = TouchFile(eventType == "File Rename" ? TouchFile(null) : null) },
            "ip" => facts with { Connection = Connect() },
            "dns" => facts with { Dns = new($"{values.Hex(12)}.cdn-telemetry.example.net", $"type: 5 edge.example.net;{values.Pick(addresses)};{values.Pick(addresses)};") },
            "url" => facts with { Connection = Connect(), Url = new("GET", "agent", $"https://cdn-telemetry.example.net/v2/collect/{values.Hex(16)}?part={values.Next(400)}") },
            "indicators" => facts with { Indicator = Find() },
            "registry" => facts with { Registry = new(values.Hex(16), values.Pick(agent.Platform.RegistryKeys) + "/" + values.Hex(8), "persistence") },
            "logins" => facts with { Login = new("NETWORK", agent.Platform.User) },
            "scheduled_task" => facts with { Task = new("collect-" + values.Hex(6), values.Pick(agent.Platform.Folders) + "collect-" + values.Hex(6)) },
            _ => facts,
        };
    }

    private (string ObjectType, string EventType) PickKind()
    {
        var place = values.Next(Kinds.Sum(k => k.Weight));
        foreach (var (objectType, eventType, weight) in Kinds)
        {
            place -= weight;
            if (place < 0)
                return (objectType, eventType);
        }
        throw new InvalidOperationException("The weights do not add up.");
    }

    private Image MakeImage(string path)
    {
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        return new(path, name, name, values.Hex(32), values.Hex(40), values.Hex(64), values.Pick(agent.Platform.Publishers));
    }

    private Run StartRun(Run? parent)
    {
        var pid = Values.Number(1000 + values.Next(64000));
        var image = parent is null ? images[0] : values.Pick(images);
        var content = values.Chance(0.25) ? new ActiveContent(values.Hex(16), values.Hex(40), values.Pick(agent.Platform.Folders) + values.Hex(8) + ".sh") : null;
        return new(
            image, parent, pid, $"{values.Uuid()}_{pid}", string.Format(null, values.Pick(agent.Platform.CommandLines), values.Hex(12)), Values.Time(time),
            values.Pick(agent.Platform.IntegrityLevels), pid, content);
    }

    private TouchedFile TouchFile(TouchedFile? old)
    {
        var extension = values.Pick(agent.Platform.Extensions);
        return new(
            values.Pick(agent.Platform.Folders) + values.Hex(10) + extension, $"{100_000 + values.Next(900_000)}_fanotify",
            values.Chance(0.5) ? values.Hex(32) : null, values.Hex(40), values.Chance(0.5) ? values.Hex(64) : null,
            Values.Number(values.Next(9_000_000)), extension[1..], old);
    }

    private Connection Connect() => new(
        "OUTGOING", values.Pick(addresses), values.Chance(0.8) ? 443 : 22, agent.Ip, 32768 + values.Next(28000), "TCP", values.Chance(0.9) ? "SUCCESS" : "FAILURE");

    private Indicator Find()
    {
        var (category, name, description) = values.Pick(Findings);
        return new(category, description, $"{{\"score\":{values.Next(100)},\"key\":\"{values.Hex(16)}\"}}", name);
    }
}
