using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Driving;

/// <summary>Runs a few statements of C# against the SDK of a document, as a consumer's code would.</summary>
internal static class SdkRun
{
    /// <summary>What a consumer's file begins with.</summary>
    public const string Usings =
        "#nullable enable\nusing System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Text; using System.Text.Json; using System.Threading.Tasks; " +
        "using Kiln.Runtime.Contracts; using Kiln.Runtime.Requests; using Kiln.Runtime.Wire; using Microsoft.Kiota.Abstractions;";

    /// <summary>A part of the consumer's class: reading and writing JSON as a type or as a model; <c>Sent</c> gives the body of a request.</summary>
    public const string Helpers = """
        internal static partial class Consumer
        {
            private static T Read<T>(WireType<T> type, string json, ReadOptions? options = null) => WireJson.Read(type, Encoding.UTF8.GetBytes(json), options);
            private static string Write<T>(WireType<T> type, T value) => Encoding.UTF8.GetString(WireJson.Write(type, value));

            private static T Read<T>(string json, List<string>? violations = null) where T : WireModel, IWireModel<T> =>
                Read(WireType.Model<T>(), json, new ReadOptions { OnViolation = v => violations?.Add(v.ToString()) });
            private static string Json<T>(T model) where T : WireModel, IWireModel<T> => Write(WireType.Model<T>(), model);
            private static string Again<T>(string json) where T : WireModel, IWireModel<T> => Json(Read<T>(json));
            private static string Sent<T>(T model) where T : WireModel, IWireModel<T>
            {
                var request = new RequestInformation();
                request.SetJsonContent(WireType.Model<T>(), model);
                return new StreamReader(request.Content).ReadToEnd();
            }
        }

        """;

    /// <summary>What some statements return against the SDK of a document.</summary>
    /// <param name="spec">The document; an error of it fails the test.</param>
    /// <param name="statements">See the models in <c>Sdk.Models</c> and the helpers above, and end in <c>return</c> of anything.</param>
    /// <param name="usings">More than the usual directives.</param>
    public static string Of(string spec, string statements, string usings = "")
    {
        var driver = SdkDriver.Run("spec.yaml", spec, "Sdk");
        Assert.Equal("", string.Join("\n", driver.GetRunResult().Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return Of(driver, statements, usings);
    }

    /// <summary>The same after a run of the generator.</summary>
    /// <param name="driver">After its run, with <c>Sdk</c> as its namespace.</param>
    /// <param name="statements">End in <c>return</c> of anything.</param>
    /// <param name="usings">More than the usual directives.</param>
    public static string Of(GeneratorDriver driver, string statements, string usings = "")
    {
        var code = $"{Usings} using Sdk.Models; {usings}\n{Helpers}internal static partial class Consumer\n{{\n    public static object? Run()\n    {{\n{statements}\n    }}\n}}\n";
        using var sdk = SdkAssembly.Of(driver.GetRunResult().GeneratedTrees.Append(CSharpSyntaxTree.ParseText(code, SdkCompilation.ParseOptions)));

        return sdk.Assembly.GetType("Consumer")!.GetMethod("Run")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)?.ToString() ?? "";
    }
}
