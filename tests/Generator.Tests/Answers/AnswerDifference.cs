namespace Kiln.Generator.Tests.Answers;

/// <summary>Something that was read otherwise than it was served.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Answer">The status code and media type of the response, and the method that read it.</param>
/// <param name="What">What differs.</param>
internal sealed record AnswerDifference(string Operation, string Answer, string What)
{
    public override string ToString() => $"{Operation}: {Answer}: {What}";
}
