using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NuGet.Versioning;

namespace Kiln.Tool.Gates.Releases;

/// <summary>What a release changes for those who use the one before, the least first.</summary>
internal enum VersionStep
{
    /// <summary>Nothing that they see.</summary>
    Patch,

    /// <summary>Something is new; what there was stays.</summary>
    Minor,

    /// <summary>Something that they use is gone or is another.</summary>
    Major,
}

/// <summary>Versions by the rules of Semantic Versioning 2.0.0.</summary>
internal static class VersionRules
{
    public static bool TryParse(string text, [NotNullWhen(true)] out SemanticVersion? version) => SemanticVersion.TryParse(text, out version);

    /// <summary>The version after another. Before 1.0.0 anything may change, and by custom the second number says that it did.</summary>
    /// <example>After 1.4.2: 2.0.0, 1.5.0 or 1.4.3. After 0.4.2: 0.5.0 or 0.4.3. After 2.0.0-beta.3, whatever changes: 2.0.0-beta.4.</example>
    public static SemanticVersion Next(SemanticVersion version, VersionStep step)
    {
        if (version.Major == 0)
            step = step == VersionStep.Major ? VersionStep.Minor : VersionStep.Patch;
        if (!version.IsPrerelease)
            return Released(version, step);

        // The release that it prepares may be a smaller step than this one, as from 1.4.2 to 1.4.3-beta.1.
        if (step <= Prepared(version))
            return new(version.Major, version.Minor, version.Patch, NextLabel(version), null);
        var next = Released(version, step);
        return new(next.Major, next.Minor, next.Patch, FirstLabel(version), null);
    }

    private static SemanticVersion Released(SemanticVersion version, VersionStep step) => step switch
    {
        VersionStep.Major => new(version.Major + 1, 0, 0),
        VersionStep.Minor => new(version.Major, version.Minor + 1, 0),
        _ => new(version.Major, version.Minor, version.Patch + 1),
    };

    private static VersionStep Prepared(SemanticVersion version) => version switch
    {
        { Patch: > 0 } => VersionStep.Patch,
        { Minor: > 0 } => VersionStep.Minor,
        _ => VersionStep.Major,
    };

    // beta.3 becomes beta.4, and beta becomes beta.1.
    private static string NextLabel(SemanticVersion version)
    {
        var labels = version.ReleaseLabels.ToList();
        var at = labels.FindLastIndex(l => IsNumber(l, out _));
        if (at < 0)
            return string.Join('.', labels.Append("1"));
        _ = IsNumber(labels[at], out var number);
        labels[at] = (number + 1).ToString(CultureInfo.InvariantCulture);
        return string.Join('.', labels);
    }

    private static string FirstLabel(SemanticVersion version) =>
        string.Join('.', version.ReleaseLabels.TakeWhile(l => !IsNumber(l, out _)).Append("1"));

    private static bool IsNumber(string label, out long number) =>
        long.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < long.MaxValue;
}
