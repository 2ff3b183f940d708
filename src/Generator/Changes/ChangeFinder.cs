using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Changes;

/// <summary>Finds what changed between two documents, and what each change does to the SDK.</summary>
internal static class ChangeFinder
{
    public static ChangeReport Find(SdkVersion old, SdkVersion current, CancellationToken cancellationToken) => new([]);
}
