using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>A part of the class that has the methods of all operations.</summary>
/// <param name="IsFirst">Whether it is the part with the constructor.</param>
/// <param name="Operations">Its operations, one for each of their bodies.</param>
internal sealed record FacadeShape(
    string HintName,
    string Namespace,
    EquatableArray<UsingShape> Usings,
    string Name,
    DocShape Doc,
    bool IsFirst,
    EquatableArray<FacadeOperationShape> Operations)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>An operation of the class, with one of its bodies.</summary>
/// <param name="Builder">The request builder that has the operation.</param>
/// <param name="Values">The path parameters that the builder is made with, which all methods take first.</param>
/// <param name="Configure">The type of what configures a call.</param>
/// <param name="Deprecation">Why the document advises against it; <see langword="null"/> if it does not.</param>
/// <param name="Methods">The methods.</param>
/// <example><c>("PetsItemRequestBuilder", [petId], "Action&lt;CallConfiguration&lt;DefaultQueryParameters&gt;&gt;", null, …)</c></example>
internal sealed record FacadeOperationShape(
    string Builder, EquatableArray<ValueShape> Values, string Configure, string? Deprecation, EquatableArray<FacadeMethodShape> Methods);

/// <summary>A method that calls one of a request builder.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Called">The name of the builder's method.</param>
/// <param name="Type">What it returns.</param>
/// <param name="Parameters">The parameters of both, but for what configures the call and cancels it.</param>
/// <param name="IsSent">Whether the call sends the request, so that it takes a token to cancel it.</param>
/// <example><c>("GetPetAsync", "GetAsync", "Task&lt;Pet&gt;", [], IsSent: true)</c></example>
internal sealed record FacadeMethodShape(string Name, string Called, string Type, EquatableArray<FacadeParameterShape> Parameters, bool IsSent);

/// <summary>A parameter.</summary>
/// <param name="Type">Its C# type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Default">The expression of its default; <see langword="null"/> if it must be given.</param>
internal sealed record FacadeParameterShape(string Type, string Name, string? Default = null);
