using Kiln.Benchmarks.Peers.Kiota.Builders;
using Kiln.Benchmarks.Startup;
using Microsoft.Kiota.Http.HttpClientLibrary;

// One page of the console whose URL is the argument, with the client's defaults.
var client = new KiotaThreatEventsClient(new HttpClientRequestAdapter(new TokenAuthentication("token")) { BaseUrl = args[0] });
var page = await client.Threats["1569749506546751259"].Explore.Events.GetAsync();
foreach (var e in page!.Data!)
    Console.Out.WriteLine($"{e.Id} {e.ProcessName}");
