using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Driving;

/// <summary>Compiles an SDK together with a consumer's code, and runs that.</summary>
internal static class SdkRun
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Text; using System.Text.Json; using Kiln.Runtime.Contracts; using Kiln.Runtime.Wire; using Sdk.Models;\n";

    private const string Helpers = """
        internal static partial class Consumer
        {
            private static T Read<T>(WireType<T> type, string json, ReadOptions? options = null) => WireJson.Read(type, Encoding.UTF8.GetBytes(json), options);
            private static string Write<T>(WireType<T> type, T value) => Encoding.UTF8.GetString(WireJson.Write(type, value));
        }

        """;

    /// <summary>What some statements return, which see the SDK's models in the namespace <c>Sdk.Models</c>, and <c>Read</c> and <c>Write</c> for JSON.</summary>
    /// <param name="driver">After its run, with <c>Sdk</c> as its namespace.</param>
    /// <param name="statements">End in <c>return</c> of anything.</param>
    public static string Of(GeneratorDriver driver, string statements)
    {
        var code = $"#nullable enable\n{Usings}{Helpers}internal static partial class Consumer\n{{\n    public static object? Run()\n    {{\n{statements}\n    }}\n}}\n";
        var compilation = SdkCompilation.Empty
            .AddSyntaxTrees(driver.GetRunResult().GeneratedTrees)
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, SdkCompilation.ParseOptions));

        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        var problems = string.Join("\n", result.Diagnostics.Where(d => d.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning));
        if (problems.Length > 0)
            Assert.Fail(problems);

        assembly.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            var run = context.LoadFromStream(assembly).GetType("Consumer")!.GetMethod("Run")!;
            return run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)?.ToString() ?? "";
        }
        finally
        {
            context.Unload();
        }
    }
}
