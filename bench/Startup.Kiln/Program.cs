using SentinelOne.ThreatEvents;

// One page of the console whose URL is the argument, with the client's defaults.
var client = new ThreatEventsClient(new Uri(args[0]), "token");
var page = await client.Threats["1569749506546751259"].Explore.Events.GetAsync();
foreach (var e in page.Data!)
    Console.Out.WriteLine($"{e.Id} {e.ProcessName}");
