using System.Text.Json.Serialization;

namespace Kiln.Benchmarks.Peers.SystemTextJson;

/// <summary>
/// Source generation in its default mode, which is the stronger one: reading goes by metadata either way, and writing gets the fast path
/// that metadata alone has not. Null is left out, as ours and Kiota's leave it out.
/// </summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StjPage))]
[JsonSerializable(typeof(StjChunk))]
public sealed partial class StjContext : JsonSerializerContext;
