namespace Kiln.Generator.Api.Operations.Inference;

/// <summary>With which number a service begins to count pages or items: what the default, the minimum or the description of the input says.</summary>
internal static class FirstNumber
{
    private static readonly string[] Zero =
    [
        "zero-based", "zero based", "0-based", "zero-indexed", "0-indexed", "starts at 0", "starting at 0", "starts from 0", "starting from 0", "starts with 0", "starting with 0",
        "default is zero", "defaults to 0",
    ];

    private static readonly string[] One =
    [
        "one-based", "one based", "1-based", "one-indexed", "1-indexed", "starts at 1", "starting at 1", "starts from 1", "starting from 1", "starts with 1", "starting with 1",
        "default is 1", "defaults to 1",
    ];

    /// <summary>0 or 1; <see langword="null"/> where the document does not say it, or says both.</summary>
    /// <param name="input">The input for the number.</param>
    /// <param name="countsFromOne">Whether 1 is what it is if the document says nothing.</param>
    public static int? Of(PageInputFact input, bool countsFromOne = false)
    {
        var byDefault = input.Parameter?.Default?.Scalar;
        var saysZero = byDefault == "0" || Words.Mentions(input.Description, Zero);
        var saysOne = byDefault == "1" || Words.Mentions(input.Description, One) || input.Parameter?.Limits.FirstOrDefault(l => l.Label == "Minimum")?.Value == "1";
        return (saysZero, saysOne) switch
        {
            (true, false) => 0,
            (false, true) => 1,
            (false, false) when countsFromOne => 1,
            _ => null,
        };
    }
}
