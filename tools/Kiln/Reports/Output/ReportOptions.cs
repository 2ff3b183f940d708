using System.CommandLine;
using System.CommandLine.Parsing;

namespace Kiln.Tool.Reports.Output;

/// <summary>The option of all commands with findings that says in which forms, and where, they are written.</summary>
internal sealed class ReportOptions
{
    private const string Name = "--format";

    private readonly Option<string[]> format = new(Name)
    {
        Description = $"The form of the findings, and the file that they are written to, or standard output without one: {Forms(" or ")}. Can be repeated, with a file each. Default: text.",
        HelpName = "FORMAT[=FILE]",
    };

    public ReportOptions() => format.Validators.Add(Check);

    /// <summary>The option itself.</summary>
    public Option Format => format;

    public void AddTo(Command command) => command.Add(format);

    /// <summary>The forms that were asked for; text on standard output if none was.</summary>
    public IReadOnlyList<ReportOutput> Read(ParseResult parsed) =>
        parsed.GetValue(format) is { Length: > 0 } values ? [.. values.Select(v => ReportOutput.Parse(v)!)] : [ReportOutput.Standard];

    private static void Check(OptionResult result)
    {
        var outputs = new List<ReportOutput>();
        foreach (var value in result.Tokens.Select(t => t.Value))
        {
            if (ReportOutput.Parse(value) is { } output)
                outputs.Add(output);
            else if (value.EndsWith('='))
                result.AddError($"{Name} {value} has no file after the equals sign.");
            else
                result.AddError($"{Name} '{value}' is not known: use {Forms(" or ")}, each with or without =FILE.");
        }
        if (outputs.Count(o => o.File is null) > 1)
            result.AddError($"{Name}: only one form can go to standard output; give the others a file, {Name} FORMAT=FILE.");
        foreach (var same in outputs.Where(o => o.File is not null).GroupBy(o => o.File, StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any()))
            result.AddError($"{Name}: {same.Key} is written twice.");
    }

    private static string Forms(string last)
    {
        var names = ReportFormat.All.Select(f => f.Name).ToList();
        return string.Join(", ", names[..^1]) + last + names[^1];
    }
}
