using System.CommandLine;
using System.CommandLine.Parsing;
using Kiln.Generator;
using Kiln.Generator.Compiler;
using Kiln.Generator.Shapes;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Commands;

/// <summary>The options that say what the SDK is to be: the metadata of an <c>OpenApiSdk</c> item, on the command line.</summary>
internal sealed class SdkInputs
{
    private readonly Option<string> @namespace = Name(
        "--namespace", "N", "The root namespace. Default: derived from the document's title.",
        isValid: CSharpNames.IsNamespace, isNot: "a C# namespace");

    private readonly Option<string> client = Name(
        "--client", "C", "The class name of the client. Default: derived from the document's title.",
        isValid: CSharpNames.IsType, isNot: "a C# class name");

    private readonly Option<bool> noFoldPathPrefix = new("--no-fold-path-prefix")
    {
        Description = "Do not skip the path prefix that all paths share.",
    };

    private readonly InputOptions input = new();

    public void AddTo(Command command)
    {
        command.Add(@namespace);
        command.Add(client);
        command.Add(noFoldPathPrefix);
        input.AddTo(command);
    }

    public SdkChoices Read(ParseResult parsed) => new(
        new SdkOptions(parsed.GetValue(@namespace), parsed.GetValue(client), FoldPathPrefix: !parsed.GetValue(noFoldPathPrefix)),
        input.Read(parsed));

    private static Option<string> Name(string name, string valueName, string description, Func<string, bool> isValid, string isNot)
    {
        var option = new Option<string>(name) { Description = description, HelpName = valueName };
        option.Validators.Add(result =>
        {
            // Only one token can be there, and an empty one asks for the default.
            if (result.Tokens is [{ Value: { Length: > 0 } value }] && !isValid(value))
                result.AddError($"'{value}' is not {isNot}.");
        });
        return option;
    }
}
