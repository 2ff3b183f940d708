using Kiln.Generator.Changes.CSharp.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Changes.CSharp.Code;

/// <summary>
/// The code of a type, divided among the members that can be used: each has its own code, that of the members that it uses, and the lines about it in the tables of its type.
/// </summary>
internal sealed class CodeByMember
{
    // Members that have a line for each property or case. Adding one must not look like a change of the others.
    private static readonly string[] Tables = ["ReadField", "WriteFields", "AddTo", "AppendTo", "Fields", "Cases", "KnownValues"];

    // How an instance is made follows from the required members.
    private static readonly HashSet<string> Following = new(StringComparer.Ordinal) { "CreateFromDiscriminatorValue" };

    private readonly Dictionary<string, List<Part>> own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> lines = new(StringComparer.Ordinal);
    private readonly SurfaceRenames renames;
    private readonly IReadOnlyList<string> values;
    private readonly bool isUnion;

    /// <param name="parts">The members of all parts of the type.</param>
    /// <param name="values">The parameters of the type's own constructor, which its members use.</param>
    /// <param name="isUnion">Whether it is a union, whose code has the numbers of its cases.</param>
    /// <param name="renames">The names that have changed.</param>
    public CodeByMember(IReadOnlyList<Part> parts, IReadOnlyList<string> values, bool isUnion, SurfaceRenames renames)
    {
        (this.renames, this.values, this.isUnion) = (renames, values, isUnion);
        foreach (var part in parts)
        {
            foreach (var name in MemberNames.Of(part.Member))
            {
                if (!own.TryGetValue(name, out var named))
                    own.Add(name, named = []);
                named.Add(part);
            }
        }
        var owners = Owners(parts);
        foreach (var entry in Entries(parts))
        {
            var members = entry.Members.Select(m => owners.TryGetValue(m, out var owner) ? owner : null).OfType<string>().Distinct().ToList();
            foreach (var member in members.Count > 0 ? members : [""])
            {
                if (!lines.TryGetValue(member, out var texts))
                    lines.Add(member, texts = []);
                texts.Add(entry.Text);
            }
        }
    }

    /// <summary>A member and the names of its file.</summary>
    internal readonly record struct Part(MemberDeclarationSyntax Member, FileScope Scope);

    /// <summary>What belongs to no member.</summary>
    public string Rest => Lines("");

    /// <summary>What the tables say of a member; empty for nothing.</summary>
    public string LinesOf(MemberDeclarationSyntax member) => MemberNames.Of(member).FirstOrDefault() is { } name ? Lines(name) : "";

    /// <summary>The code of a member, and the names of the members that it uses.</summary>
    public (string Code, IReadOnlyList<string> Uses) Of(Part part)
    {
        if (MemberNames.Of(part.Member).FirstOrDefault() is not { } name || Following.Contains(name) || IsTable(name))
            return ("", []);
        var used = new List<string>();
        var code = new List<string> { Text(part), Lines(name) };
        var open = new Queue<Part>();
        open.Enqueue(part);
        while (open.Count > 0)
        {
            foreach (var next in UsedBy(open.Dequeue()))
            {
                if (next == name || used.Contains(next))
                    continue;
                used.Add(next);
                foreach (var other in own[next])
                {
                    code.Add(Text(other));
                    open.Enqueue(other);
                }
            }
        }
        return (string.Join("\n", code.Where(c => c.Length > 0)), used);
    }

    private string Lines(string member) => lines.TryGetValue(member, out var texts) ? string.Join("\n", texts.OrderBy(t => t, StringComparer.Ordinal)) : "";

    private static bool IsTable(string name) => Tables.Any(t => name.StartsWith(t, StringComparison.Ordinal) && name.Skip(t.Length).All(char.IsDigit));

    private string Text(Part part)
    {
        var parameters = Positions(values, "type");
        foreach (var position in Positions(MemberNames.Parameters(part.Member), ""))
            parameters[position.Key] = position.Value;
        return string.Join(" ", MemberNames.Bodies(part.Member).Select(b => CodeText.Of(b, part.Scope, renames, parameters, isUnion)));
    }

