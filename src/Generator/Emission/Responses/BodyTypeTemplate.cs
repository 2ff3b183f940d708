using System.Globalization;
using Kiln.Generator.Shapes.Files;

namespace Kiln.Generator.Emission;

/// <summary>Writes the expressions of the runtime's types of bodies.</summary>
internal static class BodyTypeTemplate
{
    /// <summary>How the responses of a method are read.</summary>
    public static string Write(ResponseShape response) => Optional(response, Write(response.Content));

    /// <summary>How a body is read.</summary>
    /// <example><c>BodyType.Json(WireType.Model&lt;Pet&gt;())</c></example>
    public static string Write(ContentShape? content) => content switch
    {
        null => "BodyType.None",
        JsonContentShape json => $"BodyType.Json({json.Wire})",
        StringContentShape => "BodyType.String",
        BytesContentShape => "BodyType.Bytes",
        ResultContentShape result => $"{result.Result}.Body",
        _ => "BodyType.Stream",
    };

    /// <summary>A body type that may be absent, or the same.</summary>
    public static string Optional(ResponseShape response, string bodyType) => response.EmptyStatuses is { } statuses
        ? $"BodyType.Optional({string.Concat([bodyType, .. statuses.Select(Following)])})"
        : bodyType;

    /// <summary>A status code behind another argument.</summary>
    public static string Following(int status) => ", " + Number(status);

    /// <summary>A status code.</summary>
    public static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);
}
