using Kiln.Generator.Changes.CSharp.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Changes.CSharp.Code;

/// <summary>What the names in one file mean: its namespace, its usings, and the types of the SDK.</summary>
internal sealed class FileScope
{
    private readonly string name;
    private readonly HashSet<string> usings;
    private readonly DeclaredTypes types;
    private readonly SurfaceRenames renames;

    public FileScope(CompilationUnitSyntax file, DeclaredTypes types, SurfaceRenames renames)
    {
        var declared = file.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault();
        name = declared?.Name.ToString() ?? "";
        usings = new(file.Usings.Concat(declared?.Usings ?? default).Select(u => u.Name?.ToString() ?? ""), StringComparer.Ordinal);
        this.types = types;
        this.renames = renames;
    }

    /// <summary>The full name of a type that the file declares, in the names of the new SDK.</summary>
    public string Declared(string simpleName) => renames.Of(name.Length == 0 ? simpleName : $"{name}.{simpleName}");

    /// <summary>The full name of a type of the SDK, in the names of the new SDK; any other name as it is written.</summary>
    public string Resolve(string simpleName) => Find(simpleName) is { } found ? renames.Of(found) : simpleName;

    /// <summary>The same for a name with its namespace; of a type that is not of the SDK, the last part.</summary>
    public string ResolveQualified(string qualified)
    {
        var plain = qualified.StartsWith("global::", StringComparison.Ordinal) ? qualified.Substring(8) : qualified;
        return types.Contains(plain) ? renames.Of(plain) : plain.Substring(plain.LastIndexOf('.') + 1);
    }

    /// <summary>Whether a name of a type of the SDK is that of a struct.</summary>
    public bool IsStruct(string simpleName) => types.IsStruct(simpleName.StartsWith("global::", StringComparison.Ordinal) ? simpleName.Substring(8) : Find(simpleName) ?? simpleName);

    /// <summary>Whether it is a namespace of the SDK, or contains one.</summary>
    public bool IsNamespace(string qualified) => types.IsNamespace(qualified);

    // As the compiler looks names up: the namespace of the file and those around it come before its usings.
    private string? Find(string simpleName)
    {
        var candidates = types.Named(simpleName);
        if (candidates.Count <= 1)
            return candidates.Count == 1 ? candidates[0] : null;
        for (var around = name; around.Length > 0; around = around.LastIndexOf('.') is > 0 and var dot ? around.Substring(0, dot) : "")
        {
            if (types.Contains($"{around}.{simpleName}"))
                return $"{around}.{simpleName}";
        }
        return candidates.FirstOrDefault(c => usings.Contains(c.Substring(0, c.LastIndexOf('.'))));
    }
}
