using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kiln.Benchmarks.Peers.SystemTextJson;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Serialization.Json;
using SentinelOne.ThreatEvents.Models;
using KiotaPage = Kiln.Benchmarks.Peers.Kiota.Models.ThreatEventPage;

namespace Kiln.Benchmarks.Subjects;

/// <summary>One page, from a model to the bytes of a request's body, in each way. Every way has a buffer that it does not allocate anew.</summary>
internal sealed class Writing : IDisposable
{
    private readonly ThreatEventPage ours;
    private readonly KiotaPage kiota;
    private readonly StjPage stj;
    private readonly ArrayBufferWriter<byte> buffer = new(4 * 1024 * 1024);
    private readonly Utf8JsonWriter writer;

    public Writing(Reading reading)
    {
        (ours, kiota, stj) = (reading.Ours(), reading.Kiota(), reading.SystemTextJson());
        writer = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    /// <summary>What an emitted call does with its body; the buffer is of the shared pool and goes back to it.</summary>
    public void Ours(Action<Stream>? look = null)
    {
        var request = new RequestInformation();
        request.SetJsonContent(WireType.Model<ThreatEventPage>(), ours);
        using var content = request.Content;
        look?.Invoke(content);
    }

    /// <summary>What a call that Kiota emits does with its body; the buffer is of the recyclable streams that its writer keeps.</summary>
    public void Kiota(Action<Stream>? look = null)
    {
        using var kiotaWriter = new JsonSerializationWriter();
        kiotaWriter.WriteObjectValue(null, kiota);
        using var content = kiotaWriter.GetSerializedContent();
        look?.Invoke(content);
    }

    /// <summary>By the fast path of source generation, with one writer over one buffer for good.</summary>
    public void SystemTextJson(Action<Stream>? look = null)
    {
        buffer.ResetWrittenCount();
        writer.Reset();
        JsonSerializer.Serialize(writer, stj, StjContext.Default.StjPage);
        writer.Flush();
        look?.Invoke(new MemoryStream(buffer.WrittenSpan.ToArray()));
    }

    public void Dispose() => writer.Dispose();
}
