using Acme.OpenApi31;
using Acme.OpenApi31.Models;
using Kiln.Runtime.Responses;
using Kiln.Service.Tests.Support;
using Server = Acme.Service.Themes;

namespace Kiln.Service.Tests.OpenApi31;

public sealed class ResultTests(RunningService service) : ServiceCalls(service)
{
    private static readonly Guid Id = new("6f9619ff-8b86-d011-b42d-00cf4fc964ff");

    [Fact]
    public async Task One_operation_answers_with_a_value_with_nothing_and_with_an_error()
    {
        var money = await Client.Results.Money[1].GetAsync(cancellationToken: Cancellation);
        var nothing = await Client.Results.Money[2].GetAsync(cancellationToken: Cancellation);
        var missing = await Assert.ThrowsAsync<ServiceException>(() => Client.Results.Money[3].GetAsync(cancellationToken: Cancellation));

        Assert.Equal((1, "EUR"), (money!.Amount, money.Currency));
        Assert.Null(nothing);
        Assert.Equal(404, missing.StatusCode);
    }

    [Fact]
    public async Task Each_success_has_its_status_and_its_headers()
    {
        var created = await Client.Results.Jobs.PostWithResponseAsync(new() { Id = Id, State = "new" }, cancellationToken: Cancellation);
        Service.AssertReceived(new Server.Job(Id, "new"));
        var accepted = await Client.Results.Jobs.PostWithResponseAsync(new() { Id = Id, State = "later" }, cancellationToken: Cancellation);

        Assert.Equal((201, "new"), (created.StatusCode, created.Body.State));
        Assert.Equal((202, "later"), (accepted.StatusCode, accepted.Body.State));
    }

    [Fact]
    public async Task A_success_without_a_body_is_null()
    {
        var done = await Client.Results.Orders[1].GetWithResponseAsync(cancellationToken: Cancellation);
        var accepted = await Client.Results.Orders[2].GetWithResponseAsync(cancellationToken: Cancellation);
        var nothing = await Client.Results.Orders[3].GetWithResponseAsync(cancellationToken: Cancellation);

        Assert.Equal((200, "done"), (done.StatusCode, done.Body!.State));
        Assert.Equal((202, null), (accepted.StatusCode, accepted.Body));
        Assert.Equal("/results/orders/2", accepted.Location!.AbsolutePath);
        Assert.Equal((204, null), (nothing.StatusCode, nothing.Body));
    }

    [Fact]
    public async Task Each_success_has_its_type()
    {
        var created = await Client.Results.Orders.PostAsync(new() { Id = Id, State = "new" }, cancellationToken: Cancellation);
        var accepted = await Client.Results.Orders.PostAsync(new() { Id = Id, State = "later" }, cancellationToken: Cancellation);

        Assert.Equal((201, "new", null), (created.StatusCode, created.Job!.State, created.Queued));
        Assert.Equal((202, 5, null), (accepted.StatusCode, accepted.Queued!.Position, accepted.Job));
        Assert.Equal("5", accepted.Match(job => job.State, queued => $"{queued.Position}"));
    }

    [Fact]
    public async Task The_caller_chooses_the_media_type()
    {
        var money = await Client.Results.Rates.GetAsync(cancellationToken: Cancellation);
        await using var rows = await Client.Results.Rates.GetStreamAsync(AcmeMediaTypes.TextCsv, cancellationToken: Cancellation);
        using var text = new StreamReader(rows);

        Assert.Equal((1, "EUR"), (money.Amount, money.Currency));
        Assert.StartsWith("text/csv", rows.ContentType, StringComparison.Ordinal);
        Assert.Equal(["amount,currency", "1,EUR"], [await text.ReadLineAsync(Cancellation), await text.ReadLineAsync(Cancellation)]);
    }

    [Fact]
    public async Task Each_error_has_its_type()
    {
        var conflict = await Assert.ThrowsAsync<ConflictException>(() => Client.Results.Jobs.PostAsync(new() { Id = Id, State = "taken" }, cancellationToken: Cancellation));
        var invalid = await Assert.ThrowsAsync<HttpValidationProblemDetailsException>(() => Client.Results.Jobs.PostAsync(new() { Id = Id, State = "?" }, cancellationToken: Cancellation));

        Assert.Equal(("taken", 3), (conflict.Error!.Reason, conflict.Error.Retries));
        Assert.Equal((400, "One value."), (invalid.Error!.Status, invalid.Error.Detail));
        Assert.Equal(["is unknown", "is not a state"], invalid.Error.Errors!["state"]);
    }

    [Fact]
    public async Task A_call_without_an_answer_ends_or_throws()
    {
        await Client.Results.Jobs[Id].DeleteAsync(cancellationToken: Cancellation);
        await Client.Results.Nothing.PostAsync(cancellationToken: Cancellation);
        var missing = await Assert.ThrowsAnyAsync<ServiceException>(() => Client.Results.Jobs[Guid.Empty].DeleteAsync(cancellationToken: Cancellation));

        Assert.Equal(404, missing.StatusCode);
        Assert.Contains("no such job", missing.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_keeps_its_extensions()
    {
        var problem = await Assert.ThrowsAsync<ProblemDetailsException>(() => Client.Results.Problem.GetAsync(cancellationToken: Cancellation));

        Assert.Equal((410, "Gone", "Out of order."), (problem.Error!.Status, problem.Error.Title, problem.Error.Detail));
        Assert.Equal("30", problem.Error.AdditionalData["retryAfter"].ToString());
    }

    [Fact]
    public async Task Texts_are_read_as_they_are()
    {
        Assert.Equal("as it is", await Client.Results.Plain.GetAsync(cancellationToken: Cancellation));
        using var text = new StreamReader(await Client.Results.Text.GetStreamAsync(cancellationToken: Cancellation));
        Assert.Equal("plain", await text.ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_not_modified_is_null() => Assert.Null(await Client.Results.NotModified.GetAsync(cancellationToken: Cancellation));
}
