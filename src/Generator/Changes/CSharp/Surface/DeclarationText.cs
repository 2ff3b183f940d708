using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Changes.CSharp.Surface;

/// <summary>How declarations are shown: in one line, without code, and of the attributes with <c>[Obsolete]</c> only.</summary>
internal static class DeclarationText
{
    private const string Obsolete = "[Obsolete] ";

    public static string Of(BaseTypeDeclarationSyntax type, bool isObsolete) => (isObsolete ? Obsolete : "") + type switch
    {
        RecordDeclarationSyntax record => Join(record.Modifiers.ToString(), record.Keyword.ToString(), record.ClassOrStructKeyword.ToString(), Name(record), OneLine(record.BaseList)),
        TypeDeclarationSyntax declaration => Join(declaration.Modifiers.ToString(), declaration.Keyword.ToString(), Name(declaration), OneLine(declaration.BaseList)),
        _ => Join(type.Modifiers.ToString(), "enum", type.Identifier.Text),
    };

    public static string Of(MemberDeclarationSyntax member, bool isObsolete) => (isObsolete ? Obsolete : "") + member switch
    {
        PropertyDeclarationSyntax property => Join(member.Modifiers.ToString(), OneLine(property.Type), property.Identifier.Text, Accessors(property.AccessorList)),
        IndexerDeclarationSyntax indexer => Join(member.Modifiers.ToString(), OneLine(indexer.Type), $"this{OneLine(indexer.ParameterList)}", Accessors(indexer.AccessorList)),
        MethodDeclarationSyntax method => Join(
            member.Modifiers.ToString(), OneLine(method.ReturnType), method.Identifier.Text + OneLine(method.TypeParameterList) + OneLine(method.ParameterList)),
        ConstructorDeclarationSyntax constructor => Join(member.Modifiers.ToString(), constructor.Identifier.Text + OneLine(constructor.ParameterList)),
        ConversionOperatorDeclarationSyntax conversion =>
            Join(member.Modifiers.ToString(), conversion.ImplicitOrExplicitKeyword.Text, "operator", OneLine(conversion.Type) + OneLine(conversion.ParameterList)),
        OperatorDeclarationSyntax @operator => Join(member.Modifiers.ToString(), OneLine(@operator.ReturnType), $"operator {@operator.OperatorToken.Text}{OneLine(@operator.ParameterList)}"),
        BaseFieldDeclarationSyntax field => Join(
            member.Modifiers.ToString(), OneLine(field.Declaration.Type), field.Declaration.Variables[0].Identifier.Text,
            field.Modifiers.Any(m => m.ValueText == "const") ? OneLine(field.Declaration.Variables[0].Initializer) : ""),
        _ => OneLine(member),
    };

    /// <summary>Code with one space for each run of white space; empty for none.</summary>
    public static string OneLine(SyntaxNode? node)
    {
        if (node is null)
            return "";
        var text = new StringBuilder();
        foreach (var c in node.ToString())
        {
            if (!char.IsWhiteSpace(c))
                text.Append(c);
            else if (text.Length > 0 && text[text.Length - 1] is not (' ' or '('))
                text.Append(' ');
        }
        return text.ToString();
    }

    private static string Name(TypeDeclarationSyntax type) => type.Identifier.Text + OneLine(type.TypeParameterList) + OneLine(type.ParameterList);

    private static string Accessors(AccessorListSyntax? accessors) =>
        accessors is null ? "{ get; }" : $"{{ {string.Join(" ", accessors.Accessors.Select(a => Join(a.Modifiers.ToString(), a.Keyword.Text) + ";"))} }}";

    private static string Join(params string[] words) => string.Join(" ", words.Where(w => w.Length > 0));
}
