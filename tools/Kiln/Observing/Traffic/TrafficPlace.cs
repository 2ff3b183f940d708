namespace Kiln.Tool.Observing.Traffic;

/// <summary>Where an entry of a recording is.</summary>
/// <param name="File">The file, as it was named; <c>-</c> for standard input.</param>
/// <param name="Entry">The number of the entry, from 1; 0 for the file as a whole.</param>
/// <param name="Line">The line in which it begins, from 1.</param>
internal sealed record TrafficPlace(string File, long Entry, int Line)
{
    /// <example><c>session.har(120): entry 7</c></example>
    public override string ToString() => Entry == 0 ? File : $"{File}({Line}): entry {Entry}";
}
