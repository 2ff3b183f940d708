using System.Collections.Immutable;
using Kiln.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Generator.Compiler.Partials;

/// <summary>
/// Reports a <c>partial</c> type of the project in a namespace of an SDK to which no emitted file has another part: it was written for a type that has another
/// name now, and no longer extends it. An analyzer, and not a step of the generator, which would run again with each keystroke.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PartialTypeAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = SdkRules.PartialWithoutGenerated.ToDescriptor();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var emitted = new Lazy<EmittedTypes>(() => EmittedTypes.In(start.Compilation.Assembly.GlobalNamespace, start.CancellationToken));
            start.RegisterSymbolAction(symbol => Check(symbol, emitted), SymbolKind.NamedType);
        });
    }

    // Several parts in one's own files are one's own type, and one without a namespace of an SDK has nothing to do with it.
    private static void Check(SymbolAnalysisContext context, Lazy<EmittedTypes> emitted)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type is not { ContainingType: null, IsImplicitlyDeclared: false, DeclaringSyntaxReferences: [var only] }
            || only.GetSyntax(context.CancellationToken) is not TypeDeclarationSyntax declaration
            || !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
            || !type.ContainingNamespace.GetTypeMembers().Any(EmittedTypes.IsEmitted))
        {
            return;
        }

        var similar = emitted.Value.FindSimilar(type);
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, declaration.Identifier.GetLocation(), type.Name, type.ContainingNamespace.ToDisplayString(), similar is null ? "" : $"; it may be called '{similar}' now"));
    }
}
