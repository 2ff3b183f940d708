namespace Kiln.Generator.Changes.Findings;

/// <summary>What a change does to code that was written against the old SDK.</summary>
[Flags]
internal enum CSharpEffects
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Code that uses the member no longer compiles.</summary>
    SourceBreaking = 1,

    /// <summary>Code that uses the member, and is not compiled again, fails with a missing member or type.</summary>
    BinaryBreaking = 2,

    /// <summary>Code that uses the member compiles with new warnings, such as those about null.</summary>
    SourceWarning = 4,

    /// <summary>Code compiles and runs as before, but other data is sent, or the same data is read as something else.</summary>
    Behaviour = 8,
}

/// <summary>Effects that mostly count together.</summary>
internal static class CSharpEffectSets
{
    /// <summary>Those that stop code from compiling, or from running with another assembly.</summary>
    public const CSharpEffects Breaking = CSharpEffects.SourceBreaking | CSharpEffects.BinaryBreaking;
}
