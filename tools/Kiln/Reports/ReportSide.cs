namespace Kiln.Tool.Reports;

/// <summary>One of the two things that a report compares.</summary>
/// <param name="Label">What a person calls it: <c>spec/pets.yaml</c>, <c>v1.4.2:spec/pets.yaml</c>, <c>Pets.1.4.2.nupkg</c>.</param>
/// <param name="File">Its main file, as locations name it.</param>
internal sealed record ReportSide(string Label, string File)
{
    /// <summary>The lines of a file of this side, by the name that locations have for it; none for a file that is not known. Asked often, so it should remember.</summary>
    public Func<string, IReadOnlyList<string>> Lines { get; init; } = _ => [];
}
