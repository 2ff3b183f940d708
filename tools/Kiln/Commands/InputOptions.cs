using System.CommandLine;
using System.CommandLine.Parsing;
using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Filtering;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Commands;

/// <summary>The options that say what a document is read with: other files, overlays, and which operations are wanted.</summary>
internal sealed class InputOptions
{
    private readonly Option<string[]> files = Many("--file", "GLOB", "A file that the document references by $ref, or a glob in quotes. Files below the document's folder are found automatically.");
    private readonly Option<string[]> overlays = Many("--overlay", "FILE", "An OpenAPI Overlay to apply to the document; several are applied in this order.");
    private readonly Option<string[]> includePaths = Many("--include-path", "GLOB", "Only operations whose path matches: * within a segment, ** across segments.");
    private readonly Option<string[]> includeTags = Many("--include-tag", "TAG", "Only operations with this tag.");
    private readonly Option<string[]> includeOperations = Many("--include-operation", "ID", "Only operations with this id.");
    private readonly Option<string[]> excludePaths = Many("--exclude-path", "GLOB", "No operations whose path matches.");
    private readonly Option<string[]> excludeTags = Many("--exclude-tag", "TAG", "No operations with this tag.");
    private readonly Option<string[]> excludeOperations = Many("--exclude-operation", "ID", "No operations with this id.");

    private readonly Option<bool> noInferPaging = new("--no-infer-paging")
    {
        Description = "Do not infer how operations page for which the document does not say it.",
    };

    public void AddTo(Command command)
    {
        command.Add(noInferPaging);
        foreach (var option in new[] { files, overlays, includePaths, includeTags, includeOperations, excludePaths, excludeTags, excludeOperations })
            command.Add(option);
    }

    public InputChoices Read(ParseResult parsed) => new(
        parsed.GetValue(files) ?? [],
        parsed.GetValue(overlays) ?? [],
        new SpecFilter(
            Patterns(parsed, includePaths, includeTags, includeOperations),
            Patterns(parsed, excludePaths, excludeTags, excludeOperations)))
        {
            InfersPaging = !parsed.GetValue(noInferPaging),
        };

    private static OperationPatterns Patterns(ParseResult parsed, Option<string[]> paths, Option<string[]> tags, Option<string[]> operations) =>
        new(List(parsed, paths), List(parsed, tags), List(parsed, operations));

    private static EquatableArray<string> List(ParseResult parsed, Option<string[]> option) => (parsed.GetValue(option) ?? []).ToEquatableArray();

    private static Option<string[]> Many(string name, string valueName, string description)
    {
        var option = new Option<string[]>(name) { Description = description + " Can be repeated.", HelpName = valueName };
        option.Validators.Add(result => CommonInputs.RefuseEmpty(result, name));
        return option;
    }
}
