using System.CommandLine;

namespace Kiln.Tool.Commands;

/// <summary>Makes the arguments and options whose values are paths or names.</summary>
internal static class CommonInputs
{
    /// <summary>The document that a command is about.</summary>
    public static Argument<string> Spec()
    {
        var argument = new Argument<string>("SPEC") { Description = "The OpenAPI document, YAML or JSON." };
        argument.Validators.Add(result => RefuseEmpty(result, "SPEC"));
        return argument;
    }

    /// <summary>A directory that must be named.</summary>
    public static Option<string> Directory(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "DIR", Required = true };
        option.Validators.Add(result => RefuseEmpty(result, name));
        return option;
    }

    // An empty value is mostly a shell variable that was not set; Path.GetFullPath would speak of a "parameter 'path'".
    public static void RefuseEmpty(System.CommandLine.Parsing.SymbolResult result, string name)
    {
        if (result.Tokens.Any(token => token.Value.Length == 0))
            result.AddError($"{name} is empty.");
    }
}
