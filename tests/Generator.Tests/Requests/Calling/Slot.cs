using System.Reflection;

namespace Kiln.Generator.Tests.Requests.Calling;

/// <summary>A property of a call's configuration that takes a parameter, such as one of <c>QueryParameters</c>.</summary>
/// <param name="Owner">The property of the configuration that has it.</param>
/// <param name="Property">The property.</param>
internal sealed record Slot(PropertyInfo Owner, PropertyInfo Property)
{
    private static readonly string[] Owners = ["QueryParameters", "HeaderParameters", "CookieParameters"];

    /// <summary>All of a configuration's type: those of the classes that were emitted for its operation.</summary>
    public static IReadOnlyList<Slot> Of(Type configuration) =>
    [
        .. from owner in configuration.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           where Owners.Contains(owner.Name) || owner.PropertyType.Assembly == configuration.Assembly || owner.PropertyType.Assembly.IsCollectible
           from property in owner.PropertyType.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           where property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0
           select new Slot(owner, property),
    ];

    public void Set(object configuration, object? value) => Property.SetValue(Owner.GetValue(configuration), value);

    /// <summary>A delegate that configures a call.</summary>
    /// <param name="type">The type of the delegate: <c>Action&lt;…&gt;</c>.</param>
    /// <param name="configure">What it does.</param>
    public static object Delegate(Type type, Action<object> configure) =>
        typeof(Slot).GetMethod(nameof(Make), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [configure])!;

    private static Action<T> Make<T>(Action<object> configure) => configuration => configure(configuration!);
}