    private IEnumerable<string> UsedBy(Part part) => MemberNames.Bodies(part.Member)
        .SelectMany(b => b.DescendantTokens())
        .Where(t => CodeText.IsValueName(t) && own.TryGetValue(t.ValueText, out var named) && named[0].Member is not ConstructorDeclarationSyntax)
        .Where(t => !IsTable(t.ValueText) && !Following.Contains(t.ValueText))
        .Select(t => t.ValueText);

    private static Dictionary<string, string> Positions(IEnumerable<string> names, string of)
    {
        var positions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
            positions[name] = $"#{of}{positions.Count}";
        return positions;
    }

    // The property by its name and by that of the field behind it.
    private static Dictionary<string, string> Owners(IReadOnlyList<Part> parts)
    {
        var fields = new HashSet<string>(parts.Select(p => p.Member).OfType<FieldDeclarationSyntax>().SelectMany(MemberNames.Of), StringComparer.Ordinal);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in parts.Select(p => p.Member).OfType<PropertyDeclarationSyntax>().Where(p => p.ExplicitInterfaceSpecifier is null))
        {
            var name = property.Identifier.ValueText;
            owners[name] = name;
            if (IsTable(name))
                continue;
            foreach (var used in MemberNames.Bodies(property).SelectMany(b => b.DescendantTokens()).Select(t => t.ValueText).Where(fields.Contains))
                owners[used] = name;
        }
        return owners;
    }

    private IEnumerable<CodeEntry> Entries(IReadOnlyList<Part> parts)
    {
        var tables = parts.Where(p => MemberNames.Of(p.Member).Any(IsTable)).ToList();
        var fields = tables.Where(p => MemberNames.Of(p.Member).First().StartsWith("ReadField", StringComparison.Ordinal)).SelectMany(p => Assigned(p.Member)).ToList();
        return tables.SelectMany(p => (p.Member, MemberNames.Of(p.Member).First(), Initial(p.Member)) switch
        {
            (MethodDeclarationSyntax method, _, _) => Statements(method, p.Scope),
            (_, "Cases", { } chain) => CaseTable.Read(chain, Text),
            (_, "Fields", { } chain) => FieldTable.Read(chain, fields, Text),
            _ => [],
        });

        string Text(SyntaxNode node) => CodeText.Of(node, parts[0].Scope, renames, Positions(values, "type"));
    }

    // Of what only leads to other tables there is nothing to tell: base.ReadField(field, ref reader), ReadField1(field, ref reader).
    private IEnumerable<CodeEntry> Statements(MethodDeclarationSyntax method, FileScope scope) => method.DescendantNodes().OfType<ExpressionStatementSyntax>()
        .Where(s => !s.DescendantTokens().Any(t => IsTable(t.ValueText)))
        .Select(s => new CodeEntry(
            [.. s.DescendantTokens().Where(CodeText.IsValueName).Select(t => t.ValueText)],
            // The name of the property is that of the member, which may have changed.
            CodeText.Of(s, scope, renames, Positions(Targets(s), ""))));

    private static List<string> Targets(ExpressionStatementSyntax statement) =>
    [
        .. statement.Expression is AssignmentExpressionSyntax { Left: var left }
            ? left.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText)
            : (statement.Expression as InvocationExpressionSyntax)?.ArgumentList.Arguments.Select(a => a.Expression).OfType<IdentifierNameSyntax>().Select(n => n.Identifier.ValueText) ?? [],
    ];

    private static IEnumerable<string> Assigned(MemberDeclarationSyntax member) => member.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Select(a => a.Left is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : (a.Left as IdentifierNameSyntax)?.Identifier.ValueText)
        .OfType<string>();

    private static ExpressionSyntax? Initial(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Initializer?.Value,
        _ => null,
    };
}
