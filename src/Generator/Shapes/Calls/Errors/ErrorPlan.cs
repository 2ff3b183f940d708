using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls.Errors;

/// <summary>What an error response of an operation becomes.</summary>
/// <param name="Status">A status code (<c>404</c>), a range of them (<c>5XX</c>), or <c>default</c>.</param>
/// <param name="Bodies">What it is thrown as, by media type; empty for the runtime's plain exception.</param>
/// <param name="Description">What the document says of it, in one line; empty where it says no more than the status does.</param>
/// <param name="Headers">The class of its headers; <see langword="null"/> if the document names none.</param>
internal sealed record ErrorPlan(string Status, IReadOnlyList<ErrorBodyPlan> Bodies, string Description, TypeName? Headers);

/// <summary>An exception with the type of its error.</summary>
/// <param name="MediaType">The media type in which it is received. The first of a response counts for all others too.</param>
/// <param name="Type">The type of JSON; <see langword="null"/> for a text.</param>
/// <param name="Exception">The exception; <see langword="null"/> for the runtime's, of that type.</param>
internal sealed record ErrorBodyPlan(string MediaType, CSharpType? Type, ExceptionPlan? Exception);

/// <summary>An exception class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its error; <see langword="null"/> for a text.</param>
/// <param name="IsOfRuntime">Whether it is the runtime's, and not emitted.</param>
internal sealed record ExceptionPlan(TypeName Name, CSharpType? Type, bool IsOfRuntime = false)
{
    private readonly HashSet<TypeName> headers = [];
    private bool isWithout;

    /// <summary>The class of the headers that all responses with this exception have; <see langword="null"/> if they do not all have one.</summary>
    public TypeName? Headers => !isWithout && headers.Count == 1 ? headers.First() : null;

    /// <summary>Notes the headers of one of its responses.</summary>
    public void AddResponse(TypeName? of)
    {
        if (of is null)
            isWithout = true;
        else
            headers.Add(of);
    }
}
