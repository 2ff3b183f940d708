using System.Reflection;
using Kiln.Generator.Shapes.Names;
using Kiln.Runtime.Requests;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Generator.Tests.Changes.Proof.Wire;

/// <summary>What differs when one program runs with both SDKs of a pair: in what is sent, in what is read, and in the values of static members.</summary>
/// <param name="Member">The full name of the member that was used.</param>
/// <param name="Operation">The operation that was called; empty for none.</param>
/// <param name="Old">What was seen with the old SDK.</param>
/// <param name="New">What was seen with the new one.</param>
internal sealed record WireDifference(string Member, string Operation, string Old, string New)
{
    /// <summary>Whether the program did what every program does; not, if it only wrote or read a model by itself, which one that is only received, or only sent, is not meant for.</summary>
    public bool IsUsual { get; init; } = true;


    public override string ToString() => $"{Member} {Operation}\n      {Old.Replace("\n", "\n        ")}\n      {New.Replace("\n", "\n        ")}";
}

/// <summary>Finds the differences of all operations of a pair.</summary>
internal sealed class WireComparison
{
    private static readonly SampleExtent[] Extents = [SampleExtent.Nothing, SampleExtent.All];

    private readonly PairSdks pair;
    private readonly SdkSide old;
    private readonly SdkSide current;
    private readonly List<Type> types;
    private readonly List<WireDifference> differences = [];

    private WireComparison(PairSdks pair, Assembly oldSdk, Assembly newSdk)
    {
        this.pair = pair;
        var properties = pair.Old.Names.Items.Where(n => n.Kind == NameKind.Property).Select(n => n.Wire).ToHashSet(StringComparer.Ordinal);
        (old, current) = (new(oldSdk, newSdk, isNew: false, properties), new(oldSdk, newSdk, isNew: true, properties));
        types = [.. oldSdk.GetExportedTypes().Where(t => t.Namespace == pair.Namespace || t.Namespace!.StartsWith(pair.Namespace + ".", StringComparison.Ordinal))];
    }

    /// <summary>The differences of a pair.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="oldSdk">The assembly that has its old SDK.</param>
    /// <param name="newSdk">The assembly that has its new SDK.</param>
    public static IReadOnlyList<WireDifference> Of(PairSdks pair, Assembly oldSdk, Assembly newSdk)
    {
        var comparison = new WireComparison(pair, oldSdk, newSdk);
        comparison.CompareStatics();
        comparison.CompareCalls();
        new ModelComparison(pair, comparison.old, comparison.current, (member, see) => comparison.Compare(member, see, isUsual: false)).Of(comparison.types);
        return comparison.differences;
    }

    // The values of enums, the constants, and the URLs of servers.
    private void CompareStatics()
    {
        foreach (var type in types)
        {
            foreach (var property in old.Properties(type, BindingFlags.Static).Where(p => p.PropertyType == type))
                Compare($"{type.FullName}.{property.Name}", side => new ValueText(side).Of(side.Of(property).GetValue(null)));
            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral))
                Compare($"{type.FullName}.{field.Name}", side => side.Of(type).GetField(field.Name)?.GetRawConstantValue()?.ToString() ?? throw new NotComparableException(field.Name));
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(m => m.ReturnType == typeof(Uri)))
                Compare($"{type.FullName}.{method.Name}", side => Call(side, method));
        }
    }

    private static string Call(SdkSide side, MethodInfo method)
    {
        var own = side.Of(method);
        var values = new SampleValues(side, SampleExtent.Nothing);
        try
        {
            return new ValueText(side).Of(own.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [.. method.GetParameters().Zip(own.GetParameters(), values.Argument)], null));
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }

    // One difference of a member is enough.
    private void Compare(string member, Func<SdkSide, string> see, bool isUsual = true)
    {
        if (differences.Exists(d => d.Member == member))
            return;
        try
        {
            var (before, after) = (see(old), see(current));
            if (before != after)
                differences.Add(new(member, "", before, after) { IsUsual = isUsual });
        }
        catch (NotComparableException)
        {
            // The program cannot be compiled against the new SDK, which is seen elsewhere.
        }
    }

    private void CompareCalls()
    {
        var client = types.Find(t => typeof(RequestBuilder).IsAssignableFrom(t) && t.GetConstructors().Any(c => c.GetParameters() is [{ ParameterType: var p }] && typeof(ClientOptions).IsAssignableFrom(p)));
        if (client is null || !SdkSide.IsComparable(() => current.Of(client)))
            return;

        var credentials = types.Find(t => t.Namespace == pair.Namespace && t.Name.EndsWith("Credential", StringComparison.Ordinal) && t is { IsAbstract: true, IsSealed: true });
        using var before = new WireProgram(old, client, credentials);
        using var after = new WireProgram(current, client, credentials);
        var (oldResponses, newResponses) = (new ServedResponses(pair.Pair.Old), new ServedResponses(pair.Pair.New));
        foreach (var builder in types.Where(t => typeof(RequestBuilder).IsAssignableFrom(t) && !t.IsAbstract))
        {
            foreach (var method in builder.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal) || m.ReturnType == typeof(RequestInformation)))
            {
                try
                {
                    current.Of(method);
                    before.Call(method, SampleExtent.Nothing, ServedResponse.Empty);
                    var responses = oldResponses.Of(before.Method, before.PathOf(builder)).Concat(newResponses.Of(before.Method, after.PathOf(builder)));
                    Compare(method, before, after, [ServedResponse.Empty, .. responses.DistinctBy(r => r.ToString())]);
                }
                catch (NotComparableException)
                {
                    // As above.
                }
            }
        }
    }

    private void Compare(MethodInfo method, WireProgram before, WireProgram after, IReadOnlyList<ServedResponse> responses)
    {
        foreach (var response in responses)
        {
            foreach (var extent in Extents)
            {
                var (seen, now) = (before.Call(method, extent, response), after.Call(method, extent, response));
                var operation = $"{before.Method} {before.PathOf(method.ReflectedType!)}";
                if (!seen.SequenceEqual(now))
                {
                    differences.Add(new($"{method.ReflectedType!.FullName}.{method.Name}", operation, string.Join("\n", seen.Except(now).Prepend($"({response})")), string.Join("\n", now.Except(seen))));
                    return;
                }
            }
        }
    }
}
