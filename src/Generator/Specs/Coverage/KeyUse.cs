using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Specs.Coverage;

/// <summary>What Kiln does with a key of an OpenAPI document. There is no case for ignoring one silently.</summary>
internal abstract record KeyUse
{
    private KeyUse()
    {
    }

    /// <summary>The key determines the SDK, its doc comments, or which part of the document is read.</summary>
    public sealed record Used : KeyUse;

    /// <summary>No SDK depends on the key.</summary>
    /// <param name="Reason">Why not.</param>
    public sealed record WithoutEffect(string Reason) : KeyUse;

    /// <summary>The key is not supported yet; <see cref="UnusedKeyCheck"/> reports each that has a value.</summary>
    public sealed record Reported(DiagnosticRule Rule) : KeyUse;

    /// <summary>The key is used, but not all of its values; the check or reader that knows them reports the others.</summary>
    public sealed record ReportedWhereUnused(EquatableArray<DiagnosticRule> Rules) : KeyUse;
}
