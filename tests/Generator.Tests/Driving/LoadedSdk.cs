using System.Collections;
using System.Reflection;
using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Driving;

/// <summary>An SDK that was compiled and is run: models are read and written as a program would.</summary>
internal sealed class LoadedSdk
{
    private readonly Assembly assembly;

    private LoadedSdk(GeneratorDriver driver, Assembly assembly) => (Driver, this.assembly) = (driver, assembly);

    public GeneratorDriver Driver { get; }

    /// <summary>Compiles what a document becomes, in the namespace <c>Sdk</c>.</summary>
    public static LoadedSdk Of(string spec, string? @namespace = "Sdk", params string[] userCode)
    {
        var driver = SdkDriver.Run(spec.StartsWith('{') ? "spec.json" : "spec.yaml", spec, @namespace);
        Assert.DoesNotContain(driver.GetRunResult().Diagnostics, d => d.Severity == DiagnosticSeverity.Error);

        var trees = driver.GetRunResult().GeneratedTrees
            .Concat(userCode.Select(c => Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(c, SdkCompilation.ParseOptions.WithDocumentationMode(Microsoft.CodeAnalysis.DocumentationMode.Parse))));
        return new(driver, SdkAssembly.Of(trees).Assembly);
    }

    public Type Type(string name) => assembly.GetTypes().Single(t => t.Name == name || t.FullName == name);

    /// <summary>Reads a model from JSON.</summary>
    public object Read(string model, string json, ReadOptions? options = null) =>
        Generic(nameof(ReadModel), model).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [json, options], null)!;

    /// <summary>A model as JSON.</summary>
    public string Write(object model) => (string)Generic(nameof(WriteModel), model.GetType().Name).Invoke(null, [model])!;

    /// <summary>What a model becomes that is read and written again.</summary>
    public string RoundTrip(string model, string json) => Write(Read(model, json));

    /// <summary>The value of a property.</summary>
    public static object? Get(object model, string property) => model.GetType().GetProperty(property)!.GetValue(model);

    /// <summary>The names of an enum's values, and what each is a struct over.</summary>
    public IReadOnlyList<(string Name, object Value)> Values(string @enum)
    {
        var type = Type(@enum);
        var known = ((IEnumerable)type.GetProperty("KnownValues")!.GetValue(null)!).Cast<object>().ToList();
        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(p => p.PropertyType == type)
            .Select(p => (p.Name, Get(p.GetValue(null)!, "Value")!))
            .OrderBy(p => known.FindIndex(k => Equals(Get(k, "Value"), p.Item2)))];
    }

    private MethodInfo Generic(string method, string model) =>
        typeof(LoadedSdk).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(Type(model));

    private static T ReadModel<T>(string json, ReadOptions? options)
        where T : WireModel, IWireModel<T> => WireJson.Read(WireType.Model<T>(), Encoding.UTF8.GetBytes(json), options);

    private static string WriteModel<T>(T model)
        where T : WireModel, IWireModel<T> => Encoding.UTF8.GetString(WireJson.Write(WireType.Model<T>(), model));
}
