using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls.Responses;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the shapes of what operations answer.</summary>
internal sealed class ResponseShaper(NameResolver names, TypeWriter types)
{
    /// <summary>The runtime's type of a response without a body.</summary>
    public const string NoContent = "NoContent";

    /// <summary>What one method returns.</summary>
    public ResponseShape Response(ResponsePlan response, bool isHead = false)
    {
        // A body that may be absent is null then.
        var isNullable = response.IsNullable || response.EmptyStatuses is not null;
        var type = TypeOf(response);
        var content = response.Result is null ? Content(response.Kind, response.Type, isNullable) : new ResultContentShape(type);
        return new(type, content, response.EmptyStatuses, response.IsUnknown) { Statuses = response.Statuses, IsHead = isHead };
    }

    /// <summary>The C# type of what one method returns.</summary>
    public string TypeOf(ResponsePlan response) => response.Result is { } result
        ? names.Write(result.Name)
        : TypeOf(response.Kind, response.Type, response.IsNullable || response.EmptyStatuses is not null);

    /// <summary>The C# type of a body.</summary>
    public string TypeOf(BodyKind kind, CSharpType? type, bool isNullable) => kind switch
    {
        BodyKind.None => NoContent,
        BodyKind.Json => types.Write(type!, isNullable),
        _ => kind switch { BodyKind.Text => "string", BodyKind.Bytes => "byte[]", _ => "ResponseStream" } + (isNullable ? "?" : ""),
    };

    /// <summary>How a body is read.</summary>
    public ContentShape? Content(BodyKind kind, CSharpType? type, bool isNullable)
    {
        switch (kind)
        {
            case BodyKind.None:
                return null;
            case BodyKind.Json:
                names.Use("Kiln.Runtime.Wire");
                return new JsonContentShape(types.Wire(type!, isNullable));
            case BodyKind.Text:
                return new StringContentShape();
            case BodyKind.Bytes:
                return new BytesContentShape();
            default:
                return new StreamContentShape();
        }
    }
}
