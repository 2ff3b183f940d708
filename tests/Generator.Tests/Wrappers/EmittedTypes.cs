using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Tests.Wrappers;

/// <summary>The C# types of the members of emitted code that the cells of a grid are.</summary>
internal sealed class EmittedTypes
{
    private readonly Dictionary<string, string> members = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, MethodDeclarationSyntax> methods = new(StringComparer.OrdinalIgnoreCase);

    public EmittedTypes(IEnumerable<SyntaxTree> trees)
    {
        foreach (var node in trees.SelectMany(t => t.GetRoot().DescendantNodes()))
        {
            switch (node)
            {
                case PropertyDeclarationSyntax property:
                    members[property.Identifier.Text] = property.Type.ToString();
                    break;
                case ParameterSyntax { Type: { } type } parameter when parameter.Identifier.Text.StartsWith("path", StringComparison.Ordinal):
                    members[parameter.Identifier.Text] = type.ToString();
                    break;
                case MethodDeclarationSyntax { Identifier.Text: "PutAsync" or "PostAsync" or "PatchAsync", Parent: ClassDeclarationSyntax builder } method:
                    methods[$"{builder.Identifier.Text}.{method.Identifier.Text}"] = method;
                    break;
            }
        }
    }

    /// <summary>The type of a cell, of an item or a value for those.</summary>
    public string Of(GridCell cell)
    {
        if (cell.Position is GridPosition.RequestBody or GridPosition.Response)
        {
            var method = methods[$"{cell.BodyName}RequestBuilder.{cell.Method}Async"];
            return cell.Position == GridPosition.RequestBody ? method.ParameterList.Parameters[0].Type!.ToString() : Inner(method.ReturnType.ToString(), "Task<");
        }
        var type = members[cell.Name];
        return cell.Position switch
        {
            GridPosition.Item => Inner(type, "List<"),
            GridPosition.Value => Inner(type, "Dictionary<string, "),
            _ => type,
        };
    }

    private static string Inner(string type, string start)
    {
        Assert.StartsWith(start, type);
        return type.TrimEnd('?')[start.Length..^1];
    }
}
