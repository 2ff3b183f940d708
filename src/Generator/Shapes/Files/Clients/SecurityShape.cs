using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The internal class with the security schemes and requirements of a document.</summary>
internal sealed record SecurityShape(
    string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, EquatableArray<SchemeShape> Schemes, EquatableArray<RequirementShape> Requirements)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>A security scheme.</summary>
/// <param name="Field">The field that holds it.</param>
/// <param name="Type">The runtime's class.</param>
/// <param name="Arguments">What it is made with: texts, and numbers of <c>ApiKeyLocation</c>.</param>
internal sealed record SchemeShape(string Field, string Type, EquatableArray<SchemeArgumentShape> Arguments);

/// <summary>An argument of a scheme's constructor.</summary>
/// <param name="Text">The text of the document, or the member of an enum.</param>
/// <param name="Name">The parameter's name; <see langword="null"/> where its place says it.</param>
/// <param name="Type">The enum or class of the argument; <see langword="null"/> for a string.</param>
internal sealed record SchemeArgumentShape(string Text, string? Name = null, SchemeArgumentType Type = SchemeArgumentType.Text);

/// <summary>How an argument is written.</summary>
internal enum SchemeArgumentType
{
    Text,
    Location,
    Url,
}

/// <summary>A requirement.</summary>
/// <param name="Field">The field that holds it.</param>
/// <param name="Alternatives">Its alternatives, each with fields of schemes and their scopes.</param>
internal sealed record RequirementShape(string Field, EquatableArray<EquatableArray<RequiredSchemeShape>> Alternatives);

/// <summary>A scheme of a requirement.</summary>
internal sealed record RequiredSchemeShape(string Field, EquatableArray<string> Scopes);
