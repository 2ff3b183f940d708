using System.Text;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;
using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Tests.Support;

namespace SentinelOne.ThreatEvents.Tests.Reading;

/// <summary>The ways in and out of one model: the runtime's own, and those of Kiota's factories and writer.</summary>
internal abstract class ModelWays
{
    public static IReadOnlyDictionary<string, ModelWays> All { get; } = new Dictionary<string, ModelWays>
    {
        [nameof(ThreatEventPage)] = new Typed<ThreatEventPage>(ThreatEventPage.CreateFromDiscriminatorValue),
        [nameof(ThreatEvent)] = new Typed<ThreatEvent>(ThreatEvent.CreateFromDiscriminatorValue),
        [nameof(Pagination)] = new Typed<Pagination>(Pagination.CreateFromDiscriminatorValue),
        [nameof(ErrorResponse)] = new Typed<ErrorResponse>(ErrorResponse.CreateFromDiscriminatorValue),
        [nameof(ErrorDetail)] = new Typed<ErrorDetail>(ErrorDetail.CreateFromDiscriminatorValue),
    };

    /// <summary>Reads and writes by the runtime.</summary>
    public abstract string ByWire(string json);

    /// <summary>Reads by the runtime and writes by Kiota's writer.</summary>
    public abstract string WrittenByKiota(string json);

    /// <summary>Reads by a factory and writes by the runtime.</summary>
    public abstract Task<string> ReadByAsync(IParseNodeFactory factory, string json);

    private sealed class Typed<T>(ParsableFactory<T> make) : ModelWays
        where T : WireModel, IWireModel<T>
    {
        public override string ByWire(string json) => ModelJson.Of(ModelJson.Read<T>(json));

        public override string WrittenByKiota(string json)
        {
            using var writer = new JsonSerializationWriter();
            writer.WriteObjectValue(null, ModelJson.Read<T>(json));
            using var reader = new StreamReader(writer.GetSerializedContent());
            return reader.ReadToEnd();
        }

        public override async Task<string> ReadByAsync(IParseNodeFactory factory, string json)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(json));
            var node = await factory.GetRootParseNodeAsync("application/json", content, TestContext.Current.CancellationToken);
            return ModelJson.Of(node.GetObjectValue(make));
        }
    }
}
