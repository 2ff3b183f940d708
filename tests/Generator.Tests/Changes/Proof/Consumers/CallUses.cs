using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Changes.Proof.Consumers;

/// <summary>Calls of a method or constructor: with all arguments in their order, with all by their names, with the required ones alone, and with lambda expressions.</summary>
internal static class CallUses
{
    public static IEnumerable<Consumer> Of(INamedTypeSymbol type, IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Conversion => [Convert(type, method)],
        MethodKind.Constructor when type.IsAbstract => [],
        MethodKind.Constructor or MethodKind.Ordinary => Calls(type, method),
        _ => [],
    };

    private static IEnumerable<Consumer> Calls(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.IsGenericMethod)
            method = method.Construct([.. method.TypeParameters.Select(_ => Int32(method))]);

        yield return Call(type, method, "call", method.Parameters, (p, b) => b.Value(p.Type));
        if (method.Parameters.Length > 0)
            yield return Call(type, method, "call with names", method.Parameters.Reverse(), (p, b) => $"{ConsumerBuilder.Escape(p.Name)}: {b.Value(p.Type)}");
        if (method.Parameters.Any(IsOmissible))
            yield return Call(type, method, "call without options", method.Parameters.Where(p => !IsOmissible(p)), (p, b) => b.Value(p.Type));
        if (method.Parameters.Any(p => p.Type.TypeKind == TypeKind.Delegate))
            yield return Call(type, method, "call with lambdas", method.Parameters, (p, b) => p.Type is INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke } ? Lambda(invoke) : b.Value(p.Type));
        if (method.IsExtensionMethod)
        {
            var builder = new ConsumerBuilder(type, method, "call as extension") { Using = type.ContainingNamespace };
            var receiver = builder.Value(method.Parameters[0].Type);
            yield return builder.Takes(method.ReturnType, $"{receiver}.{ConsumerBuilder.Escape(method.Name)}({string.Join(", ", method.Parameters.Skip(1).Select(p => builder.Value(p.Type)))})");
        }
    }

    private static ITypeSymbol Int32(IMethodSymbol method)
    {
        ITypeSymbol type = method.ContainingType;
        while (type.SpecialType != SpecialType.System_Object)
            type = type.BaseType!;
        return type.ContainingAssembly.GetTypeByMetadataName("System.Int32")!;
    }

    private static Consumer Call(INamedTypeSymbol type, IMethodSymbol method, string usage, IEnumerable<IParameterSymbol> parameters, Func<IParameterSymbol, ConsumerBuilder, string> argument)
    {
        var builder = new ConsumerBuilder(type, method, usage);
        var isConstructor = method.MethodKind == MethodKind.Constructor;
        var receiver = isConstructor || method.IsStatic ? TypeText.Of(type) : builder.Value(type);
        List<string> arguments = [.. parameters.Select(p => argument(p, builder))];
        if (isConstructor)
            return builder.Takes(type, builder.New(type, arguments));
        var call = $"{receiver}.{ConsumerBuilder.Escape(method.Name)}{TypeArguments(method)}({string.Join(", ", arguments)})";
        // As "await" does, without the state machine that it becomes.
        return method.ReturnType is INamedTypeSymbol { Name: "Task", ContainingNamespace.Name: "Tasks" } task
            ? builder.Takes(task.TypeArguments is [var result] ? result : method.ReturnType, task.TypeArguments.Length == 1 ? call + ".GetAwaiter().GetResult()" : call)
            : builder.Takes(method.ReturnType, call);
    }

    private static Consumer Convert(INamedTypeSymbol type, IMethodSymbol method)
    {
        var builder = new ConsumerBuilder(type, method, $"convert from {TypeText.NameOf(method.Parameters[0].Type)}");
        builder.Touch(method.ReturnType);
        return builder.Does($"{TypeText.Of(method.ReturnType)} value = {(method.MetadataName == WellKnownMemberNames.ExplicitConversionName ? $"({TypeText.Of(method.ReturnType)})" : "")}{builder.Value(method.Parameters[0].Type)}; global::Proof.Values.Use(value)");
    }

    private static string TypeArguments(IMethodSymbol method) => method.IsGenericMethod ? $"<{string.Join(", ", method.TypeArguments.Select(TypeText.Of))}>" : "";

    private static string Lambda(IMethodSymbol invoke)
    {
        var parameters = string.Join(", ", invoke.Parameters.Select((_, i) => $"a{i}"));
        return invoke.ReturnsVoid ? $"({parameters}) => {{ }}" : $"({parameters}) => default({TypeText.Of(invoke.ReturnType)})!";
    }

    private static bool IsOmissible(IParameterSymbol parameter) => parameter.IsOptional || parameter.IsParams;
}
