using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Models;

namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>The schemas of an operation that get a C# type.</summary>
internal static class OperationSchemas
{
    /// <summary>Each schema with how the document calls it.</summary>
    public static IEnumerable<(Schema Schema, UseLabel Label)> Of(Operation operation)
    {
        foreach (var parameter in operation.Parameters)
            yield return (parameter.Schema, Called(parameter.WireName));
        foreach (var header in operation.Success?.Headers ?? [])
            yield return (header.Schema, Called(header.WireName));
        foreach (var sent in OfBody(operation.Body))
            yield return sent;
        foreach (var answered in OfAnswers(operation))
            yield return answered;
        foreach (var stream in operation.Streams)
            yield return (stream.Items!.Schema, Body(WordOf(stream.Items)));
        foreach (var response in operation.Errors)
        {
            foreach (var error in ErrorContents.Of(response).Select(JsonOf).OfType<Schema>())
                yield return (error, Owners.IsInComponent(response.Origin.Pointer) ? Body("Response") : new(ErrorOf(response.Status), UseKind.Called));
            foreach (var header in response.Headers)
                yield return (header.Schema, Called(header.WireName));
        }
    }

    private static IEnumerable<(Schema, UseLabel)> OfAnswers(Operation operation)
    {
        var answers = operation.Answers;
        foreach (var answer in answers.Others.Items.Prepend(answers.Primary).OfType<Answer>())
        {
            foreach (var received in answer.Cases)
            {
                if (received.Content is { Kind: BodyKind.Json, Schema: { } schema })
                    yield return (schema, Body(WordOf(operation, answer, received)));
            }
        }
    }

    /// <summary>What the type of a body is called that an operation answers with.</summary>
    /// <example><c>Response</c>, and behind it <c>CreatedResponse</c> for another status, or <c>StarResponse</c> for another media type.</example>
    public static string WordOf(Operation operation, Answer answer, AnswerCase received) =>
        (answer == operation.Answers.Primary ? "" : AnswerWords.Of(answer).First()) + (received == answer.Cases[0] ? "" : StatusWords.Of(received.Statuses[0])) + "Response";

    private static IEnumerable<(Schema, UseLabel)> OfBody(RequestBody? body)
    {
        var bodies = body?.Bodies ?? [];
        for (var i = 0; i < bodies.Count; i++)
        {
            if (bodies[i] is { Format: RequestFormat.Multipart, Content.Schema: ObjectSchema form })
            {
                foreach (var property in form.Properties.Where(p => p.Access != PropertyAccess.ReadOnly))
                    yield return (ConstantFields.SchemaOf(property), Called(property.WireName));
            }
            else if (HasValue(bodies[i].Format) && SameAs(bodies, i) == i && bodies[i].Content.Schema is { } schema)
            {
                yield return (schema, Body(WordOf(bodies, i)));
            }
        }
    }

    /// <summary>Whether a body is written from a value of its schema's type.</summary>
    public static bool HasValue(RequestFormat format) => format is RequestFormat.Json or RequestFormat.JsonLines or RequestFormat.Form;

    /// <summary>What the type of one of an operation's bodies is called beside the operation.</summary>
    public static string WordOf(IReadOnlyList<SentBody> bodies, int index) => bodies.Take(index).Any(b => HasValue(b.Format)) ? $"{bodies[index].Format}Request" : "Request";

    /// <summary>What the type of a stream's items is called beside the operation.</summary>
    public static string WordOf(ItemSequence items) => items.Format == ItemFormat.Events ? "Event" : "Item";

    /// <summary>The first of an operation's bodies that has the type of one of them: they may differ in how they are written alone.</summary>
    public static int SameAs(IReadOnlyList<SentBody> bodies, int index) => Enumerable.Range(0, bodies.Count)
        .First(i => i == index || (HasValue(bodies[i].Format) && (bodies[i].Content.Schema ?? new AnySchema()).Describes(bodies[index].Content.Schema ?? new AnySchema())));

    // The status says what an error is, as the name of a property says what its value is.
    private static string ErrorOf(string status) => StatusWords.Of(status) is { Length: > 0 } word ? ContextualNames.With(word, "Error") : "Error";

    private static UseLabel Called(string wireName) => new(Identifiers.Pascal(wireName), UseKind.Called);

    private static UseLabel Body(string word) => new(word, UseKind.Part);

    private static Schema? JsonOf(Content content) => content.Kind == BodyKind.Json ? content.Schema : null;
}
