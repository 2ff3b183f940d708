using System.Text.RegularExpressions;
using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Running;

/// <summary>The code blocks of a page of the documentation.</summary>
internal static partial class PageBlocks
{
    /// <summary>The text of a page, with <c>\n</c> at the end of each line.</summary>
    public static string Read(string page) => File.ReadAllText(Checkout.PathOf("docs", page)).ReplaceLineEndings("\n");

    /// <summary>The blocks in a language, in their order.</summary>
    public static IEnumerable<string> Of(string text, string language) => Block().Matches(text).Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value);

    /// <summary>Statements that compile each block on its own, and run none.</summary>
    /// <param name="blocks">In C#.</param>
    /// <param name="parameter">The type and name of what each block may use beside what stands before the statements.</param>
    public static string Compiled(IEnumerable<string> blocks, (string Type, string Name) parameter) =>
        string.Join("\n", blocks.Select((block, i) => $"Func<{parameter.Type}, Task> example{i} = async {parameter.Name} =>\n{{\n{block}\nawait Task.Yield();\n}};")) + "\nreturn true;";

    [GeneratedRegex("```(csharp|yaml)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
