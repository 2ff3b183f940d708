namespace Kiln.Generator.Changes.Comparison;

/// <summary>What is expected of dates after which something deprecated may be removed (<c>x-sunset</c>).</summary>
/// <param name="Today">The day of the comparison; a parameter, so that the same documents give the same differences.</param>
/// <param name="BetaDays">How many days before its removal something of the stability level <c>beta</c> has to be deprecated.</param>
/// <param name="StableDays">The same for <c>stable</c>, and for what has no level.</param>
internal sealed record LifecycleTerms(DateTime Today, int BetaDays = 31, int StableDays = 180);
