using ThreatEvents.EmbeddedConsole;

await using var console = await ConsoleServer.StartAsync();
Console.Error.WriteLine($"The embedded console answers at {console.Address} until a line is typed.");
Console.ReadLine();
