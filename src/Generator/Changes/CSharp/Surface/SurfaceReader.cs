using Kiln.Generator.Changes.CSharp.Code;
using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Changes.CSharp.Surface;

/// <summary>Reads types of an SDK from the text of its files, by their syntax alone.</summary>
/// <param name="types">The types of the SDK.</param>
/// <param name="renames">The names that the other SDK has changed.</param>
/// <param name="parsed">The files that were parsed before, by their names.</param>
internal sealed class SurfaceReader(DeclaredTypes types, SurfaceRenames renames, Dictionary<string, CompilationUnitSyntax> parsed)
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.None);

    private readonly Dictionary<string, string> oldNames = OldNames(renames);
    private readonly Dictionary<string, TypeSurface?> read = new(StringComparer.Ordinal);

    public SurfaceReader(DeclaredTypes types, SurfaceRenames renames)
        : this(types, renames, new(StringComparer.Ordinal))
    {
    }

    /// <summary>The same types as the other SDK has renamed them. The trees of the files stay.</summary>
    public SurfaceReader With(SurfaceRenames others) => new(types, others, parsed);

    /// <summary>The full names of the types in a file, as the file calls them.</summary>
    public IEnumerable<string> TypesIn(SourceFile file) => Declarations(Parse(file)).Select(FullName);

    /// <summary>A type with all its parts; <see langword="null"/> if the SDK does not have it.</summary>
    public TypeSurface? Read(string ownName)
    {
        if (!read.TryGetValue(ownName, out var type))
            read.Add(ownName, type = ReadParts(ownName));
        return type;
    }

    /// <summary>The same by the name that the type has in the new SDK.</summary>
    public TypeSurface? ReadCurrent(string name) => Read(oldNames.TryGetValue(name, out var old) ? old : name);

    private TypeSurface? ReadParts(string ownName)
    {
        var parts = new List<(BaseTypeDeclarationSyntax Declaration, FileScope Scope)>();
        foreach (var file in types.FilesOf(ownName).Distinct())
        {
            var root = Parse(file);
            var scope = new FileScope(root, types, renames);
            parts.AddRange(Declarations(root).Where(d => FullName(d) == ownName).Select(d => (d, scope)));
        }
        if (parts.Count == 0)
            return null;

        // The part with the bases and the constructor says the most.
        var main = parts.FirstOrDefault(p => p.Declaration.BaseList is not null);
        var (first, mainScope) = main.Declaration is null ? parts[0] : main;
        var all = parts.Select(p => p.Declaration.Modifiers).SelectMany(m => m).Select(m => m.ValueText).ToList();
        var isObsolete = parts.Any(p => MemberReader.IsObsolete(p.Declaration.AttributeLists));
        var surface = new TypeSurface(mainScope.Declared(first.Identifier.ValueText), Keyword(first), DeclarationText.Of(first, isObsolete))
        {
            OwnName = ownName,
            IsPublic = all.Contains("public"),
            IsStatic = all.Contains("static"),
            IsSealed = all.Contains("sealed"),
            IsAbstract = all.Contains("abstract"),
            IsObsolete = isObsolete,
            Bases = [.. parts.SelectMany(p => (p.Declaration.BaseList?.Types ?? default).Select(t => TypeReader.Read(t.Type, p.Scope)))],
        };
        var members = parts.SelectMany(p => Members(p.Declaration).Select(m => new CodeByMember.Part(m, p.Scope))).ToList();
        var values = parts.Select(p => (p.Declaration as TypeDeclarationSyntax)?.ParameterList).FirstOrDefault(p => p is not null);
        var isUnion = surface.Bases.Items.Any(b => b.Text == "WireUnion");
        var code = new CodeByMember(members, [.. (values?.Parameters ?? default).Select(p => p.Identifier.ValueText)], isUnion, renames);
        return surface with
        {
            Members =
            [
                .. Constructors(first, values, mainScope, members),
                .. members.Select(m => MemberReader.Read(m, code, surface.IsPublic)).OfType<MemberSurface>(),
            ],
            Code = code.Rest,
        };
    }

    private static Dictionary<string, string> OldNames(SurfaceRenames renames)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in renames.Types)
            names[type.Value] = type.Key;
        return names;
    }

    private static IEnumerable<MemberDeclarationSyntax> Members(BaseTypeDeclarationSyntax type) => type switch
    {
        TypeDeclarationSyntax declaration => declaration.Members,
        EnumDeclarationSyntax @enum => @enum.Members,
        _ => [],
    };

    // What the compiler adds: a constructor without parameters, the properties of a record.
    private static IEnumerable<MemberSurface> Constructors(BaseTypeDeclarationSyntax type, ParameterListSyntax? values, FileScope scope, List<CodeByMember.Part> members)
    {
        var name = type.Identifier.ValueText;
        if (values is null)
        {
            if (type is ClassDeclarationSyntax && !type.Modifiers.Any(SyntaxKind.StaticKeyword) && !members.Any(m => m.Member is ConstructorDeclarationSyntax))
                yield return new(MemberKind.Constructor, name, $"public {name}()");
            yield break;
        }
        var parameters = MemberReader.Parameters(values, scope);
        yield return new(MemberKind.Constructor, name, $"public {name}{DeclarationText.OneLine(values)}") { Parameters = parameters };
        if (type is RecordDeclarationSyntax)
        {
            foreach (var parameter in parameters)
                yield return new(MemberKind.Property, parameter.Name, $"public {parameter.Type.Text} {parameter.Name} {{ get; init; }}") { Type = parameter.Type, Setter = SetterKind.Init };
        }
    }

    private static string Keyword(BaseTypeDeclarationSyntax type) => type switch
    {
        RecordDeclarationSyntax record => $"record {(record.ClassOrStructKeyword.ValueText.Length > 0 ? record.ClassOrStructKeyword.ValueText : "class")}",
        TypeDeclarationSyntax declaration => declaration.Keyword.ValueText,
        _ => "enum",
    };

    private CompilationUnitSyntax Parse(SourceFile file)
    {
        if (!parsed.TryGetValue(file.HintName, out var root))
            parsed.Add(file.HintName, root = SyntaxFactory.ParseCompilationUnit(file.Text, options: Options));
        return root;
    }

    private static IEnumerable<BaseTypeDeclarationSyntax> Declarations(CompilationUnitSyntax root) =>
        root.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(n => n.Members).OfType<BaseTypeDeclarationSyntax>();

    private static string FullName(BaseTypeDeclarationSyntax type) =>
        type.Parent is BaseNamespaceDeclarationSyntax parent ? $"{parent.Name}.{type.Identifier.ValueText}" : type.Identifier.ValueText;
}
