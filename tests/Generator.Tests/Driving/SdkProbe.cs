using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Driving;

/// <summary>Runs a few lines of C# against the SDK of a document, as a consumer's code would.</summary>
internal static class SdkProbe
{
    /// <summary>What the lines return. The SDK's namespace is <c>Probe</c>; its models, and the runtime's <c>Wire</c>, are at hand.</summary>
    /// <param name="spec">The document.</param>
    /// <param name="lines">The body of a method that returns a string; <c>Json(x)</c> writes a model, <c>Read&lt;T&gt;(json)</c> reads one, <c>Sent(x)</c> writes it as a request does.</param>
    /// <param name="cancellationToken">Ends the compilation.</param>
    public static string Run(string spec, string lines, CancellationToken cancellationToken)
    {
        var driver = SdkDriver.Run("spec.yaml", spec, "Probe");
        var errors = driver.GetRunResult().Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal("", string.Join("\n", errors));

        var consumer = CSharpSyntaxTree.ParseText($$"""
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Linq;
            using System.Text;
            using System.Text.Json;
            using Kiln.Runtime.Contracts;
            using Kiln.Runtime.Requests;
            using Kiln.Runtime.Wire;
            using Microsoft.Kiota.Abstractions;
            using Probe.Models;

            namespace Consumer;

            public static class Program
            {
                private static string Json<T>(T model) where T : class, IWireModel<T>, new() => Encoding.UTF8.GetString(WireJson.Write(WireType.Model<T>(), model));

                private static string Sent<T>(T model) where T : class, IWireModel<T>, new()
                {
                    var request = new RequestInformation();
                    request.SetJsonContent(WireType.Model<T>(), model);
                    return new StreamReader(request.Content).ReadToEnd();
                }

                private static T Read<T>(string json, List<string>? violations = null) where T : class, IWireModel<T>, new() =>
                    WireJson.Read(WireType.Model<T>(), Encoding.UTF8.GetBytes(json), new ReadOptions { OnViolation = v => violations?.Add(v.ToString()) });

                private static string Again<T>(string json) where T : class, IWireModel<T>, new() => Json(Read<T>(json));

                public static string Main()
                {
            {{lines}}
                }
            }
            """, SdkCompilation.ParseOptions, "Consumer.cs", cancellationToken: cancellationToken);

        var compilation = SdkCompilation.Empty.AddSyntaxTrees(driver.GetRunResult().GeneratedTrees).AddSyntaxTrees(consumer);
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly, cancellationToken: cancellationToken);
        var problems = emitted.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id != "CS1591");
        Assert.Equal("", string.Join("\n", problems));

        assembly.Position = 0;
        var context = new AssemblyLoadContext("probe", isCollectible: true);
        try
        {
            var main = context.LoadFromStream(assembly).GetType("Consumer.Program")!.GetMethod("Main")!;
            return (string)main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }
}
