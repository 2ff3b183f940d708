using Kiln.Generator.Changes.CSharp.Code;
using Kiln.Generator.Changes.CSharp.Comparing;
using Kiln.Generator.Changes.CSharp.Linking;
using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Emission;

namespace Kiln.Tool.Pinned;

/// <summary>What changed between pinned files and those that the document gives now, in the members of the SDK.</summary>
/// <param name="Findings">One for each type and member that changed, those that break code first; if there is none, one for the files.</param>
/// <param name="IsSdk">Whether the files declare any types. Files that do not are no SDK, and nothing can be said of their members.</param>
internal sealed record PinnedMembers(IReadOnlyList<Finding> Findings, bool IsSdk)
{
    /// <summary>The id of the finding about files that differ where no member does.</summary>
    public const string TextChanged = "csharp-text-changed";

    /// <summary>What there is to tell where no file changed.</summary>
    public static PinnedMembers None { get; } = new([], IsSdk: true);

    /// <summary>What changed, where at least one file did.</summary>
    /// <param name="folder">The pinned files.</param>
    /// <param name="directory">Their directory, as it was typed.</param>
    /// <param name="files">The files that the document gives now.</param>
    public static PinnedMembers Compare(PinnedFolder folder, string directory, IReadOnlyList<SourceFile> files)
    {
        SourceFile[] pinned = [.. folder.Texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => new SourceFile(text.Key, text.Value.Replace("\r\n", "\n")))];
        SourceFile[] current = [.. files.Select(file => new SourceFile(folder.Naming.FileNameOf(file.HintName), file.Text.Replace("\r\n", "\n")))];

        var types = DeclaredTypes.Of(pinned);
        var isSdk = types.Count + DeclaredTypes.Of(current).Count > 0;
        var findings = SurfaceComparer.Compare(pinned, current)
            .OrderByDescending(change => SeverityOf(change.Effects))
            .Select(change => MemberFindings.Of(new ChangeGroup([change], null, null), SeverityOf(change.Effects)) with { Old = Location(change) })
            .ToList();
        return new(findings.Count > 0 ? findings : [TextOnly(isSdk)], isSdk);

        // In a directory, a file has the name of the type: a member is found in it by a search.
        SourceLocation? Location(MemberChange change) =>
            change.OldType is { } type && types.FilesOf(type) is [var file, ..] ? SourceLocation.StartOf($"{directory.TrimEnd('/', '\\')}/{file.HintName}") : null;
    }

    private static Finding TextOnly(bool isSdk) => new(TextChanged, FindingSeverity.Info, isSdk
        ? "No member of the SDK changed: the files differ in comments, or in code that no member depends on"
        : "The files differ");

    private static FindingSeverity SeverityOf(CSharpEffects effects) =>
        (effects & CSharpEffectSets.Breaking) != 0 ? FindingSeverity.Breaking
        : effects.HasFlag(CSharpEffects.SourceWarning) ? FindingSeverity.Warning
        : FindingSeverity.Info;
}
