using Kiln.Generator.Changes.Comparison.Contents;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Structure;

/// <summary>Compares what documents say of themselves.</summary>
internal static class InfoComparer
{
    /// <summary>Compares the title, the version and the texts.</summary>
    public static void Compare(ComparisonContext context)
    {
        var info = InfoOf(context.Old, context.Current);
        context.Add(info.At("title").Compared(Aspects.InfoTitle, info.Old?["title"].AsScalarText(), info.Current?["title"].AsScalarText()));

        var (old, current) = (VersionOf(context.Old), VersionOf(context.Current));
        if (info.At("version").Compared(Aspects.InfoVersion, old, current) is { } version)
        {
            context.Add(DocumentVersion.Compare(old, current) switch
            {
                < 0 => version with { Action = ChangeAction.Increased },
                > 0 => version with { Action = ChangeAction.Decreased },
                _ => version,
            });
        }
        TextComparer.Compare(context, info);
    }

    /// <summary>What there is to say of a version that does not tell what changed; none for a version that does. Only who knows all changes can ask for it.</summary>
    /// <param name="old">The old document.</param>
    /// <param name="current">The new document.</param>
    /// <param name="isBreaking">Whether a change is breaking, which the first number of the version has to tell.</param>
    public static IEnumerable<Difference> NotBumped(SdkVersion old, SdkVersion current, bool isBreaking)
    {
        var info = InfoOf(old, current).At("version");
        var (before, after) = (VersionOf(old), VersionOf(current));
        if (before is null || after is null)
            yield break;
        if (before == after)
            yield return info.Differs(Aspects.InfoVersion, ChangeAction.Changed, before, after, Traits.NotBumped);
        // With a first number of zero, nothing is promised yet (Semantic Versioning 2.0.0, item 4).
        else if (isBreaking && DocumentVersion.Compare(before, after) < 0 && DocumentVersion.Major(before) is { } major && major > 0 && major == DocumentVersion.Major(after))
            yield return info.Differs(Aspects.InfoMajorVersion, ChangeAction.Changed, before, after, Traits.NotBumped);
    }

    private static ComparedObject InfoOf(SdkVersion old, SdkVersion current) =>
        new(new Api.Nodes.PointedNode(old.Spec.Root, "").Child("info"), new Api.Nodes.PointedNode(current.Spec.Root, "").Child("info"), "info", "");

    private static string? VersionOf(SdkVersion side) => (side.Spec.Root["info"] as SpecMap)?["version"].AsScalarText();
}
