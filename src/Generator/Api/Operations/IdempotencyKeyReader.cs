using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations;

/// <summary>
/// Reads <c>x-kiln-idempotency-key</c>: <c>true</c>, or the name of the header. That of the document is for all operations whose method is not idempotent (RFC 9110,
/// section 9.2.2); that of an operation counts whatever its method is.
/// </summary>
internal sealed class IdempotencyKeyReader(PointedNode root, List<DiagnosticInfo> diagnostics)
{
    private const string Key = "x-kiln-idempotency-key";
    private const string DefaultHeader = "Idempotency-Key";

    // The document is asked once for each operation, and told of once.
    private readonly HashSet<SpecNode> reported = [];

    /// <summary>The header; <see langword="null"/> for none.</summary>
    public string? Read(PointedNode operation, string method) => operation[Key] is { } own
        ? Header(own)
        : method is "GET" or "HEAD" or "PUT" or "DELETE" or "OPTIONS" or "TRACE" or "QUERY" or "SEARCH" or "PROPFIND" or "REPORT" || root[Key] is not { } ofDocument
            ? null
            : Header(ofDocument);

    private string? Header(SpecNode node)
    {
        switch (node)
        {
            case SpecScalar { Kind: ScalarKind.Null } or SpecScalar { Kind: ScalarKind.Boolean, Text: "false" }:
                return null;
            case SpecScalar { Kind: ScalarKind.Boolean }:
                return DefaultHeader;
            case SpecScalar { Kind: ScalarKind.String } name when IsToken(name.Text):
                return name.Text;
            default:
                if (reported.Add(node))
                    diagnostics.Add(new(ApiRules.InvalidIdempotencyKey, node.Location, node.AsScalarText() ?? node.Describe()));
                return null;
        }
    }

    // RFC 9110, section 5.6.2.
    private static bool IsToken(string name) =>
        name.Length > 0 && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0);
}
