using ThreatEvents;
using ThreatEvents.Running;

using var interrupt = new Interrupt();

return await ThreatEventsCommand.RunAsync(args, Surroundings.OfThisProcess(), interrupt.Token);
