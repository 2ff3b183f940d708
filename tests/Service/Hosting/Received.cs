using System.Collections.Concurrent;

namespace Acme.Service.Hosting;

/// <summary>What the endpoints were given: the newest value of each type, and parameters by their names.</summary>
public sealed class Received
{
    private readonly ConcurrentDictionary<string, object?> values = new();

    /// <summary>Remembers a value, and gives it back.</summary>
    public T Note<T>(T value) => Note(typeof(T).FullName!, value);

    public T Note<T>(string name, T value)
    {
        values[name] = value;
        return value;
    }

    public T Last<T>() => (T)values[typeof(T).FullName!]!;

    public T Last<T>(string name) => (T)values[name]!;
}
