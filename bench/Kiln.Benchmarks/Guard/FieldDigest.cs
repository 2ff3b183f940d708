using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Benchmarks.Guard;

/// <summary>
/// What a model holds, field by field: how many values, how many characters, and a hash of them in their order. Models of any of the
/// libraries that hold the same have the same digest. By reflection, as it runs once and must not trust what it checks.
/// </summary>
internal sealed class FieldDigest
{
    private readonly SortedDictionary<string, (int Count, long Length, ulong Hash)> fields = new(StringComparer.Ordinal);

    private FieldDigest()
    {
    }

    public static FieldDigest Of(object model)
    {
        var digest = new FieldDigest();
        digest.AddObject("$", model);
        return digest;
    }

    /// <summary>How many values there are in all.</summary>
    public int Values => fields.Values.Sum(f => f.Count);

    /// <summary>The first field in which two digests differ, in words; null if they are the same.</summary>
    public string? FirstDifference(FieldDigest other) => fields.Keys.Union(other.fields.Keys)
        .Where(name => fields.GetValueOrDefault(name) != other.fields.GetValueOrDefault(name))
        .Select(name => $"{name}: {fields.GetValueOrDefault(name)} and {other.fields.GetValueOrDefault(name)}")
        .FirstOrDefault();

    private void AddObject(string path, object model)
    {
        foreach (var property in model.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetValue(model) is not { } value)
                continue;
            // Made when asked for, and nothing is in it: the data has no field that the models do not name.
            if (model is IAdditionalDataHolder && value is IDictionary<string, object> { Count: 0 })
                continue;
            AddValue($"{path}.{property.Name}", value);
        }
    }

    private void AddValue(string path, object value)
    {
        if (TextOf(value) is { } text)
        {
            var (count, length, hash) = fields.GetValueOrDefault(path);
            foreach (var c in text)
                hash = (hash ^ c) * 1099511628211;
            fields[path] = (count + 1, length + text.Length, (hash ^ '\n') * 1099511628211);
        }
        else if (value is IEnumerable items)
        {
            foreach (var item in items)
                AddObject(path + "[]", item!);
        }
        else
        {
            AddObject(path, value);
        }
    }

    private static string? TextOf(object value) => value switch
    {
        string text => text,
        DateTimeOffset time => time.UtcTicks.ToString(CultureInfo.InvariantCulture),
        Enum known => known.GetType().GetField(known.ToString())!.GetCustomAttribute<EnumMemberAttribute>()!.Value,
        bool or int or long => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ when value.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IWireEnum<>)) => value.ToString(),
        _ => null,
    };
}
