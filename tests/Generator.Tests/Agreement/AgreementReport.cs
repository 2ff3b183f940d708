namespace Kiln.Generator.Tests.Agreement;

/// <summary>Something that NSwag and Kiln read differently.</summary>
/// <param name="Subject">What, such as <c>property Pet id</c>.</param>
/// <param name="NSwag">What NSwag says.</param>
/// <param name="Kiln">What Kiln says.</param>
/// <param name="Reason">Why that is right; <see langword="null"/> if nobody knows.</param>
internal sealed record Disagreement(string Subject, string NSwag, string Kiln, string? Reason)
{
    public override string ToString() => $"{Subject}: NSwag {NSwag}, Kiln {Kiln}{(Reason is null ? "" : $" ({Reason})")}";
}

/// <summary>How far two readers agree on one document.</summary>
/// <param name="IsLoaded">Whether NSwag could load it by itself.</param>
/// <param name="Compared">How many statements were compared.</param>
/// <param name="Disagreements">Those that differ.</param>
internal sealed record AgreementReport(bool IsLoaded, int Compared, IReadOnlyList<Disagreement> Disagreements)
{
    public static AgreementReport NotLoaded { get; } = new(false, 0, []);

    public IEnumerable<Disagreement> Unexplained => Disagreements.Where(d => d.Reason is null);

    public static AgreementReport Between(ApiFacts? nswag, ApiFacts kiln, AgreementReasons reasons)
    {
        if (nswag is null)
            return NotLoaded;
        var subjects = nswag.Subjects.Union(kiln.Subjects).ToList();
        return new(true, subjects.Count,
        [
            .. subjects.Where(s => nswag[s] != kiln[s]).Select(s => new Disagreement(s, nswag[s], kiln[s], reasons.Of(s, nswag[s], kiln[s], nswag.WithChoices))),
        ]);
    }
}
