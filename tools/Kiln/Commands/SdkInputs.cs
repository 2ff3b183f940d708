using System.CommandLine;
using System.CommandLine.Parsing;
using Kiln.Generator;
using Kiln.Generator.Compiler;
using Kiln.Generator.Shapes;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Commands;

/// <summary>The options that say what the SDK is to be: the metadata of an <c>OpenApiSdk</c> item, on the command line.</summary>
/// <param name="hasDependencyInjection">Whether the command can be asked for methods of dependency injection, which a project has by its references.</param>
internal sealed class SdkInputs(bool hasDependencyInjection = false)
{
    private readonly Option<string> @namespace = Name(
        "--namespace", "N", "The root namespace. Default: derived from the document's title.",
        isValid: CSharpNames.IsNamespace, isNot: "a C# namespace");

    private readonly Option<string> client = Name(
        "--client", "C", "The class name of the client. Default: derived from the document's title.",
        isValid: CSharpNames.IsType, isNot: "a C# class name");

    private readonly Option<bool> noFoldPathPrefix = new("--no-fold-path-prefix")
    {
        Description = "Do not fold the path prefix that most paths share.",
    };

    private readonly Option<bool> noShareTypes = new("--no-share-types")
    {
        Description = "Make a type of its own of each inline schema, even if it equals another.",
    };

    private readonly Option<bool> noWebhooks = new("--no-webhooks")
    {
        Description = "Leave out the class that reads webhooks and callbacks.",
    };

    private readonly Option<bool> operations = new("--operations")
    {
        Description = "Give the client the methods of all operations in one class too, called by the operations' ids.",
    };

    private readonly Option<bool> dependencyInjection = new("--dependency-injection")
    {
        Description = "Add methods that add the client to the services of an application. The SDK then needs the package Kiln.DependencyInjection.",
    };

    private readonly InputOptions input = new();

    public void AddTo(Command command)
    {
        command.Add(@namespace);
        command.Add(client);
        command.Add(noFoldPathPrefix);
        command.Add(noShareTypes);
        command.Add(operations);
        command.Add(noWebhooks);
        if (hasDependencyInjection)
            command.Add(dependencyInjection);
        input.AddTo(command);
    }

    public SdkChoices Read(ParseResult parsed) => new(
        new SdkOptions(parsed.GetValue(@namespace), parsed.GetValue(client), FoldPathPrefix: !parsed.GetValue(noFoldPathPrefix))
        {
            ShareTypes = !parsed.GetValue(noShareTypes),
            Operations = parsed.GetValue(operations),
            Webhooks = !parsed.GetValue(noWebhooks),
            DependencyInjection = HasDependencyInjection(parsed),
        },
        input.Read(parsed));

    /// <summary>Whether the SDK is to have methods for dependency injection.</summary>
    public bool HasDependencyInjection(ParseResult parsed) => hasDependencyInjection && parsed.GetValue(dependencyInjection);

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
