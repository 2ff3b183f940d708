using System.Reflection;
using Kiln.Runtime.Contracts;

namespace Kiln.Generator.Tests.Changes.Proof.Wire;

/// <summary>One version of the SDKs, as a program sees it that was written against the old one, and uses nothing that the new one no longer has: the compiler shows that.</summary>
/// <param name="old">The assembly of the old SDKs.</param>
/// <param name="current">The assembly of the new SDKs.</param>
/// <param name="isNew">Whether the program runs with the new ones.</param>
/// <param name="properties">The names in JSON of the properties that the program knows.</param>
internal sealed class SdkSide(Assembly old, Assembly current, bool isNew, IReadOnlySet<string> properties)
{
    private readonly Assembly assembly = isNew ? current : old;

    /// <summary>What is common to both versions.</summary>
    private SdkSide Newer => isNew ? this : new(old, current, isNew: true, properties);

    /// <summary>Whether a contract violation is about something that the program knows: that a new property is missing is none of its business.</summary>
    public bool IsSeen(ContractViolation violation) => violation.Found != "nothing" || properties.Contains(violation.Path[(violation.Path.LastIndexOf('.') + 1)..].Trim('[', ']', '\''));

    /// <summary>Whether a type is one of an SDK.</summary>
    public bool IsOfSdk(Type type) => type.Assembly == old || type.Assembly == current;

    /// <summary>The type that the program gets where the old SDK has one.</summary>
    /// <exception cref="NotComparableException">There is none any more.</exception>
    public Type Of(Type type) =>
        type.IsArray ? Of(type.GetElementType()!).MakeArrayType()
        : type.IsConstructedGenericType ? type.GetGenericTypeDefinition().MakeGenericType([.. type.GetGenericArguments().Select(Of)])
        : type.Assembly == old ? assembly.GetType(type.FullName!) ?? throw new NotComparableException(type.FullName!)
        : type;

    /// <summary>The type of the old SDK, or the closest base class that it has.</summary>
    public Type? OldOf(Type type)
    {
        for (var t = type; t is not null && IsOfSdk(t); t = t.BaseType)
        {
            if (old.GetType(t.FullName!) is { } found)
                return found;
        }
        return null;
    }

    /// <summary>The property that the program uses.</summary>
    public PropertyInfo Of(PropertyInfo property) =>
        Of(property.ReflectedType!).GetProperty(property.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static) is { } found && found.PropertyType == Of(property.PropertyType)
            ? found
            : throw new NotComparableException(property.Name);

    /// <summary>The method that the program calls.</summary>
    public MethodInfo Of(MethodInfo method) =>
        Of(method.ReflectedType!).GetMethod(method.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static, [.. method.GetParameters().Select(p => Of(p.ParameterType))]) is { } found && found.ReturnType == Of(method.ReturnType)
            ? found
            : throw new NotComparableException(method.Name);

    /// <summary>The constructor that the program calls.</summary>
    public ConstructorInfo Of(ConstructorInfo constructor) =>
        Of(constructor.DeclaringType!).GetConstructor([.. constructor.GetParameters().Select(p => Of(p.ParameterType))]) ?? throw new NotComparableException(constructor.DeclaringType!.Name);

    /// <summary>The properties of a type of the old SDK that the new one has as well.</summary>
    public IEnumerable<PropertyInfo> Properties(Type type, BindingFlags flags) => type.GetProperties(BindingFlags.Public | flags)
        .Where(p => p.GetIndexParameters().Length == 0 && IsOfSdk(p.DeclaringType!) && IsComparable(() => Newer.Of(p)));

    /// <summary>The conversions to a type of the old SDK that the new one has as well.</summary>
    public IEnumerable<MethodInfo> Conversions(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(m => m.Name == "op_Implicit" && IsComparable(() => Newer.Of(m)));

    /// <summary>Whether the new SDK has something of the old one.</summary>
    public static bool IsComparable(Action find)
    {
        try
        {
            find();
            return true;
        }
        catch (NotComparableException)
        {
            return false;
        }
    }
}

/// <summary>What the program does cannot be done with an SDK, which the compiler shows.</summary>
internal sealed class NotComparableException(string what) : Exception(what);
