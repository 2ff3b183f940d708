using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Swagger;

/// <summary>Converts the schemes of a document or an operation, which 3.0 writes as URLs of servers.</summary>
internal static class SwaggerServers
{
    /// <summary>The most secure of the schemes. Without any, it is the one by which the document was retrieved, which is not known here.</summary>
    public static string SchemeOf(SpecMap owner)
    {
        var schemes = owner["schemes"].Texts();
        return schemes.Count == 0 || schemes.Contains("https") ? "https" : schemes[0];
    }

    /// <summary>The operation with a server if its schemes are others than the document's; the operation itself otherwise.</summary>
    public static SpecMap Convert(SpecMap operation, SpecMap root)
    {
        if (operation.Entry("schemes") is not { } schemes || operation["servers"] is not null || root["host"].AsText() is not { Length: > 0 } host)
            return operation;
        if (schemes.Value.Texts().Count == 0 || schemes.Value.Texts().Contains(SchemeOf(root)))
            return operation;

        var basePath = root["basePath"].AsText() is { } path and not "/" ? path : "";
        var server = SpecNodes.EmptyMap(schemes.Value.Span).With("url", SpecNodes.Text(schemes.Value.Span, $"{SchemeOf(operation)}://{host}{basePath}"));
        return new(operation.Span, [.. operation.Entries, new("servers", schemes.KeySpan, new SpecList(schemes.Value.Span, [server]))]);
    }
}
