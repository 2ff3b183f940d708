namespace Kiln.Generator.Changes.Findings;

/// <summary>What a finding means to clients of the API that were written before the change.</summary>
internal enum FindingSeverity
{
    /// <summary>They go on working.</summary>
    Info,

    /// <summary>They may stop working, which depends on what the service does.</summary>
    Warning,

    /// <summary>Some that conform to the old document stop working.</summary>
    Breaking,
}
