using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Api.Operations;

/// <summary>Reports error responses whose JSON body is not an object: only objects have an exception with a typed error.</summary>
internal sealed class UntypedErrorCheck(DocumentNodes document, ResolveSchema resolve, List<DiagnosticInfo> diagnostics)
{
    public void Check(Operation operation)
    {
        foreach (var response in operation.Responses)
        {
            if (response.IsSuccess || response == operation.Success || MediaTypes.Choose(response.Contents) is not { Schema: { } schema } content)
                continue;
            if (MediaTypes.KindOf(content.MediaType) == BodyKind.Json && resolve(schema) is not (ObjectSchema or AnySchema))
                diagnostics.Add(new(UnsupportedRules.UntypedError, LocationOf(operation, response.Status), response.Status));
        }
    }

    // A shared response is reported once, where it is defined.
    private SourceLocation LocationOf(Operation operation, string status)
    {
        var node = document.PathItem(operation.Path)!.Value.Child(operation.Method.ToLowerInvariant())!.Value.Child("responses")!.Value;
        return node.Child(status) is { } response ? document.Follow(response).LocationOf("content") : node.Location;
    }
}
