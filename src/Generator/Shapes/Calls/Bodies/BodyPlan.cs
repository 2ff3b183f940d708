using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls.Bodies;

/// <summary>What is sent.</summary>
/// <param name="Sent">What the document says of it.</param>
/// <param name="Type">The C# type of JSON, of an item of JSON lines, or of an URL-encoded form; <see langword="null"/> for all else.</param>
/// <param name="Form">The class of a multipart form; <see langword="null"/> for all else, and for a form whose parts the document does not name.</param>
/// <param name="IsRequired">Whether it must be sent.</param>
/// <param name="IsNullable">Whether a JSON body may be null.</param>
internal sealed record BodyPlan(SentBody Sent, CSharpType? Type, FormPlan? Form, bool IsRequired, bool IsNullable)
{
    public RequestFormat Format => Sent.Format;

    /// <summary>The types that are in it.</summary>
    public IEnumerable<CSharpType> Types => Form is null ? new[] { Type }.OfType<CSharpType>() : Form.Fields.Select(f => f.Type).OfType<CSharpType>();
}
