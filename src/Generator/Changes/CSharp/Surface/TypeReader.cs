using System.Text;
using Kiln.Generator.Changes.CSharp.Code;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Changes.CSharp.Surface;

/// <summary>Reads types in signatures.</summary>
internal sealed class TypeReader
{
    // The value types that emitted code names and does not declare: those of Primitives, and those of the runtime. A "?" on them is another type.
    private static readonly HashSet<string> ValueTypes = new(StringComparer.Ordinal)
    {
        "bool", "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal", "char",
        "DateTimeOffset", "DateTime", "DateOnly", "TimeOnly", "TimeSpan", "Guid", "JsonElement", "JsonLiteral", "JsonPatchValue", "NoContent", "CancellationToken",
    };

    private readonly FileScope scope;
    private readonly StringBuilder text = new();
    private readonly StringBuilder runtime = new();
    private readonly List<string> references = [];

    private TypeReader(FileScope scope) => this.scope = scope;

    public static TypeText Read(TypeSyntax? type, FileScope scope)
    {
        if (type is null)
            return TypeText.None;
        var reader = new TypeReader(scope);
        reader.Visit(type);
        return new(reader.text.ToString(), reader.runtime.ToString(), [.. reader.references.Distinct()]);
    }

    private void Visit(TypeSyntax type)
    {
        switch (type)
        {
            case NullableTypeSyntax nullable:
                Visit(nullable.ElementType);
                text.Append('?');
                if (IsValueType(nullable.ElementType))
                    runtime.Append('?');
                break;
            case ArrayTypeSyntax array:
                Visit(array.ElementType);
                Append(string.Concat(array.RankSpecifiers.Select(r => r.ToString())));
                break;
            case GenericNameSyntax generic:
                Name(scope.Resolve(generic.Identifier.ValueText));
                Append("<");
                for (var i = 0; i < generic.TypeArgumentList.Arguments.Count; i++)
                {
                    Append(i > 0 ? ", " : "");
                    Visit(generic.TypeArgumentList.Arguments[i]);
                }
                Append(">");
                break;
            case IdentifierNameSyntax name:
                Name(scope.Resolve(name.Identifier.ValueText));
                break;
            case QualifiedNameSyntax { Right: GenericNameSyntax right }:
                Visit(right);
                break;
            case QualifiedNameSyntax or AliasQualifiedNameSyntax:
                Name(scope.ResolveQualified(type.ToString()));
                break;
            default:
                Append(type.ToString());
                break;
        }
    }

    private bool IsValueType(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax or IdentifierNameSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax =>
            ValueTypes.Contains(LastPart(type.ToString())) || scope.IsStruct(type.ToString()),
        TupleTypeSyntax => true,
        _ => false,
    };

    private static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private void Name(string name)
    {
        Append(name);
        if (name.IndexOf('.') >= 0)
            references.Add(name);
    }

    private void Append(string part)
    {
        text.Append(part);
        runtime.Append(part);
    }
}
